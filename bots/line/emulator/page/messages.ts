import { html, nothing, type TemplateResult } from 'lit';
import type { Said } from '../happenings.ts';
import { type Flex, flexContainer } from './flex.ts';
import type { BotMessage, Line, LineAction } from './talks.ts';
import { type Tap, tappable } from './tappable.ts';

export interface LineContext {
  readonly tap: Tap;
  readonly unsend: (messageId: string) => void;
  readonly nameOf: (user: string) => string;
  readonly botName: string;
  /** Names stand beside what people say in a group. */
  readonly group: boolean;
}

const clock = new Intl.DateTimeFormat('ja-JP', {
  hour: 'numeric',
  minute: '2-digit',
  timeZone: 'Asia/Tokyo',
});

/** One line of a talk; `first` where the bot has not been speaking before. */
export function renderLine(line: Line, first: boolean, context: LineContext): TemplateResult {
  switch (line.from) {
    case 'note':
      return html`<p class="note">${line.text}</p>`;
    case 'user':
      return ownLine(line, context);
    case 'bot':
      return html`<div class="line bot ${first ? 'first' : ''}">
        ${first ? html`<span class="face" aria-hidden="true">窓</span>` : html`<span class="face none"></span>`}
        <div class="said">
          ${first ? html`<span class="name">${context.botName}</span>` : nothing}
          <div class="with-time">${botMessage(line.message, context.tap)}${time(line.at)}</div>
        </div>
      </div>`;
  }
}

const time = (at: number) => html`<time>${clock.format(at)}</time>`;

function ownLine(
  line: Extract<Line, { from: 'user' }>,
  { unsend, nameOf, group }: LineContext,
): TemplateResult {
  const { content, messageId, user, at } = line;
  if (!content) return html`<p class="note">${nameOf(user)}さんがメッセージの送信を取り消しました</p>`;
  return html`<div class="line own">
    <div class="said">
      ${group ? html`<span class="name">${nameOf(user)}</span>` : nothing}
      <div class="with-time">
        <span class="aside">
          ${
            messageId === null
              ? nothing
              : html`<button type="button" class="unsend" @click=${() => unsend(messageId)}>送信取消</button>`
          }
          ${time(at)}
        </span>
        ${ownContent(content)}
      </div>
    </div>
  </div>`;
}

const smile = html`<svg viewBox="0 0 100 100" aria-hidden="true">
  <circle cx="50" cy="50" r="44" fill="#ffd75e" stroke="#8a5a00" stroke-width="3" />
  <path d="M28 44q7-10 14 0M58 44q7-10 14 0M30 60q20 24 40 0z" fill="none" stroke="#5b3a00" stroke-width="5" stroke-linecap="round" stroke-linejoin="round" />
</svg>`;

function ownContent(content: Said): TemplateResult {
  switch (content.type) {
    case 'text':
      return html`<p class="balloon">${content.text}</p>`;
    case 'sticker':
      return html`<p class="sticker" role="img" aria-label="スタンプ">${smile}</p>`;
    case 'image':
      return html`<p class="photo" role="img" aria-label="写真">写真</p>`;
    case 'location':
      return html`<p class="balloon place"><strong>${content.title}</strong><br />${content.address}</p>`;
  }
}

function botMessage(message: BotMessage, tap: Tap): TemplateResult {
  switch (message.type) {
    case 'text':
      return html`<p class="balloon">${linked(message.text ?? '')}</p>`;
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
function linked(text: string): readonly unknown[] {
  return text.split(ADDRESS).map((piece, index) => {
    if (index % 2 === 0) return piece;
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
