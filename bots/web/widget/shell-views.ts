import { draw, make } from './dom.ts';
import type { ShellWords } from './words.ts';

/** How far the talk has come; it is loaded when it is opened first. */
export type Stage = 'unasked' | 'loading' | 'ready' | 'failed' | 'failed-again';

/** A part of the shell: made once, then told what to say. */
export interface View<State extends unknown[]> {
  readonly element: HTMLElement;
  update(...state: State): void;
}

export interface LauncherPorts {
  /** The resident is about to press. */
  readonly prefetch: () => void;
  readonly open: () => void;
}

const BUBBLE =
  'M4 3h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-8l-6 5v-5H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2Zm2 4v2h12V7H6Zm0 4v2h8v-2H6Z';

/** The button in the corner of the page; the heading is heard after its words. */
export function launcherView({
  prefetch,
  open,
}: LauncherPorts): View<[words: ShellWords, heading: string, isOpen: boolean]> & { focus(): void } {
  const label = make('span', {});
  const speaker = make('span', { class: 'speaker' });
  const icon = draw(
    'svg',
    { viewBox: '0 0 24 24', 'aria-hidden': 'true' },
    draw('path', { d: BUBBLE, 'fill-rule': 'evenodd' }),
  );
  const attributes = {
    type: 'button',
    class: 'launcher',
    'aria-haspopup': 'dialog',
    'aria-controls': 'panel',
  };
  const button = make('button', attributes, icon, label, speaker);
  button.addEventListener('pointerenter', prefetch);
  button.addEventListener('focus', prefetch);
  button.addEventListener('click', open);
  const corner = make('section', { class: 'corner' }, button);
  return {
    element: corner,
    focus: () => button.focus(),
    update(words, heading, isOpen) {
      label.textContent = words.ask;
      speaker.textContent = `(${heading})`;
      button.setAttribute('aria-expanded', String(isOpen));
      corner.setAttribute('aria-label', heading);
    },
  };
}

export interface WaitingPorts {
  readonly retry: () => void;
  readonly reload: () => void;
  /** Absent where the talk stands on the page itself. */
  readonly close?: () => void;
}

/** The window until the talk has come, or when it cannot be had; its places for news stay, so that screen readers hear them. */
export function waitingView({
  retry,
  reload,
  close,
}: WaitingPorts): View<[stage: Exclude<Stage, 'unasked' | 'ready'>, words: ShellWords, heading: string]> {
  const title = make('h2', {});
  const closing = close && button(close);
  const status = make('p', { role: 'status' });
  const alert = make('div', { role: 'alert' });
  return {
    element: make(
      'div',
      { class: 'waiting' },
      make('header', {}, title, ...(closing ? [closing] : [])),
      make('div', { class: 'before' }, status, alert),
    ),
    update(stage, words, heading) {
      title.textContent = heading;
      if (closing) closing.textContent = words.close;
      status.textContent = stage === 'loading' ? words.loading : '';
      const again = stage === 'failed-again' ? [button(reload, words.reload)] : [];
      if (stage === 'loading') alert.replaceChildren();
      else {
        const sentence = stage === 'failed' ? words.failed : words.failedAgain;
        alert.replaceChildren(make('p', {}, sentence), button(retry, words.retry), ...again);
      }
    },
  };
}

function button(press: () => void, label = ''): HTMLButtonElement {
  const made = make('button', { type: 'button' }, label);
  made.addEventListener('click', press);
  return made;
}
