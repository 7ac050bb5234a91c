import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { FaultSettings } from '../faults.ts';
import type { Happened, Happening } from '../happenings.ts';

/** Faults as somebody who tries the bot thinks of them. */
const FAULTS: readonly (readonly [string, string])[] = [
  ['429', '回数の上限(429)'],
  ['500', 'LINEの不具合(500)'],
  ['timeout-before', '応答なし・届かない'],
  ['timeout-after', '応答なし・届いている'],
  ['slow', '応答が遅い'],
  ['reset-before', '切断・届かない'],
  ['reset-after', '切断・届いている'],
  ['expired-token', '返信の期限切れ'],
];

const nameOf = (fault: string) => FAULTS.find(([kind]) => kind === fault)?.[1] ?? fault;

export interface PanelPorts {
  readonly log: readonly Happened[];
  readonly faults: FaultSettings | undefined;
  readonly group: boolean;
  readonly act: (type: 'follow' | 'unfollow' | 'join' | 'unknown') => void;
  readonly order: (order: object) => void;
  readonly clear: () => void;
}

/** What stands beside the phone: events, faults, and what was said in JSON. */
export function panel(ports: PanelPorts): TemplateResult {
  return html`<aside aria-label="操作と記録">
    <section aria-labelledby="events">
      <h2 id="events">できごと</h2>
      <div class="row">
        ${
          ports.group
            ? html`<button type="button" @click=${() => ports.act('join')}>ボットをグループに招待</button>`
            : html`<button type="button" @click=${() => ports.act('follow')}>友だち追加</button>
                <button type="button" @click=${() => ports.act('unfollow')}>ブロック</button>`
        }
        <button type="button" @click=${() => ports.act('unknown')}>知らない種類のイベント</button>
      </div>
    </section>
    ${faultSection(ports)}
    <section aria-labelledby="log">
      <h2 id="log">記録(新しい順)</h2>
      ${ports.log.length === 0 ? html`<p>まだ何もありません。</p>` : nothing}
      <ol class="log">
        ${repeat(ports.log, ({ seq }) => seq, entry)}
      </ol>
    </section>
  </aside>`;
}

function faultSection({ faults, order, clear }: PanelPorts): TemplateResult {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget as HTMLFormElement);
    order({ rate: Number(given.get('rate')) / 100, kinds: given.getAll('kinds') });
  };
  const next = (event: Event) => {
    const select = event.target as HTMLSelectElement;
    if (select.value) order({ next: { kind: select.value, times: 1 } });
    select.value = '';
  };
  const waiting = faults?.waiting.map(nameOf) ?? [];
  return html`<section aria-labelledby="faults">
    <h2 id="faults">LINEの不調を起こす</h2>
    <label>次の1回
      <select @change=${next}>
        <option value="">選んでください</option>
        ${FAULTS.map(([kind, name]) => html`<option value=${kind}>${name}</option>`)}
      </select>
    </label>
    <p role="status">${waiting.length > 0 ? `待っている不調: ${waiting.join('、')}` : nothing}</p>
    <details>
      <summary>ときどき起こす${faults && faults.rate > 0 ? `(いま${Math.round(faults.rate * 100)}%)` : ''}</summary>
      <form @submit=${submit}>
        <label>割合 <input name="rate" type="number" min="0" max="100" value="20" /> %</label>
        <fieldset>
          <legend>種類</legend>
          ${FAULTS.map(
            ([kind, name]) =>
              html`<label><input type="checkbox" name="kinds" value=${kind} checked /> ${name}</label>`,
          )}
        </fieldset>
        <div class="row">
          <button type="submit">この割合で起こす</button>
          <button type="button" @click=${clear}>すべてやめる</button>
        </div>
      </form>
    </details>
  </section>`;
}

const clock = new Intl.DateTimeFormat('ja-JP', { timeStyle: 'medium', timeZone: 'Asia/Tokyo' });

function entry({ at, what }: Happened): TemplateResult | typeof nothing {
  const title = titleOf(what);
  if (title === null) return nothing;
  const wrong =
    what.kind === 'refused' || what.kind === 'fault' || (what.kind === 'webhook' && what.outcome !== 200);
  return html`<li class=${wrong ? 'wrong' : ''}>
    ${
      what.kind === 'refused'
        ? html`<ul class="violations">
          ${what.call.violations.map(({ path, problem }) => html`<li><code>${path}</code> ${problem}</li>`)}
        </ul>`
        : nothing
    }
    <details>
      <summary><time>${clock.format(at)}</time> ${title}</summary>
      <pre tabindex="0">${JSON.stringify(jsonOf(what), null, 2)}</pre>
    </details>
  </li>`;
}

function titleOf(what: Happening): string | null {
  switch (what.kind) {
    case 'webhook': {
      const message = what.event.message as { readonly type: string } | undefined;
      const outcome = what.outcome === null ? 'つながらない' : String(what.outcome);
      return `→ ${what.event.type}${message ? `(${message.type})` : ''} ${outcome}`;
    }
    case 'delivered':
      return `← ${what.delivery.how === 'reply' ? '返信' : 'プッシュ'} ${what.delivery.messages.length}通`;
    case 'refused':
      return `← 決まりに合わない${what.call.how === 'reply' ? '返信' : 'プッシュ'}`;
    case 'fault':
      return `× ${what.how === 'reply' ? '返信' : 'プッシュ'}に起こした不調: ${nameOf(what.fault)}`;
    case 'loading':
      return `← 入力中の表示 ${what.seconds}秒`;
    case 'said':
    case 'unsent':
    case 'friend':
    case 'talks':
    case 'menus':
      return null;
  }
}

function jsonOf(what: Happening): unknown {
  switch (what.kind) {
    case 'webhook':
      return what.event;
    case 'delivered':
      return what.delivery.messages;
    case 'refused':
      return what.call.messages;
    case 'fault':
    case 'loading':
    case 'said':
    case 'unsent':
    case 'friend':
    case 'talks':
    case 'menus':
      return what;
  }
}
