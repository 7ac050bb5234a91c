import { html, type TemplateResult } from 'lit';
import type { LineAction } from './message.ts';

/** Does what an action says; undefined where messages are only looked at, and nothing can be pressed. */
export type Tap = ((action: LineAction) => void) | undefined;

const OPENED = /^(?:https?|tel|mailto|line):/i;

/** `content` as a link or button where it does something; a link is opened only where somebody presses it. */
export function tappable(action: LineAction | undefined, tap: Tap, content: unknown): TemplateResult {
  if (!action) return html`${content}`;
  if (!tap) return html`<span class="tap">${content}</span>`;
  if (action.type !== 'uri')
    return html`<button type="button" class="tap" @click=${() => tap(action)}>${content}</button>`;
  const href = OPENED.test(action.uri ?? '') ? action.uri : undefined;
  return html`<a class="tap" href=${href ?? '#'} title=${action.uri ?? ''} target="_blank" rel="noreferrer"
    >${content}</a
  >`;
}
