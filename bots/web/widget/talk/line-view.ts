import { html, nothing, type TemplateResult } from 'lit';
import { calculatorWay, type DateDesk, dateBubble } from './dates.ts';
import { type FeedbackDesk, feedbackForm } from './feedback.ts';
import { leaveIcon, urgentIcon } from './icons.ts';
import type { Line, ReplyLine } from './lines.ts';
import { ownWords } from './own-words.ts';
import { renderPart } from './parts.ts';
import { hiddenWords } from './plain-talk.ts';
import { paragraph, words } from './text.ts';
import { type Topics, topicList } from './topics.ts';
import type { Actions, View } from './view.ts';

/** What the lines of a talk work with. */
export interface LinePorts extends Actions {
  readonly feedback: FeedbackDesk;
  readonly dates: DateDesk;
  readonly topics: Topics;
  readonly reloadTopics: () => void;
  readonly leave: () => void;
}

/** A line as a bubble. */
export function renderLine(line: Line, view: View, ports: LinePorts): TemplateResult {
  const { frame, topics, sending } = view.messages;
  switch (line.kind) {
    case 'own': {
      const hidden = hiddenWords(line, view.messages);
      return html`<p class="bubble own" data-line=${line.id}><span class="speaker">${frame.you}: </span>${hidden === undefined ? html`<bdi>${ownWords(line.text)}</bdi>` : hidden}</p>`;
    }
    case 'reply':
      return bubble(line, frame.answer, replyContent(line, view, ports));
    case 'date':
      return bubble(line, frame.answer, dateBubble(line, ports.dates, view));
    case 'topics':
      return bubble(
        line,
        topics.button,
        topicList(ports.topics, view, { choose: ports.choose, retry: ports.reloadTopics }),
      );
    case 'resumed':
      return html`<p class="resumed" data-line=${line.id}><span>${words(frame.resumed, view)}</span></p>`;
    case 'failure':
      return html`<div class="bubble bot failure" data-line=${line.id}>
        <p class="label">${urgentIcon}<span>${words(sending.failed, view)}</span></p>
        ${paragraph(line.message, view)} ${line.why === 'dates' ? calculatorWay(view) : nothing}
      </div>`;
  }
}

/** Something that the bot says; it can take the focus when the button that asked for it is far up. */
function bubble({ id, kind }: Line, name: string, content: unknown): TemplateResult {
  return html`<article class="bubble bot ${kind}" tabindex="-1" aria-labelledby="from-${id}" data-line=${id}>
    <span id="from-${id}" class="speaker">${name}</span>
    ${content}
  </article>`;
}

function replyContent(line: ReplyLine, view: View, ports: LinePorts) {
  const { isSensitive = false, parts } = line.reply;
  return html`${isSensitive ? leaveButton(ports.leave, view) : nothing}
  ${parts.map((part) => renderPart(part, view, ports))} ${feedbackForm(line, ports.feedback, view)}`;
}

/** Above the whole talk, wherever in it somebody is. */
export function leavingBar(leave: () => void, view: View): TemplateResult {
  return html`<div class="leaving">
    ${leaveButton(leave, view)}
    <p class="note hint">${words(view.messages.leave.hint, view)}</p>
  </div>`;
}

/** Leaves the page at once; how, the chat around knows. */
function leaveButton(leave: () => void, view: View): TemplateResult {
  return html`<button type="button" class="leave" @click=${leave}>
    ${leaveIcon}<span>${words(view.messages.leave.button, view)}</span>
  </button>`;
}
