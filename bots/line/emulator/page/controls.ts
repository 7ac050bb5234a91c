import { html, nothing, type TemplateResult } from 'lit';
import type { LineAction } from '../../preview/message.ts';
import { styled } from '../../preview/styled.ts';
import { type Tap, tappable } from '../../preview/tappable.ts';
import type { Person } from '../happenings.ts';
import type { ShownMenu } from '../rich-menus.ts';

/** The menu at the bottom of a talk, with its picture and what can be tapped on it. */
export function richMenu(menu: ShownMenu, tap: Tap): TemplateResult {
  const { width, height } = menu.size;
  const share = (part: number, whole: number) => `${(100 * part) / whole}%`;
  return html`<div
    class="rich-menu"
    role="group"
    aria-label=${menu.chatBarText}
    ${styled({ 'aspect-ratio': `${width} / ${height}` })}
  >
    <img src="/_emulator/menu-images/${menu.richMenuId}" alt="" />
    ${menu.areas.map(({ bounds, action }) => {
      const style = styled({
        left: share(bounds.x, width),
        top: share(bounds.y, height),
        width: share(bounds.width, width),
        height: share(bounds.height, height),
      });
      const named = action as LineAction;
      const label = named.label ?? named.displayText ?? named.text ?? named.data ?? named.uri ?? '';
      return html`<div class="area" ${style}>
        ${tappable(named, tap, html`<span class="hidden">${label}</span>`)}
      </div>`;
    })}
  </div>`;
}

export interface ComposerPorts {
  readonly members: readonly Person[];
  readonly speaker: string;
  readonly speakAs: (user: string) => void;
  readonly group: boolean;
  readonly menu: ShownMenu | undefined;
  readonly menuOpen: boolean;
  readonly toggleMenu: () => void;
  readonly send: (text: string) => void;
  readonly attach: (type: 'sticker' | 'image' | 'location') => void;
  readonly mention: () => void;
}

/** Where somebody writes, and sends what is not a text. */
export function composer(ports: ComposerPorts): TemplateResult {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const field = (event.currentTarget as HTMLFormElement).elements.namedItem('text') as HTMLInputElement;
    const text = field.value.trim();
    field.value = '';
    if (text) ports.send(text);
  };
  const { menu } = ports;
  return html`<div class="composer">
    <form @submit=${submit}>
      <input id="text" name="text" aria-label="メッセージ" placeholder="メッセージを入力" autocomplete="off" maxlength="5000" />
      <button type="submit" class="send">送信</button>
    </form>
    <div class="tools">
      ${
        ports.group
          ? html`<label>話す人
                <select @change=${(event: Event) => ports.speakAs((event.target as HTMLSelectElement).value)}>
                  ${ports.members.map(
                    ({ id, name }) =>
                      html`<option value=${id} ?selected=${id === ports.speaker}>${name}</option>`,
                  )}
                </select>
              </label>
              <button type="button" @click=${ports.mention}>@ 呼びかけ</button>`
          : nothing
      }
      <button type="button" @click=${() => ports.attach('sticker')}>スタンプ</button>
      <button type="button" @click=${() => ports.attach('image')}>写真</button>
      <button type="button" @click=${() => ports.attach('location')}>位置情報</button>
      ${
        menu
          ? html`<button type="button" class="menu-bar" aria-expanded=${ports.menuOpen} @click=${ports.toggleMenu}>
              ${menu.chatBarText} ${ports.menuOpen ? '▾' : '▴'}
            </button>`
          : nothing
      }
    </div>
  </div>`;
}

/** A dialog with the browser's own picker; `picked` gets what LINE sends as `params`. */
export function datePicker(
  action: LineAction,
  picked: (params: Readonly<Record<string, string>>) => void,
  cancel: () => void,
): TemplateResult {
  const mode = action.mode ?? 'date';
  // LINE also takes a small t between day and time, and browsers do not.
  const moment = (value: string | undefined) => value?.replace('t', 'T') ?? nothing;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const field = (event.currentTarget as HTMLFormElement).elements.namedItem('moment') as HTMLInputElement;
    if (field.value) picked({ [mode]: field.value });
  };
  return html`<dialog class="picker" aria-labelledby="picker-title" @close=${cancel}>
    <form @submit=${submit}>
      <label id="picker-title" for="moment">${action.label ?? '日付を選ぶ'}</label>
      <input
        id="moment"
        name="moment"
        type=${mode === 'datetime' ? 'datetime-local' : mode}
        required
        .value=${action.initial?.replace('t', 'T') ?? ''}
        min=${moment(action.min)}
        max=${moment(action.max)}
      />
      <div class="row">
        <button type="button" @click=${cancel}>キャンセル</button>
        <button type="submit" class="send">送信</button>
      </div>
    </form>
  </dialog>`;
}
