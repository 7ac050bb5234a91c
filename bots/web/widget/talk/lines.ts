import { html, nothing, type TemplateResult } from 'lit';
import type { TurnInput } from '../../../../src/conversation/index.ts';
import type { Reply } from '../../../../src/reply/index.ts';
import { urgentIcon } from './icons.ts';
import { type Actions, renderPart } from './parts.ts';

/** One line of the talk; `id` is unique within it. */
export type Line =
  | { readonly kind: 'own'; readonly id: number; readonly text: string; readonly hidden: boolean }
  | { readonly kind: 'reply'; readonly id: number; readonly reply: Reply }
  /** `again` is what can be sent once more, null where that would not help. */
  | {
      readonly kind: 'failure';
      readonly id: number;
      readonly message: string;
      readonly again: TurnInput | null;
    };

export interface LineActions extends Actions {
  readonly again: (input: TurnInput) => void;
}

/** The talk with a reply at its end; a private notice takes the resident's last words off the screen, and out of memory. */
export function withReply(lines: readonly Line[], reply: Extract<Line, { kind: 'reply' }>): readonly Line[] {
  const secret = reply.reply.parts.some((part) => part.kind === 'notice' && part.level === 'private');
  if (!secret) return [...lines, reply];
  const last = lines.findLastIndex(({ kind }) => kind === 'own');
  const hide = (line: Line, place: number): Line =>
    line.kind === 'own' && place === last ? { ...line, text: '', hidden: true } : line;
  return [...lines.map(hide), reply];
}

/** A line as a bubble. */
export function renderLine(line: Line, actions: LineActions, latest: boolean): TemplateResult {
  switch (line.kind) {
    case 'own': {
      const words = line.hidden ? '(マイナンバーのため表示しません)' : line.text;
      return html`<p class="bubble own" data-line=${line.id}><span class="speaker">あなた:</span>${words}</p>`;
    }
    case 'reply':
      return html`<div class="bubble bot" data-line=${line.id}>
        <span class="speaker">回答:</span>
        ${line.reply.parts.map((part) => renderPart(part, actions, latest))}
      </div>`;
    case 'failure':
      return html`<div class="bubble bot failure" data-line=${line.id}>
        <p class="label">${urgentIcon}<span>送信できませんでした</span></p>
        <p class="plain">${line.message}</p>
        ${line.again ? againButton(line.again, actions) : nothing}
      </div>`;
  }
}

function againButton(input: TurnInput, { again }: LineActions): TemplateResult {
  return html`<button type="button" class="choice" @click=${() => again(input)}>もう一度送る</button>`;
}
