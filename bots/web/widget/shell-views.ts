import { html, nothing, type TemplateResult } from 'lit';
import type { ShellWords } from './words.ts';

/** How far the talk has come; it is loaded when it is opened first. */
export type Stage = 'unasked' | 'loading' | 'ready' | 'failed' | 'failed-again';

export interface LauncherPorts {
  readonly isOpen: boolean;
  /** The resident is about to press. */
  readonly prefetch: () => void;
  readonly open: () => void;
}

/** The button in the corner of the page; `heading` is heard after its words. */
export function launcherButton(words: string, heading: string, ports: LauncherPorts): TemplateResult {
  return html`<button
    type="button"
    class="launcher"
    aria-haspopup="dialog"
    aria-expanded=${ports.isOpen}
    aria-controls="panel"
    @pointerenter=${ports.prefetch}
    @focus=${ports.prefetch}
    @click=${ports.open}
  >
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d="M4 3h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-8l-6 5v-5H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2Zm2 4v2h12V7H6Zm0 4v2h8v-2H6Z" fill-rule="evenodd" />
    </svg>
    <span>${words}</span><span class="speaker">(${heading})</span>
  </button>`;
}

export interface WaitingPorts {
  readonly retry: () => void;
  readonly reload: () => void;
  /** Absent where the talk stands on the page itself. */
  readonly close?: () => void;
}

/** The window until the talk has come, or when it cannot be had. */
export function waitingView(
  stage: Exclude<Stage, 'unasked' | 'ready'>,
  words: ShellWords,
  heading: string,
  { retry, reload, close }: WaitingPorts,
): TemplateResult {
  const failure = (sentence: string, again: TemplateResult | typeof nothing) =>
    html`<p>${sentence}</p>
      <button type="button" @click=${retry}>${words.retry}</button>
      ${again}`;
  const failed = () => {
    switch (stage) {
      case 'loading':
        return nothing;
      case 'failed':
        return failure(words.failed, nothing);
      case 'failed-again':
        return failure(
          words.failedAgain,
          html`<button type="button" @click=${reload}>${words.reload}</button>`,
        );
    }
  };
  return html`<header>
      <h2>${heading}</h2>
      ${close ? html`<button type="button" @click=${close}>${words.close}</button>` : nothing}
    </header>
    <div class="before">
      <p role="status">${stage === 'loading' ? words.loading : nothing}</p>
      <div role="alert">${failed()}</div>
    </div>`;
}
