import type { LitElement, ReactiveController } from 'lit';

/**
 * How much of the resident's own bubble may stay in view above the start of a reply, in pixels. In a talk about danger nothing
 * does: it is nobody else's to read, and the hotlines come first.
 */
const OWN_WORDS_PX = 96;

const MOVES = ['pointerdown', 'wheel', 'keydown'] as const;

/** Where in the talk somebody is: what is in view, and what has the focus. */
export class Place implements ReactiveController {
  /** A button of the talk, and not the field, asked for the line to come. */
  isPressed = false;
  readonly #host: LitElement;
  /** Nobody has to watch a talk of the page before roll by. */
  #isFirst = true;
  /** A talk that is taken up grows while its parts come in; its end stays in view until somebody moves. */
  #staysAtEnd = false;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    for (const move of MOVES) this.#host.addEventListener(move, this.#moved, { passive: true });
  }

  hostDisconnected(): void {
    for (const move of MOVES) this.#host.removeEventListener(move, this.#moved);
  }

  hostUpdated(): void {
    const log = this.#staysAtEnd ? this.#host.renderRoot.querySelector('.log') : null;
    log?.scrollTo({ top: log.scrollHeight, behavior: 'instant' });
  }

  readonly #moved = (): void => {
    this.#staysAtEnd = false;
  };

  /**
   * Brings a line into view by its start, so that a long answer is read from its beginning; null: the end of the talk.
   *
   * The focus goes along where a button asked for the line: from the button on one would have to tab through all that came
   * between. Whoever types stays in the field and hears the line through the log, and nobody is taken along who has gone
   * elsewhere meanwhile.
   */
  async show(id: number | null): Promise<void> {
    await this.#host.updateComplete;
    const log = this.#host.renderRoot.querySelector<HTMLElement>('.log');
    if (!log) return;
    // They have their height only then.
    const questions = log.querySelectorAll<LitElement>('madoguchi-date-question');
    await Promise.all([...questions].map(({ updateComplete }) => updateComplete));
    const line = id === null ? null : log.querySelector<HTMLElement>(`[data-line="${id}"]`);
    const isSensitive = this.#host.renderRoot.querySelector('.leaving') !== null;
    const isCalm = this.#isFirst || matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#staysAtEnd = id === null && (this.#isFirst || this.#staysAtEnd);
    this.#isFirst = false;
    log.scrollTo({
      top: topOf(log, line, isSensitive ? 12 : OWN_WORDS_PX),
      behavior: isCalm ? 'instant' : 'smooth',
    });
    if (!line || !this.isPressed) return;
    this.isPressed = false;
    const focused = this.#host.shadowRoot?.activeElement ?? null;
    if (focused === null || log.contains(focused)) line.focus({ preventScroll: true });
  }

  /** Takes the focus to a line. */
  async goTo(id: number): Promise<void> {
    await this.show(id);
    this.#host.renderRoot.querySelector<HTMLElement>(`[data-line="${id}"]`)?.focus({ preventScroll: true });
  }
}

function topOf(log: HTMLElement, line: HTMLElement | null, ownWordsPx: number): number {
  const own = line?.previousElementSibling?.clientHeight ?? 0;
  return line ? line.offsetTop - Math.min(own + 24, ownWordsPx) : log.scrollHeight;
}

/** Keeps the focus in its bubble when what had it has gone, as the buttons of a feedback do when one is pressed. */
export class FocusRescue implements ReactiveController {
  readonly #host: LitElement;
  #focused: Element | null = null;
  /** The bubble around it. */
  #line: Element | null = null;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#focused = this.#host.shadowRoot?.activeElement ?? null;
    this.#line = this.#focused?.closest('[data-line]') ?? null;
  }

  hostUpdated(): void {
    const isLost = this.#focused?.isConnected === false && this.#host.shadowRoot?.activeElement === null;
    if (!isLost) return;
    const line = this.#line?.isConnected ? this.#line : null;
    const next = line?.querySelector('.feedback[tabindex]') ?? line;
    (next instanceof HTMLElement ? next : this.#host.renderRoot.querySelector<HTMLElement>('.log'))?.focus({
      preventScroll: true,
    });
  }
}
