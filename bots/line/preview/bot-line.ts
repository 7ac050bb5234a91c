import { html, nothing, type TemplateResult } from 'lit';
import { type Flex, flexContainer } from './flex.ts';
import type { BotMessage, LineAction } from './message.ts';
import { type Tap, tappable } from './tappable.ts';

export interface BotLineLook {
  /** The bot's, where it has not been speaking before. */
  readonly name: string | undefined;
  /** What stands beside the message. */
  readonly time: TemplateResult | typeof nothing;
  readonly tap: Tap;
}

/** A message of the bot in a talk, with its face and name where it begins to speak. */
export function botLine(message: BotMessage, { name, time, tap }: BotLineLook): TemplateResult {
  const isFirst = name !== undefined;
  return html`<div class="line bot ${isFirst ? 'first' : ''}">
    ${isFirst ? html`<span class="face" aria-hidden="true">窓</span>` : html`<span class="face none"></span>`}
    <div class="said">
      ${isFirst ? html`<span class="name">${name}</span>` : nothing}
      <div class="with-time">${botMessage(message, tap)}${time}</div>
    </div>
  </div>`;
}

function botMessage(message: BotMessage, tap: Tap): TemplateResult {
  switch (message.type) {
    case 'text':
      return html`<p class="balloon">${linked(message.text ?? '', tap)}</p>`;
    case 'flex':
      return flexContainer(message.contents as Flex, message.altText ?? '', tap);
    case 'template':
      return template(message.template as Template, tap);
    default:
      return html`<p class="balloon">${message.altText ?? message.type}</p>`;
  }
}

const ADDRESS = /(https?:\/\/[\x21-\x7e]+|0\d{1,4}-\d{1,4}-\d{3,4})/;

/** A text whose addresses and telephone numbers are links, as the app makes them. */
function linked(text: string, tap: Tap): readonly unknown[] {
  return text.split(ADDRESS).map((piece, index) => {
    if (index % 2 === 0) return piece;
    if (tap === undefined) return html`<span class="link">${piece}</span>`;
    const href = piece.startsWith('0') ? `tel:${piece}` : piece;
    return html`<a href=${href} target="_blank" rel="noreferrer">${piece}</a>`;
  });
}

interface Template {
  readonly type: string;
  readonly title?: string;
  readonly text?: string;
  readonly actions?: readonly LineAction[];
  readonly columns?: readonly Template[];
}

function template(given: Template, tap: Tap): TemplateResult {
  if (given.columns)
    return html`<div class="carousel" role="group" aria-label="カード" tabindex="0">
      ${given.columns.map((column) => template(column, tap))}
    </div>`;
  return html`<div class="flex-bubble template">
    <div class="template-words">
      ${given.title ? html`<strong>${given.title}</strong>` : nothing}
      <p>${given.text}</p>
    </div>
    ${given.actions?.map((action) => html`<div class="button link low">${tappable(action, tap, html`<span class="face">${action.label}</span>`)}</div>`)}
  </div>`;
}
