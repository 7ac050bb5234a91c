import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { RuleId } from '../../../../src/rules/index.ts';
import type { MadoguchiDeskDates } from './dates/desk-dates.ts';

/** Which date is to be worked out; what is empty is asked for. */
export interface DatesWish {
  readonly rule: RuleId | '';
  readonly insurer: string;
}

type State =
  | { readonly kind: 'closed' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly wish: DatesWish }
  | { readonly kind: 'open'; readonly wish: DatesWish };

/** An element as its controllers need it. */
export type Host = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

/** The calculation of dates beside the answers: loaded when it is first asked for, and working without the server from then on. */
export class DatesDesk implements ReactiveController {
  readonly #host: Host;
  readonly #load: () => Promise<unknown>;
  #state: State = { kind: 'closed' };
  /** A new opening begins anew, whatever was chosen in the last one. */
  #openings = 0;

  constructor(host: Host, load: () => Promise<unknown>) {
    this.#host = host;
    this.#load = load;
    host.addController(this);
  }

  hostConnected(): void {}

  async open(wish: DatesWish): Promise<void> {
    this.#openings += 1;
    const opening = this.#openings;
    this.#show({ kind: 'loading' });
    const isLoaded = await this.#load().then(
      () => true,
      () => false,
    );
    // Closed, or opened for another one, in the meantime.
    if (opening !== this.#openings) return;
    this.#show({ kind: isLoaded ? 'open' : 'failed', wish });
    await this.#host.updateComplete;
    await this.#host.renderRoot.querySelector<MadoguchiDeskDates>('madoguchi-desk-dates')?.focusStep();
  }

  close(): void {
    this.#openings += 1;
    this.#show({ kind: 'closed' });
  }

  /** `closed` is called after it was closed by its own button. */
  render(closed: () => void): TemplateResult | typeof nothing {
    if (this.#state.kind === 'closed') return nothing;
    const close = () => {
      this.close();
      closed();
    };
    return html`<section class="dates" aria-labelledby="dates">
      <div class="head">
        <h2 id="dates">期限の計算</h2>
        <button type="button" class="quiet" @click=${close}>計算を閉じる</button>
      </div>
      ${this.#content(this.#state)}
    </section>`;
  }

  #content(state: Exclude<State, { kind: 'closed' }>): TemplateResult {
    switch (state.kind) {
      case 'loading':
        return html`<p role="status">計算の用意をしています…</p>`;
      case 'failed':
        return html`<p role="alert">計算を読み込めませんでした。ネットワークをご確認のうえ、もう一度お試しください。</p>
          <button type="button" class="choice" @click=${() => void this.open(state.wish)}>もう一度試す</button>`;
      case 'open': {
        const { rule, insurer } = state.wish;
        const dates = html`<madoguchi-desk-dates rule=${rule} insurer=${insurer}></madoguchi-desk-dates>`;
        return html`${keyed(this.#openings, dates)}`;
      }
    }
  }

  #show(state: State): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
