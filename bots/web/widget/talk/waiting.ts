import { html, nothing, type TemplateResult } from 'lit';
import type { Hindrance } from './outbox.ts';
import type { TalkModel } from './talk-model.ts';
import { paragraph, words } from './text.ts';
import type { View } from './view.ts';

/** Why a message has to wait, in a sentence. */
export function hindranceText(why: Hindrance, isOnline: boolean, { sending }: View['messages']): string {
  switch (why.kind) {
    case 'busy':
      return why.message;
    case 'unreachable':
      return isOnline ? sending.unreachable : sending.offline;
  }
}

/** The bubble in the place of the answer to come; what it says is said aloud elsewhere. */
export function waitingBubble(
  model: TalkModel,
  isOnline: boolean,
  view: View,
): TemplateResult | typeof nothing {
  const { frame, sending } = view.messages;
  const { state } = model.delivery;
  if (!model.isBusy) return nothing;
  if (state.kind !== 'waiting')
    return html`<p class="bubble bot waiting" aria-hidden="true">${words(frame.searching, view)}<span class="dots"></span></p>`;
  return html`<div class="bubble bot waiting" aria-live="off">
    ${paragraph(hindranceText(state.why, isOnline, view.messages), view)}
    <button type="button" class="choice" @click=${() => model.cancel()}>${words(sending.cancel, view)}</button>
  </div>`;
}
