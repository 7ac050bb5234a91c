import {
  html,
  LitElement,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Language, TurnInput } from '../../../../src/conversation/index.ts';
import { type Choice, plainOf } from '../../../../src/reply/index.ts';
import { type Client, createClient } from '../../client.ts';
import { loadDates } from '../dates/load.ts';
import { mayHoldDate } from '../dates/may-hold-date.ts';
import { loadReadings } from '../messages/readings.ts';
import { talkStyles } from '../styles/talk.ts';
import { Announcer } from './announcer.ts';
import { composer } from './composer.ts';
import { DateDesk, type DateQuestion } from './dates.ts';
import { Display } from './display.ts';
import { displayPanel } from './display-panel.ts';
import { FeedbackDesk } from './feedback.ts';
import { greeting } from './greeting.ts';
import { Insurers } from './insurers.ts';
import { Keeper } from './keeper.ts';
import { type LinePorts, leavingBar, renderLine } from './line-view.ts';
import { openDateLine } from './lines.ts';
import { FocusRescue, Place } from './place.ts';
import { browserPorts } from './ports.ts';
import { Readings } from './readings.ts';
import type { TalkSettings } from './settings.ts';
import { Suggestions } from './suggestions.ts';
import { talkHeader } from './talk-header.ts';
import { TalkModel } from './talk-model.ts';
import { Topics } from './topics.ts';
import { type View, viewOf } from './view.ts';
import { hindranceText, waitingBubble } from './waiting.ts';

/** Where nothing else is said: the bot that the script comes from, in its place on the page. */
const USUAL: TalkSettings = {
  base: new URL('.', import.meta.url),
  insurer: '',
  language: 'ja',
  furigana: false,
  question: '',
  heading: '',
  isInline: true,
};

/** The talk itself, `<madoguchi-talk>` inside of `<madoguchi-chat>`. */
export class MadoguchiTalk extends LitElement {
  static override styles = talkStyles;
  static override properties: PropertyDeclarations = {
    settings: { attribute: false },
  };

  // Declared only: a class field would hide the accessors that Lit makes for `properties`.
  /** What the page says; language, furigana and insurer count where they are new, the resident may have changed them. */
  declare settings: TalkSettings;

