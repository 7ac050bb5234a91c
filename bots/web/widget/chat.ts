import {
  html,
  type LitElement,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { ChatAttributes, TOLD } from './attributes.ts';
import type { ChatPorts } from './browser.ts';
import { isEscape, Leaving } from './leaving.ts';
import { exitUrlOf } from './options.ts';
import { createPaint } from './paint.ts';
import { launcherButton, type Stage, waitingView } from './shell-views.ts';
import { shellStyles } from './styles/shell.ts';
import type { TalkSettings } from './talk/settings.ts';
import { setOnTop, undoShrinking, watchKeyboard } from './viewport.ts';

/** What the shell knows of `<madoguchi-talk>`. */
export interface TalkElement extends LitElement {
  settings: TalkSettings;
  readonly isSensitive: boolean;
  focusQuestion(): void;
  forget(): void;
}

/** Where the talk takes the whole screen; styles/shell.ts says the same. */
const FULL_SCREEN = '(max-width: 30em), (max-height: 30em)';

/** The chat of a city's page, `<madoguchi-chat insurer="takasaki">`: the button, the window, and leaving at once. */
export class MadoguchiChat extends ChatAttributes {
  static override styles = shellStyles;
  static override properties: PropertyDeclarations = {
    stage: { state: true },
    isFirstVisit: { state: true },
    isGone: { state: true },
  };

  declare stage: Stage;
  /** Not come back to by the browser's buttons. */
  declare isFirstVisit: boolean;
  /** Left at once: nothing is shown any more. */
  declare isGone: boolean;

  readonly #ports: ChatPorts;
  readonly #paint = createPaint();
  #settings: TalkSettings | undefined;
  #stopWatching = () => {};
  /** The focus is to follow what opens, closes or is loaded. */
  #takesFocus = false;

  constructor(ports: ChatPorts) {
    super();
    this.#ports = ports;
    this.stage = 'unasked';
    this.isFirstVisit = true;
    this.isGone = false;
    this.addController(
      new Leaving({
        isSensitive: () => this.#talk?.isSensitive ?? false,
        leave: () => this.leave(),
        forget: () => this.#talk?.forget(),
        cameBack: () => this.#cameBack(),
      }),
    );
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // On a telephone it would hide the page before anybody has asked for it.
    if (!this.hasUpdated && this.open && !this.inline && this.#isFullScreen) this.open = false;
    // Moved on the page, it has lost its place on top.
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopWatching();
  }

  /** Hides the talk and the page behind it, forgets the talk, and goes to the neutral page in place of this one. */
  leave(): void {
    this.isGone = true;
    // Now, not at the end of the task.
    this.performUpdate();
    try {
      this.#talk?.forget();
    } finally {
      this.#ports.leaveTo(exitUrlOf(this.exitUrl ?? ''));
    }
  }

  override willUpdate(changed: PropertyValues<this>): void {
    // Open from the first, it leaves the focus to the page.
    if (changed.has('open')) this.#takesFocus = this.open ? changed.get('open') === false : this.#hasFocus;
    if (!this.#settings || changed.has('isFirstVisit') || TOLD.some((name) => changed.has(name)))
      this.#settings = this.settingsOf(this.#ports.base, this.isFirstVisit);
    if ((this.open || this.inline) && this.stage === 'unasked') void this.#load();
  }

  override render(): TemplateResult {
    const heading = this.heading || this.words.heading;
    const cover = html`<div class="cover" popover="manual" ?hidden=${!this.isGone}></div>`;
    if (this.inline)
      return html`<div class="root inline" lang=${this.words.lang}>${this.#content(heading)}</div>
        ${cover}`;
    const launcher = { prefetch: () => this.#prefetch(), open: () => this.#setOpen(true) };
    return html`<div class=${`root ${this.position === 'left' ? 'left' : ''}`} lang=${this.words.lang}>
      <section class="corner" popover="manual" aria-label=${heading} ?hidden=${this.open || this.isGone}>
        ${launcherButton(this.words.ask, heading, { isOpen: this.open, ...launcher })}
      </section>
      <div
        id="panel"
        class="panel"
        popover="manual"
        role="dialog"
        aria-label=${heading}
        tabindex="-1"
        ?hidden=${!this.open || this.isGone}
        @keydown=${this.#pressed}
        @focusout=${this.#focusLeft}
      >
        ${this.#content(heading)}
      </div>
      ${cover}
    </div>`;
  }

  override firstUpdated(): void {
    this.#ports.whenIdle(() => this.#prefetch());
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('color') && !this.#paint(this.renderRoot, this.color ?? ''))
      this.#ports.warn(`color="${this.color}": #0017c1 の形で書いてください。いつもの色で表示します。`);
    const show = (selector: string, isShown: boolean) => {
      const element = this.#find(selector);
      if (!element) return;
      undoShrinking(element, this.parentElement);
      setOnTop(element, isShown);
    };
    show('.corner', !this.open && !this.isGone);
    show('.panel', this.open && !this.isGone);
    show('.cover', this.isGone);
    const inline = this.#find('.inline');
    if (inline) undoShrinking(inline, this.parentElement);
    if (changed.has('open')) this.#watch();
    if (this.#takesFocus) void this.#moveFocus();
  }

  get #talk(): TalkElement | null {
    return this.renderRoot.querySelector<TalkElement>('madoguchi-talk');
  }

  get #isFullScreen(): boolean {
    return matchMedia(FULL_SCREEN).matches;
  }

  get #hasFocus(): boolean {
    return this.shadowRoot?.activeElement != null;
  }

  #find(selector: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(selector);
  }

  #content(heading: string): TemplateResult {
    // Not before it is opened first.
    if (this.stage === 'unasked') return html``;
    if (this.stage !== 'ready') {
      return waitingView(this.stage, this.words, heading, {
        retry: () => this.#retry(),
        reload: () => this.#ports.reload(),
        ...(!this.inline && { close: () => this.#setOpen(false) }),
      });
    }
    return html`<madoguchi-talk
      .settings=${this.#settings}
      @madoguchi-close=${() => this.#setOpen(false)}
      @madoguchi-leave=${() => this.leave()}
    ></madoguchi-talk>`;
  }

  #setOpen(isOpen: boolean): void {
    this.open = isOpen;
  }

  #prefetch(): void {
    // Where it fails, opening tries again and says so.
    this.#ports.loadTalk().catch(() => undefined);
  }

  async #load(): Promise<void> {
    const hasFailed = this.stage !== 'unasked';
    this.stage = 'loading';
    try {
      await this.#ports.loadTalk();
      this.stage = 'ready';
    } catch {
      this.stage = hasFailed ? 'failed-again' : 'failed';
    }
  }

  #retry(): void {
    // The button goes away under the focus.
    this.#takesFocus = !this.inline;
    void this.#load();
  }

  /** To the question once the talk is there, to its window until then, and back to the button in the end. */
  async #moveFocus(): Promise<void> {
    const talk = this.open ? this.#talk : null;
    if (this.open && !talk) return this.#find('.panel')?.focus();
    this.#takesFocus = false;
    if (!talk) return this.#find('.launcher')?.focus();
    await talk.updateComplete;
    talk.focusQuestion();
  }

  #watch(): void {
    this.#stopWatching();
    const panel = this.open ? this.#find('.panel') : null;
    this.#stopWatching = panel ? watchKeyboard(panel) : () => {};
  }

  readonly #pressed = (event: KeyboardEvent) => {
    // The talk may need it itself, to close its list.
    if (isEscape(event) && !event.defaultPrevented) this.#setOpen(false);
  };

  /** On a small screen the page is wholly behind the talk; whoever goes on there with the Tab key must see it. */
  readonly #focusLeft = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget instanceof Node && !this.renderRoot.contains(relatedTarget) && this.#isFullScreen)
      this.#setOpen(false);
  };

  /** A new talk takes up what the storage still holds: nothing, where it was left at once on another page since. */
  #cameBack(): void {
    this.isFirstVisit = false;
    this.isGone = false;
    this.stage = 'unasked';
  }
}
