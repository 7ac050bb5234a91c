import type { LitElement, ReactiveController } from 'lit';
import { type Command, commandFor, type Place } from './keys.ts';
import { placeOf } from './place.ts';
import type { DeskPorts } from './ports.ts';

/** Hears the keys of the whole page and turns them into what they ask of the desk. */
export class Keyboard implements ReactiveController {
  /** Whether letters alone do something. */
  hasLetters: boolean;
  readonly #host: LitElement;
  readonly #kept: DeskPorts['letterKeys'];
  readonly #act: (command: Command, place: Place) => void;

  constructor(
    host: LitElement,
    kept: DeskPorts['letterKeys'],
    act: (command: Command, place: Place) => void,
  ) {
    this.#host = host;
    this.#kept = kept;
    this.#act = act;
    this.hasLetters = kept.read();
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('keydown', this.#pressed);
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.#pressed);
  }

  setLetters(isOn: boolean): void {
    this.hasLetters = isOn;
    this.#kept.write(isOn);
    this.#host.requestUpdate();
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    // An open dialog has keys of its own.
    if (event.defaultPrevented || this.#host.renderRoot.querySelector('dialog[open]') !== null) return;
    const path = event.composedPath();
    const place = placeOf(path[0], path.includes(this.#host));
    const press = {
      key: event.key,
      // 229 is how Safari says that the key belongs to the input method.
      isConverting: event.isComposing || event.keyCode === 229,
      isModified: event.ctrlKey || event.altKey || event.metaKey,
    };
    const command = commandFor(press, place, this.hasLetters);
    if (command === undefined) return;
    event.preventDefault();
    this.#act(command, place);
  };
}