  /** Whose insurers and topics are loaded. */
  #language: Language | undefined;
  #client: Client = createClient(USUAL.base);
  readonly #place = new Place(this);
  readonly #insurers = new Insurers(this, (language) => this.#client.insurers(language));
  readonly #announcer = new Announcer(this);
  readonly #display = new Display(this, {
    copy: browserPorts.copy,
    announce: (text) => this.#announcer.say(text),
  });
  readonly #suggestions = new Suggestions(this, (q, signal) => this.#client.suggest(q, signal), mayHoldDate);
  readonly #readings = new Readings(this, loadReadings);
  readonly #topics = new Topics(this, (language, signal) => this.#client.menu(language, signal, true));
  readonly #dates = new DateDesk(this, { load: loadDates, today: browserPorts.today });
  readonly #feedback = new FeedbackDesk(this, {
    client: () => this.#client,
    rated: ({ id }) => this.#model.rated(id),
    announce: (text) => this.#announcer.say(text),
  });
  readonly #model: TalkModel = new TalkModel(this, {
    client: () => this.#client,
    keeper: new Keeper(browserPorts.storage),
    dates: this.#dates,
    randomKey: browserPorts.randomKey,
    network: window,
    openQuestion: () => this.#openQuestion,
    show: (id) => void this.#place.show(id),
    giveBack: (text) => this.#giveBack(text),
    announce: (text, delayMs) => this.#announcer.say(text, delayMs),
    hindered: () => this.#hindered(),
  });

  constructor() {
    super();
    this.settings = USUAL;
    new FocusRescue(this);
  }

  /** Whether the talk is about somebody who may be in danger, so that it must be easy to leave. */
  get isSensitive(): boolean {
    return this.#model.isSensitive;
  }

  focusQuestion(): void {
    this.#field?.focus();
  }

  /** Empties the talk and its storage, and has the server forget it. */
  forget(): void {
    this.#suggestions.close();
    this.#feedback.clear();
    this.#display.open(false);
    if (this.#field) this.#field.value = '';
    this.#model.forget();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('settings')) this.#adopt(this.hasUpdated ? changed.get('settings') : undefined);
    const { botLanguage, furigana, lines } = this.#model;
    if (furigana && botLanguage === 'ja') void this.#readings.want();
    if (botLanguage === this.#language) return;
    this.#language = botLanguage;
    void this.#insurers.loadFor(this.#model);
    if (lines.some(({ kind }) => kind === 'topics')) void this.#topics.show(botLanguage);
  }

  override render(): TemplateResult {
    const view = this.#view;
    const { messages } = view;
    const ports = this.#linePorts;
    return html`<section
      class=${`frame ${this.settings.isInline ? '' : 'filling'} ${view.furigana ? 'furigana' : ''}`}
      lang=${messages.lang}
      aria-labelledby="title"
      @keydown=${(event: KeyboardEvent) => this.#display.pressed(event)}
    >
      ${talkHeader({ heading: this.#heading, canClose: !this.settings.isInline, view, display: this.#display, close: () => this.#tell('madoguchi-close') })}
      ${this.#display.isOpen ? displayPanel({ view, display: this.#display, model: this.#model, heading: this.#heading, restart: () => this.#restart() }) : nothing}
      ${this.isSensitive ? leavingBar(ports.leave, view) : nothing}
      <div id="log" class="log" role="log" aria-live="polite" aria-label=${messages.frame.talk} tabindex="0" @madoguchi-date=${() => this.#model.keep()}>
        ${greeting({ insurers: this.#insurers.known, insurer: this.#model.insurer, select: (insurer) => this.#model.choose({ insurer }), say: (text) => this.#say({ text }, text, 'button'), showTopics: () => this.#showTopics() }, view)}
        ${repeat(
          this.#model.lines,
          ({ id }) => id,
          (line) => renderLine(line, view, ports),
        )}
        ${waitingBubble(this.#model, browserPorts.isOnline(), view)}
      </div>
      ${composer(
        {
          suggestions: this.#suggestions,
          isBusy: this.#model.isBusy,
          send: () => this.#sendTyped(),
          pick: (text) => this.#say({ text }, text, 'field'),
          showTopics: () => this.#showTopics(),
        },
        view,
      )}
      <p class="speaker" role="status">${this.#announcer.text}</p>
      <p id="new-tab" hidden>${messages.answer.newTab}</p>
    </section>`;
  }

  override updated(): void {
    // The list may be longer than its box.
    this.renderRoot
      .querySelector('[role="option"][aria-selected="true"]')
      ?.scrollIntoView({ block: 'nearest' });
  }

  get #heading(): string {
    return this.settings.heading || this.#view.messages.frame.heading;
  }

  get #field(): HTMLInputElement | null {
    return this.renderRoot.querySelector<HTMLInputElement>('#question');
  }

  get #openQuestion(): DateQuestion | undefined {
    const id = openDateLine(this.#model.lines)?.id;
    return this.renderRoot.querySelector<DateQuestion>(`[data-question="${id}"]`) ?? undefined;
  }

  get #view(): View {
    return viewOf(this.#model, this.#readings, this.settings.base);
  }

  get #linePorts(): LinePorts {
    return {
      choose: ({ label, value }: Choice) => this.#say({ choice: value }, plainOf(label), 'button'),
      feedback: this.#feedback,
      dates: this.#dates,
      topics: this.#topics,
      reloadTopics: () => void this.#topics.show(this.#model.botLanguage),
      leave: () => this.#tell('madoguchi-leave'),
    };
  }

  /** What is new in the settings counts; the rest may have been changed by the resident. */
  #adopt(before: TalkSettings | undefined): void {
    const { base, insurer, language, furigana } = this.settings;
    if (before?.base.href !== base.href) {
      this.#client = createClient(base);
      this.#language = undefined;
    }
    if (before === undefined) this.#model.begin(this.settings);
    else
      this.#model.set({
        ...(insurer !== before.insurer && { insurer }),
        ...(language !== before.language && { language }),
        ...(furigana !== before.furigana && { furigana }),
      });
  }

  #restart(): void {
    this.forget();
    this.renderRoot.querySelector('#log')?.scrollTo({ top: 0, behavior: 'instant' });
    this.#announcer.say(this.#view.messages.display.restarted);
    if (this.#insurers.known.length === 0) void this.#insurers.loadFor(this.#model);
  }

  #tell(event: 'madoguchi-close' | 'madoguchi-leave'): void {
    this.dispatchEvent(new CustomEvent(event, { bubbles: true, composed: true }));
  }

  #sendTyped(): void {
    const text = this.#field?.value.trim() ?? '';
    if (text) this.#say({ text }, text, 'field');
  }

  #say(input: TurnInput, shown: string, from: 'field' | 'button'): void {
    if (this.#model.isBusy) return;
    if (this.#field && 'text' in input) this.#field.value = '';
    this.#suggestions.close();
    this.#place.isPressed = from === 'button';
    void this.#model.say(input, shown);
  }

  async #showTopics(): Promise<void> {
    const id = this.#model.addTopics();
    await Promise.all([this.#place.goTo(id), this.#topics.show(this.#model.botLanguage)]);
    void this.#place.show(id);
  }

  /** Puts words back into the field, unless something new is being typed. */
  #giveBack(text: string): void {
    const field = this.#field;
    if (field && field.value === '') field.value = text;
  }

  #hindered(): void {
    const { state } = this.#model.delivery;
    // Said once; every further try would only repeat it.
    if (state.kind === 'waiting' && state.failures === 1)
      this.#announcer.say(hindranceText(state.why, browserPorts.isOnline(), this.#view.messages));
    void this.#place.show(null);
  }
}
