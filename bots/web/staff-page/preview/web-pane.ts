import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { type Reply, toPlainText } from '../../../../src/reply/index.ts';
import { loadDates } from '../../widget/dates/load.ts';
import { messagesIn } from '../../widget/messages/index.ts';
import { talkStyles } from '../../widget/styles/talk.ts';
import { DateDesk } from '../../widget/talk/dates.ts';
import { FeedbackDesk } from '../../widget/talk/feedback.ts';
import { type LinePorts, leavingBar, renderLine } from '../../widget/talk/line-view.ts';
import { type Line, withReply } from '../../widget/talk/lines.ts';
import { browserPorts } from '../../widget/talk/ports.ts';
import { Topics } from '../../widget/talk/topics.ts';
import type { View } from '../../widget/talk/view.ts';
import { webStyles } from './styles/web.ts';

/** How residents see the chat who have changed nothing. */
const VIEW: View = {
  messages: messagesIn('ja'),
  language: 'ja',
  furigana: false,
  base: new URL('.', import.meta.url),
  typeset: (text) => text,
  readings: undefined,
};

/** A reply as the chat on the city's site shows it, `<madoguchi-preview-web>`, by the chat's own views; all of it is inert. */
export class MadoguchiPreviewWeb extends LitElement {
  static override styles = [talkStyles, webStyles];
  static override properties: PropertyDeclarations = { reply: { attribute: false } };

  declare reply: Reply | undefined;

  readonly #dates = new DateDesk(this, { load: loadDates, today: browserPorts.today });
  /** The chat's own, with nobody behind them. */
  readonly #ports: LinePorts = {
    dates: this.#dates,
    feedback: new FeedbackDesk(this, {
      client: () => ({ giveFeedback: async () => false }),
      rated() {},
      announce() {},
    }),
    topics: new Topics(this, async () => []),
    choose() {},
    reloadTopics() {},
    leave() {},
  };

  override render(): TemplateResult | typeof nothing {
    if (this.reply === undefined) return nothing;
    const lines = linesOf(this.reply);
    const { frame, answer } = VIEW.messages;
    // What is inert is not read out either; the words are.
    return html`<div class="frame" inert>
        <header><h2>${frame.heading}</h2></header>
        ${this.reply.isSensitive ? leavingBar(this.#ports.leave, VIEW) : nothing}
        <div class="log">${lines.map((line) => renderLine(line, VIEW, this.#ports))}</div>
        <p id="new-tab" hidden>${answer.newTab}</p>
      </div>
      <p class="speaker">${toPlainText(this.reply)}</p>`;
  }

  override updated(): void {
    const isAsked = this.reply?.parts.some(({ kind }) => kind === 'date-request') ?? false;
    if (isAsked && this.#dates.state === 'absent') void this.#dates.load();
  }
}

/** The talk after one press of a button, which is not shown. */
function linesOf(reply: Reply): readonly Line[] {
  const entry = reply.parts.find(({ kind }) => kind === 'answer');
  const answered = { kind: 'reply', reply, conversationId: '', decision: 'answer' } as const;
  return withReply(
    [],
    { ...answered, entry: entry?.kind === 'answer' ? entry.entry : null },
    { language: 'ja', said: '' },
  );
}
