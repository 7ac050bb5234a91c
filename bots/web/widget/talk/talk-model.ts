import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Language, TurnInput } from '../../../../src/conversation/index.ts';
import type { Client, OutgoingMessage } from '../../client.ts';
import { messagesIn } from '../messages/index.ts';
import type { DateDesk, DateQuestion } from './dates.ts';
import { Delivery, type Settled } from './delivery.ts';
import type { Keeper } from './keeper.ts';
import {
  type Line,
  openDateLine,
  withDateWords,
  withLine,
  withoutFailures,
  withReply,
  withTopics,
} from './lines.ts';
import type { TalkLanguage, TalkSettings } from './settings.ts';

export interface ModelPorts {
  readonly client: () => Client;
  readonly keeper: Keeper;
  readonly dates: DateDesk;
  readonly randomKey: () => string;
  readonly network: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;
  /** The element of the open date question. */
  readonly openQuestion: () => DateQuestion | undefined;
  /** Brings the line into view, or the end of the talk where it is null. */
  readonly show: (id: number | null) => void;
  /** Offers the resident's words for another try. */
  readonly giveBack: (text: string) => void;
  /** Says something beside the talk; `delayMs` as the announcer's. */
  readonly announce: (text: string, delayMs?: number) => void;
  readonly hindered: () => void;
}

/** A shorter search is not worth a word. */
const SLOW_MS = 1_000;

/** How the talk is shown and whose answers are given. */
export type Choices = Pick<TalkModel, 'insurer' | 'language' | 'furigana'>;

/** What has been said, what may be kept of it, and what is on its way; knows nothing of elements. */
export class TalkModel implements ReactiveController {
  lines: readonly Line[] = [];
  /** The id of the chosen insurer; empty for another or an unknown one. */
  insurer = '';
  language: TalkLanguage = 'ja';
  furigana = false;
  /** Somebody may be in danger if this talk is found: nothing of it is kept until it is started over. */
  isSensitive = false;
  readonly delivery: Delivery;
  readonly #host: ReactiveControllerHost;
  readonly #ports: ModelPorts;
  #bot = '';
  /** What the resident has chosen otherwise than the page; a city's English pages may well be English after a Japanese one. */
  #chosen: Partial<Choices> = {};
  #conversationId: string | undefined;
  /** The last words with a date in them, for the date question that may follow. */
  #said = '';
  /** What was typed last, until it is answered. */
  #typed: string | undefined;
  #isSorting = false;
  /** Counts the talks, so that what belongs to a forgotten one is not added to the next. */
  #talk = 0;

  constructor(host: ReactiveControllerHost, ports: ModelPorts) {
    this.#host = host;
    this.#ports = ports;
    this.delivery = new Delivery(host, {
      send: (message, signal) => ports.client().send(message, signal),
      settled: (message, sent) => this.#settled(message, sent),
      hindered: () => ports.hindered(),
      network: ports.network,
    });
    host.addController(this);
  }

  hostConnected(): void {}

  get isBusy(): boolean {
    return this.#isSorting || this.delivery.isBusy;
  }

  /** In which the bot is to speak. */
  get botLanguage(): Language {
    return this.language === 'en' ? 'en' : 'ja';
  }

