import { html, nothing, type TemplateResult } from 'lit';
import type { LineAction } from './message.ts';
import { type Tap, tappable } from './tappable.ts';

/** The buttons that lie over the input until the next message. */
export function quickReplies(actions: readonly LineAction[], tap: Tap): TemplateResult | typeof nothing {
  if (actions.length === 0) return nothing;
  return html`<div class="quick-replies" role="group" aria-label="クイックリプライ">
    ${actions.map((action) => tappable(action, tap, action.label))}
  </div>`;
}
