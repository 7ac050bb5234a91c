import type { LitElement } from 'lit';
import { ChatAttributes, TOLD } from './attributes.ts';
import type { ChatPorts } from './browser.ts';
import { dress, make } from './dom.ts';
import { isEscape, Leaving } from './leaving.ts';
import { exitUrlOf } from './options.ts';
import { createPaint } from './paint.ts';
import { launcherView, type Stage, waitingView } from './shell-views.ts';
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
  readonly #ports: ChatPorts;
  readonly #shadow = this.attachShadow({ mode: 'open' });
  readonly #paint = createPaint();
  readonly #leaving = new Leaving({
    isSensitive: () => this.#talk?.isSensitive ?? false,
    leave: () => this.leave(),
    forget: () => this.#talk?.forget(),
    cameBack: () => this.#cameBack(),
  });

  readonly #launcher = launcherView({
    prefetch: () => this.#prefetch(),
    open: () => {
      this.open = true;
    },
  });
  readonly #panel = make('div', {
    id: 'panel',
    class: 'panel',
    role: 'dialog',
    tabindex: '-1',
  });
  readonly #root = make('div', {});
  /** Over the whole page, once it was left at once. */
  readonly #cover = make('div', { class: 'cover' });
  // What stands in the window, or in the place on the page.
  #waiting: ReturnType<typeof waitingView> | undefined;
  #talk: TalkElement | undefined;

  #stage: Stage = 'unasked';
  #isShown = false;
  #isRaised = false;
  /** Not come back to by the browser's buttons. */
  #isFirstVisit = true;
  /** Left at once: nothing is shown any more. */
  #isGone = false;
  /** The focus is to follow what opens, closes or is loaded. */
  #takesFocus = false;
  #stopWatching = () => {};

  constructor(ports: ChatPorts) {
    super();
    this.#ports = ports;
    dress(this.#shadow, shellStyles);
    this.#shadow.append(this.#root, this.#cover);
    this.#panel.addEventListener('keydown', this.#pressed);
    this.#panel.addEventListener('focusout', this.#focusLeft);
  }

  connectedCallback(): void {
    this.#leaving.connect();
    if (this.#isShown) this.#update();
    else this.#showFirst();
  }

  #showFirst(): void {
    // On a telephone it would hide the page before anybody has asked for it.
    if (this.open && !this.inline && this.#isFullScreen) this.open = false;
    this.#isShown = true;
    if (this.hasAttribute('color')) this.#dye();
    this.#arrange();
    this.#watch();
    // The button is seen a frame sooner where it need not ask the page for its layout first.
    requestAnimationFrame(() => setTimeout(() => this.#raise()));
    this.#ports.whenIdle(() => this.#prefetch());
  }

  disconnectedCallback(): void {
    this.#leaving.disconnect();
    this.#stopWatching();
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (!this.#isShown || before === after) return;
    if (this.#talk && TOLD.includes(name)) this.#talk.settings = this.#settings;
    if (name === 'open') this.#takesFocus = this.open || this.#shadow.activeElement !== null;
    if (name === 'color') this.#dye();
    if (name === 'inline') this.#arrange();
    else this.#update();
    if (name === 'open' || name === 'inline') this.#watch();
  }

  /** Hides the talk and the page behind it, forgets the talk, and goes to the neutral page in place of this one. */
  leave(): void {
    this.#isGone = true;
    this.#update();
    try {
      this.#talk?.forget();
    } finally {
      this.#ports.leaveTo(exitUrlOf(this.text('exit-url')));
    }
  }

  get #settings(): TalkSettings {
    return this.settingsOf(this.#ports.base, this.#isFirstVisit);
  }

  get #isFullScreen(): boolean {
    return matchMedia(FULL_SCREEN).matches;
  }

  /** Makes what there is: a button and a window, or a place on the page. */
  #arrange(): void {
    this.#root.replaceChildren(...(this.inline ? [] : [this.#launcher.element, this.#panel]));
    this.#fill();
    this.#update();
  }

  /** Puts the talk into its place, or what stands there until it has come; nothing before it is opened first. */
  #fill(): void {
    this.#talk = this.#stage === 'ready' ? this.#createTalk() : undefined;
    this.#waiting = undefined;
    if (isWaiting(this.#stage)) this.#waiting = this.#createWaiting();
    const content = this.#talk ?? this.#waiting?.element;
    if (this.inline) this.#root.replaceChildren(...(content ? [content] : []));
    else this.#panel.replaceChildren(...(content ? [content] : []));
  }

  /** Says and shows what is so now. */
  #update(): void {
    const { words, heading, inline, open } = this;
    this.#root.lang = words.lang;
    this.#root.className = inline ? 'root inline' : this.text('position') === 'left' ? 'root left' : 'root';
    this.#launcher.update(words, heading, open);
    this.#panel.setAttribute('aria-label', heading);
    if (isWaiting(this.#stage)) this.#waiting?.update(this.#stage, words, heading);

    this.#launcher.element.hidden = open || this.#isGone;
    this.#panel.hidden = !open || this.#isGone;
    this.#cover.hidden = !this.#isGone;
    if (this.#isRaised) this.#raise();
    if (this.#takesFocus) void this.#moveFocus();
    if ((open || inline) && this.#stage === 'unasked') void this.#load();
  }

  /** Over everything on the page, and as large as it is meant to be. */
  #raise(): void {
    this.#isRaised = true;
    const parts = [this.#launcher.element, this.#panel, this.#cover];
    // Read once and before anything is changed, because it lays the page out.
    const zoom = this.parentElement?.currentCSSZoom ?? 1;
    undoShrinking(this.#root, this.inline ? zoom : 1);
    for (const part of parts) {
      if (!part.hidden) undoShrinking(part, zoom);
      setOnTop(part, !part.hidden);
    }
  }

  #createTalk(): TalkElement {
    const talk = document.createElement('madoguchi-talk') as TalkElement;
    talk.settings = this.#settings;
    talk.addEventListener('madoguchi-close', this.#close);
    talk.addEventListener('madoguchi-leave', () => this.leave());
    return talk;
  }

  #createWaiting(): ReturnType<typeof waitingView> {
    return waitingView({
      retry: () => this.#retry(),
      reload: () => this.#ports.reload(),
      ...(!this.inline && { close: this.#close }),
    });
  }

  readonly #close = () => {
    this.open = false;
  };

  #prefetch(): void {
    // Where it fails, opening tries again and says so.
    this.#ports.loadTalk().catch(() => undefined);
  }

  async #load(): Promise<void> {
    const hasFailed = this.#stage !== 'unasked';
    this.#reach('loading');
    try {
      await this.#ports.loadTalk();
      this.#reach('ready');
    } catch {
      this.#reach(hasFailed ? 'failed-again' : 'failed');
    }
  }

  #reach(stage: Stage): void {
    const stays = isWaiting(this.#stage) && isWaiting(stage);
    this.#stage = stage;
    if (!stays) this.#fill();
    this.#update();
  }

  #retry(): void {
    // The button goes away under the focus.
    this.#takesFocus = !this.inline;
    void this.#load();
  }

  /** To the question once the talk is there, to its window until then, and back to the button in the end. */
  async #moveFocus(): Promise<void> {
    const talk = this.open ? this.#talk : undefined;
    if (this.open && !talk) return this.#panel.focus();
    this.#takesFocus = false;
    if (!talk) return this.#launcher.focus();
    await talk.updateComplete;
    talk.focusQuestion();
  }

  #watch(): void {
    this.#stopWatching();
    this.#stopWatching = this.open && !this.inline ? watchKeyboard(this.#panel) : () => {};
  }

  #dye(): void {
    const color = this.text('color');
    if (!this.#paint(this.#shadow, color))
      this.#ports.warn(`color="${color}": #0017c1 の形で書いてください。いつもの色で表示します。`);
  }

  readonly #pressed = (event: KeyboardEvent) => {
    // The talk may need it itself, to close its list.
    if (isEscape(event) && !event.defaultPrevented) this.open = false;
  };

  /** On a small screen the page is wholly behind the talk; whoever goes on there with the Tab key must see it. */
  readonly #focusLeft = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget instanceof Node && !this.#shadow.contains(relatedTarget) && this.#isFullScreen)
      this.open = false;
  };

  /** A new talk takes up what the storage still holds: nothing, where it was left at once on another page since. */
  #cameBack(): void {
    this.#isFirstVisit = false;
    this.#isGone = false;
    this.#reach('unasked');
  }
}

/** Something stands in the talk's place until it comes. */
function isWaiting(stage: Stage): stage is Exclude<Stage, 'unasked' | 'ready'> {
  return stage !== 'unasked' && stage !== 'ready';
}