  /** Takes up the talk of the page before, or starts one. */
  begin({ base, insurer, language, furigana, question }: TalkSettings): void {
    this.#bot = base.href;
    const stored = this.#ports.keeper.load(this.#bot);
    this.#chosen = stored?.chosen ?? {};
    this.set({ insurer, language, furigana, ...this.#chosen });
    this.#conversationId = stored?.conversationId;
    if (stored && stored.lines.length > 0) {
      this.lines = withLine(stored.lines, { kind: 'resumed' });
      this.#ports.announce(messagesIn(this.language).frame.resumed);
      if (stored.lines.some(({ kind }) => kind === 'date')) void this.#loadDates(null);
      this.#ports.show(null);
    } else if (question.trim() !== '') {
      void this.say({ text: question }, question);
    }
  }

  /** The resident's own choice, kept over a page change. */
  choose(change: Partial<Choices>): void {
    this.#chosen = { ...this.#chosen, ...change };
    this.set(change);
    this.keep();
  }

  /** What the page says. */
  set(change: Partial<Choices>): void {
    const { insurer = this.insurer, language = this.language, furigana = this.furigana } = change;
    // A conversation remembers its insurer; only a new one can be without.
    if (insurer === '' && this.insurer !== '') this.#conversationId = undefined;
    Object.assign(this, { insurer, language, furigana });
    this.#host.requestUpdate();
  }

  /** Says something: `shown` is how it stands in the talk. Nothing happens while an answer is waited for. */
  async say(input: TurnInput, shown: string): Promise<void> {
    if (this.isBusy) return;
    this.lines = withoutFailures(this.lines);
    if (!('text' in input)) {
      this.#typed = undefined;
      this.#send(input, { text: shown });
      return;
    }
    const talk = this.#talk;
    this.#typed = input.text;
    this.#isSorting = true;
    this.#changed();
    const isOpen = openDateLine(this.lines) !== undefined;
    const sorted = await this.#ports.dates.sortOut(input.text, isOpen ? this.#ports.openQuestion : undefined);
    if (talk !== this.#talk) return;
    this.#isSorting = false;
    switch (sorted.kind) {
      case 'told':
        this.lines = withDateWords(this.lines, input.text);
        this.keep();
        this.#ports.show(openDateLine(this.lines)?.id ?? null);
        return this.#changed();
      case 'unavailable':
        return this.#failed(messagesIn(this.language).dates.notSent, 'dates');
      case 'send':
        this.#said = input.text;
        this.#send({ text: sorted.text }, { text: shown, ...(sorted.holdsDate && { holdsDate: true }) });
    }
  }

  /** Takes back what could not be sent so far. */
  cancel(): void {
    this.delivery.cancel();
    const own = this.lines.findLastIndex(({ kind }) => kind === 'own');
    this.lines = this.lines.filter((_line, place) => place !== own);
    if (this.#typed !== undefined) this.#ports.giveBack(this.#typed);
    this.#ports.announce(messagesIn(this.language).sending.cancelled);
    this.#changed();
  }

  /** Puts the list of topics at the end of the talk, and says where it is. */
  addTopics(): number {
    this.lines = withTopics(this.lines);
    this.#changed();
    return this.lines.at(-1)!.id;
  }

  /** Notes that a reply has been rated. */
  rated(id: number): void {
    this.lines = this.lines.map((line) =>
      line.id === id && line.kind === 'reply' ? { ...line, isRated: true } : line,
    );
    this.keep();
  }

  /** Leaves nothing of the talk: here, in the storage, and on the server. */
  forget(): void {
    this.#talk += 1;
    this.delivery.cancel();
    if (this.#conversationId !== undefined) this.#ports.client().forget(this.#conversationId);
    this.#conversationId = undefined;
    this.#said = '';
    this.#typed = undefined;
    this.#isSorting = false;
    this.isSensitive = false;
    this.lines = [];
    this.#ports.keeper.clear();
    this.#changed();
  }

  /** Writes the talk to the storage, unless nothing of it may be there. */
  keep(): void {
    if (this.isSensitive) return;
    const conversationId = this.#conversationId;
    this.#ports.keeper.save({
      bot: this.#bot,
      chosen: this.#chosen,
      lines: this.lines,
      ...(conversationId && { conversationId }),
    });
  }

  #send(input: TurnInput, own: { readonly text: string; readonly holdsDate?: true }): void {
    this.lines = withLine(this.lines, { kind: 'own', ...own });
    this.delivery.send({
      key: this.#ports.randomKey(),
      input,
      language: this.botLanguage,
      typeset: true,
      ...(this.#conversationId !== undefined && { conversationId: this.#conversationId }),
      ...(this.insurer !== '' && { insurer: this.insurer }),
    });
    this.#ports.announce(messagesIn(this.language).frame.searching, SLOW_MS);
    this.#ports.show(null);
    this.#changed();
  }

  #settled({ language }: OutgoingMessage, sent: Settled): void {
    if (sent.kind === 'refused') {
      this.#failed(sent.message, 'refused');
      return;
    }
    this.#ports.announce('');
    this.#conversationId = sent.conversationId;
    const before = this.lines;
    this.lines = withReply(before, sent, { language, said: this.#said });
    this.#typed = undefined;
    if (sent.reply.isSensitive) {
      this.isSensitive = true;
      this.#ports.keeper.clear();
    }
    const id = this.lines[before.length]?.id ?? null;
    if (openDateLine(this.lines)) {
      this.#said = '';
      void this.#loadDates(id);
    }
    this.keep();
    this.#ports.show(id);
    this.#changed();
  }

  /** The question takes its room only when it is there; what was in view then stays in view. */
  async #loadDates(id: number | null): Promise<void> {
    const { state } = this.#ports.dates;
    const talk = this.#talk;
    await this.#ports.dates.load();
    if (state !== 'ready' && talk === this.#talk) this.#ports.show(id);
  }

  /** Says honestly that nothing was sent, and gives the words back, to be shortened or sent again. */
  #failed(message: string, why: 'refused' | 'dates'): void {
    this.#ports.announce('');
    this.lines = withLine(this.lines, { kind: 'failure', message, why });
    if (this.#typed !== undefined) this.#ports.giveBack(this.#typed);
    this.#ports.show(this.lines.at(-1)!.id);
    this.#changed();
  }

  #changed(): void {
    this.#host.requestUpdate();
  }
}
