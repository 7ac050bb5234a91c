import { languageOf } from './options.ts';
import type { TalkSettings } from './talk/settings.ts';
import { type ShellWords, WORDS } from './words.ts';

/** What the talk is told of; a change of anything else leaves its settings alone. */
export const TOLD: readonly string[] = ['insurer', 'inline', 'language', 'furigana', 'question', 'heading'];

/** What the author of a page may write on `<madoguchi-chat>`, and change at any time; docs/embed.md explains it. */
export abstract class ChatAttributes extends HTMLElement {
  static readonly observedAttributes = [...TOLD, 'position', 'color', 'exit-url', 'open'];

  get open(): boolean {
    return this.hasAttribute('open');
  }

  set open(isOpen: boolean) {
    this.toggleAttribute('open', isOpen);
  }

  /** The talk stands in its place on the page, without a button. */
  get inline(): boolean {
    return this.hasAttribute('inline');
  }

  set inline(isInline: boolean) {
    this.toggleAttribute('inline', isInline);
  }

  protected get words(): ShellWords {
    return WORDS[languageOf(this.getAttribute('language'))];
  }

  /** The title of the window. */
  protected get heading(): string {
    return this.text('heading') || this.words.heading;
  }

  /** What an attribute says; empty where it is absent. */
  protected text(name: string): string {
    return this.getAttribute(name) ?? '';
  }

  /** What the talk needs to know; somebody who comes back has asked the question before. */
  protected settingsOf(base: URL, isFirstVisit: boolean): TalkSettings {
    return {
      base,
      insurer: this.text('insurer'),
      language: languageOf(this.getAttribute('language')),
      furigana: this.hasAttribute('furigana'),
      question: isFirstVisit ? this.text('question') : '',
      heading: this.text('heading'),
      isInline: this.inline,
    };
  }
}
