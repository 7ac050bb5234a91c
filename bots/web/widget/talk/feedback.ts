import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import type { Client } from '../../client.ts';
import type { ReplyLine } from './lines.ts';
import { words } from './text.ts';
import type { View } from './view.ts';

/** In UTF-16 units, as `maxlength` counts; the server takes no more characters. */
const LONGEST_COMMENT = 500;

/** How far a resident has come in saying what they think of an answer. */
export type Opinion =
  | { readonly kind: 'rating'; readonly helpful: boolean }
  | { readonly kind: 'rating-failed' }
  /** Rated; a comment may follow. */
  | {
      readonly kind: 'rated';
      readonly helpful: boolean;
      readonly comment: 'open' | 'sending' | 'failed' | 'sent';
    };

export interface FeedbackPorts {
  readonly client: () => Pick<Client, 'giveFeedback'>;
  /** The line was rated, so that it is not asked for again after a page change. */
  readonly rated: (line: ReplyLine) => void;
  /** Says aloud what came of it. */
  readonly announce: (text: string) => void;
}

/** Whether an answer can be rated: somebody in danger is not asked, and a reply without an answer has nothing to rate. */
export function canBeRated({ reply, entry, isRated }: ReplyLine): boolean {
  return (
    entry !== null && !isRated && !reply.isSensitive && reply.parts.some(({ kind }) => kind === 'answer')
  );
}

/** 「役に立った / 立たなかった」 below the answers. */
export class FeedbackDesk implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #ports: FeedbackPorts;
  #opinions: ReadonlyMap<number, Opinion> = new Map();

  constructor(host: ReactiveControllerHost, ports: FeedbackPorts) {
    this.#host = host;
    this.#ports = ports;
    host.addController(this);
  }

  hostConnected(): void {}

  clear(): void {
    this.#opinions = new Map();
  }

  opinionOf({ id }: ReplyLine): Opinion | undefined {
    return this.#opinions.get(id);
  }

  async rate(line: ReplyLine, helpful: boolean, { messages }: View): Promise<void> {
    this.#set(line, { kind: 'rating', helpful });
    if (await this.#give(line, { helpful })) {
      this.#set(line, { kind: 'rated', helpful, comment: 'open' });
      this.#ports.rated(line);
      this.#ports.announce(messages.feedback.thanks);
    } else {
      this.#set(line, { kind: 'rating-failed' });
      this.#ports.announce(messages.feedback.failed);
    }
  }

  async explain(line: ReplyLine, comment: string, { messages }: View): Promise<void> {
    const opinion = this.opinionOf(line);
    if (opinion?.kind !== 'rated' || opinion.comment === 'sending' || comment.trim() === '') return;
    this.#set(line, { ...opinion, comment: 'sending' });
    const isSent = await this.#give(line, { helpful: opinion.helpful, comment: comment.trim() });
    this.#set(line, { ...opinion, comment: isSent ? 'sent' : 'failed' });
    this.#ports.announce(isSent ? messages.feedback.sent : messages.feedback.failed);
  }

  #give(
    { conversationId, entry }: ReplyLine,
    said: { helpful: boolean; comment?: string },
  ): Promise<boolean> {
    return entry === null
      ? Promise.resolve(false)
      : this.#ports.client().giveFeedback({ conversationId, entry, ...said });
  }

  #set({ id }: ReplyLine, opinion: Opinion): void {
    this.#opinions = new Map(this.#opinions).set(id, opinion);
    this.#host.requestUpdate();
  }
}

/** What stands below an answer; nothing where it cannot be rated. */
export function feedbackForm(line: ReplyLine, desk: FeedbackDesk, view: View) {
  const opinion = desk.opinionOf(line);
  if (opinion === undefined && !canBeRated(line)) return nothing;
  const { feedback } = view.messages;
  switch (opinion?.kind) {
    case undefined:
    case 'rating':
    case 'rating-failed':
      return html`<div class="feedback" aria-live="off" role="group" aria-labelledby="rate-${line.id}">
        <p id="rate-${line.id}" class="label">${words(feedback.question, view)}</p>
        ${opinion?.kind === 'rating-failed' ? html`<p class="problem">${words(feedback.failed, view)}</p>` : nothing}
        ${rateButton(feedback.helpful, () => desk.rate(line, true, view), view)}
        ${rateButton(feedback.unhelpful, () => desk.rate(line, false, view), view)}
      </div>`;
    case 'rated':
      return html`<div class="feedback" aria-live="off" tabindex="-1">
        <p class="label">${words(opinion.comment === 'sent' ? feedback.sent : feedback.thanks, view)}</p>
        ${opinion.comment === 'sent' ? nothing : commentForm(line, desk, view)}
      </div>`;
  }
}

function rateButton(label: string, rate: () => void, view: View): TemplateResult {
  return html`<button type="button" class="choice" @click=${rate}>${words(label, view)}</button>`;
}

function commentForm(line: ReplyLine, desk: FeedbackDesk, view: View): TemplateResult {
  const { feedback } = view.messages;
  const opinion = desk.opinionOf(line);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const field = (event.currentTarget as HTMLFormElement).elements.namedItem('comment');
    if (field instanceof HTMLTextAreaElement) void desk.explain(line, field.value, view);
  };
  const isFailed = opinion?.kind === 'rated' && opinion.comment === 'failed';
  return html`<form autocomplete="off" @submit=${submit}>
    <label for="comment-${line.id}">${words(feedback.comment, view)}</label>
    <p id="comment-note-${line.id}" class="note">${words(feedback.note, view)}</p>
    ${isFailed ? html`<p class="problem">${words(feedback.failed, view)}</p>` : nothing}
    <textarea
      id="comment-${line.id}"
      name="comment"
      rows="3"
      maxlength=${LONGEST_COMMENT}
      aria-describedby="comment-note-${line.id}"
    ></textarea>
    <button type="submit" class="choice">${words(feedback.send, view)}</button>
  </form>`;
}
