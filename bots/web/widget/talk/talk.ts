import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { TurnInput } from '../../../../src/conversation/index.ts';
import { type Client, createClient, type Insurer } from '../../client.ts';
import { controlStyles } from '../styles/controls.ts';
import { frameStyles } from '../styles/frame.ts';
import { partStyles } from '../styles/parts.ts';
import { tokens } from '../styles/tokens.ts';
import { composer } from './composer.ts';
import { greeting } from './greeting.ts';
import { type Line, renderLine, withReply } from './lines.ts';
import { Suggestions } from './suggestions.ts';

/** How much of the resident's own bubble may stay in view above the start of a reply, in pixels. */
const OWN_WORDS_PX = 96;
const UNREACHABLE = '通信できませんでした。電波の状態をご確認のうえ、もう一度お送りください。';

/** The talk itself, `<madoguchi-talk>` inside of `<madoguchi-chat>`. */
export class MadoguchiTalk extends LitElement {
  static override styles = [tokens, controlStyles, frameStyles, partStyles];
  static override properties: PropertyDeclarations = {
    insurer: { type: String },
    insurers: { state: true },
    lines: { state: true },
    busy: { state: true },
  };

  // Declared only: a class field would hide the accessors that Lit makes for `properties`.
  /** The id of the insurer whose answers are given; empty for another or an unknown one. */
  declare insurer: string;
  declare insurers: readonly Insurer[];
  declare lines: readonly Line[];
  declare busy: boolean;

  // The script's own address, so that the widget also works below a path or on another host's page.
  readonly #api: Client = createClient(new URL('.', import.meta.url));
  readonly #suggestions = new Suggestions(this, (q, signal) => this.#api.suggest(q, signal));
  #conversationId: string | undefined;
  #sending: AbortController | undefined;
  #lineCount = 0;

  constructor() {
    super();
    this.insurer = '';
    this.insurers = [];
    this.lines = [];
    this.busy = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#loadInsurers();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sending?.abort();
  }

  override render(): TemplateResult {
    const latest = this.lines.at(-1);
    const actions = {
      say: (text: string) => this.#say({ text }, text),
      choose: ({ label, value }: { label: string; value: string }) => this.#say({ choice: value }, label),
      again: (input: TurnInput) => this.#again(input),
    };
    return html`<section class="frame" lang="ja" aria-labelledby="title">
      <header>
        <h2 id="title">マイナ保険証 質問窓口</h2>
        <button type="button" class="quiet" @click=${() => this.#restart()}>はじめから</button>
      </header>
      <div id="log" class="log" role="log" aria-live="polite" aria-label="やりとり" tabindex="0">
        ${greeting({ say: actions.say, insurers: this.insurers, insurer: this.insurer, select: (id) => this.#select(id) })}
        ${repeat(
          this.lines,
          ({ id }) => id,
          (line) => renderLine(line, actions, line === latest),
        )}
        ${this.busy ? html`<p class="bubble bot waiting">お調べしています<span class="dots" aria-hidden="true"></span></p>` : nothing}
      </div>
      ${composer({
        suggestions: this.#suggestions,
        busy: this.busy,
        send: () => this.#sendTyped(),
        pick: (text) => this.#say({ text }, text),
      })}
    </section>`;
  }

  override updated(): void {
    // The list may be longer than its box.
    this.renderRoot
      .querySelector('[role="option"][aria-selected="true"]')
      ?.scrollIntoView({ block: 'nearest' });
  }

  get #field(): HTMLInputElement | null {
    return this.renderRoot.querySelector<HTMLInputElement>('#question');
  }

  #sendTyped(): void {
    const text = this.#field?.value.trim() ?? '';
    if (text) this.#say({ text }, text);
  }

  #say(input: TurnInput, shown: string): void {
    if (this.busy) return;
    if (this.#field && 'text' in input) this.#field.value = '';
    this.#suggestions.close();
    this.lines = [...this.lines, { kind: 'own', id: this.#nextId(), text: shown, hidden: false }];
    void this.#exchange(input);
  }

  #again(input: TurnInput): void {
    if (this.busy) return;
    this.lines = this.lines.filter(({ kind }) => kind !== 'failure');
    void this.#exchange(input);
  }

  async #exchange(input: TurnInput): Promise<void> {
    const sending = new AbortController();
    this.#sending = sending;
    this.busy = true;
    void this.#settle(null);
    const outgoing = {
      key: crypto.randomUUID(),
      input,
      ...(this.#conversationId !== undefined && { conversationId: this.#conversationId }),
      insurer: this.insurer,
      language: 'ja',
      typeset: false,
    } as const;
    const sent = await this.#api.send(outgoing, sending.signal);
    // Started anew or removed from the page in the meantime.
    if (sending.signal.aborted) return;
    const id = this.#nextId();
    if (sent.kind === 'reply') {
      this.#conversationId = sent.conversationId;
      this.lines = withReply(this.lines, { kind: 'reply', id, reply: sent.reply });
    } else {
      const again = sent.kind !== 'refused';
      const message = sent.kind === 'unreachable' ? UNREACHABLE : sent.message;
      this.lines = [...this.lines, { kind: 'failure', id, message, again: again ? input : null }];
      this.#giveBack(input, again);
    }
    this.busy = false;
    await this.#settle(id);
  }

  /** Puts a refused text back into the field, to be shortened there, unless something new is being typed. */
  #giveBack(input: TurnInput, again: boolean): void {
    const field = this.#field;
    if (!again && field && field.value === '' && 'text' in input) field.value = input.text;
  }

  /** Brings the start of a line into view (null: the end of the talk), and rescues the focus from a button that has gone. */
  async #settle(id: number | null): Promise<void> {
    const focused = this.shadowRoot?.activeElement;
    await this.updateComplete;
    const log = this.renderRoot.querySelector<HTMLElement>('#log');
    if (!log) return;
    if (focused && !focused.isConnected) log.focus({ preventScroll: true });
    const line = id === null ? null : log.querySelector<HTMLElement>(`[data-line="${id}"]`);
    const own = line?.previousElementSibling?.clientHeight ?? 0;
    const top = line ? line.offsetTop - Math.min(own + 24, OWN_WORDS_PX) : log.scrollHeight;
    log.scrollTo({
      top,
      behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth',
    });
  }

  #restart(): void {
    this.#sending?.abort();
    this.#suggestions.close();
    this.#conversationId = undefined;
    this.lines = [];
    this.busy = false;
    if (this.#field) this.#field.value = '';
    if (this.insurers.length === 0) void this.#loadInsurers();
    this.renderRoot.querySelector('#log')?.scrollTo({ top: 0, behavior: 'instant' });
  }

  #select(id: string): void {
    this.insurer = id;
    // A conversation remembers its insurer; only a new one can be without.
    if (id === '') this.#conversationId = undefined;
  }

  async #loadInsurers(): Promise<void> {
    this.insurers = await this.#api.insurers('ja');
    // The server refuses an id that it does not know, and the page's author would not see it.
    if (this.insurers.length > 0 && !this.insurers.some(({ id }) => id === this.insurer)) this.insurer = '';
  }

  #nextId(): number {
    this.#lineCount += 1;
    return this.#lineCount;
  }
}
