import { html, nothing, type TemplateResult } from 'lit';
import { botLine } from '../../preview/bot-line.ts';
import type { Tap } from '../../preview/tappable.ts';
import type { Said } from '../happenings.ts';
import type { Line } from './talks.ts';

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
      return botLine(line.message, {
        name: first ? context.botName : undefined,
        time: time(line.at),
        tap: context.tap,
      });
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
