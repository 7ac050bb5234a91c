import { LitElement, type PropertyDeclarations } from 'lit';
import { languageOf } from './options.ts';
import type { TalkSettings } from './talk/settings.ts';
import { type ShellWords, WORDS } from './words.ts';

/** What the talk is told of; a change of anything else leaves its settings alone. */
export const TOLD = ['insurer', 'inline', 'language', 'furigana', 'question', 'heading'] as const;

/** What the author of a page may set on `<madoguchi-chat>`, at any time; docs/embed.md explains it. Null: taken away again. */
export abstract class ChatAttributes extends LitElement {
  static override properties: PropertyDeclarations = {
    insurer: { type: String },
    inline: { type: Boolean, reflect: true },
    position: { type: String },
    color: { type: String },
    language: { type: String },
    furigana: { type: Boolean },
    question: { type: String },
    exitUrl: { type: String, attribute: 'exit-url' },
    heading: { type: String },
    open: { type: Boolean, reflect: true },
  };

  // Declared only: a class field would hide the accessors that Lit makes for `properties`.
  /** The id of the insurer whose answers are given; empty for another or an unknown one. */
  declare insurer: string | null;
  /** The talk stands in its place on the page, without a button. */
  declare inline: boolean;
  /** The lower corner of the button: `left`, else right. */
  declare position: string | null;
  /** #rgb or #rrggbb; empty for the usual one. */
  declare color: string | null;
  /** ja, easy or en. */
  declare language: string | null;
  declare furigana: boolean;
  /** Asked at once when the talk is opened first. */
  declare question: string | null;
  /** Where somebody lands who leaves at once. */
  declare exitUrl: string | null;
  declare heading: string | null;
  declare open: boolean;

  constructor() {
    super();
    this.insurer = '';
    this.inline = false;
    this.position = 'right';
    this.color = '';
    this.language = 'ja';
    this.furigana = false;
    this.question = '';
    this.exitUrl = '';
    this.heading = '';
    this.open = false;
  }

  protected get words(): ShellWords {
    return WORDS[languageOf(this.language)];
  }

  /** What the talk needs to know of it; somebody who comes back has asked the question before. */
  protected settingsOf(base: URL, isFirstVisit: boolean): TalkSettings {
    return {
      base,
      insurer: this.insurer ?? '',
      language: languageOf(this.language),
      furigana: this.furigana,
      question: (isFirstVisit && this.question) || '',
      heading: this.heading ?? '',
      isInline: this.inline,
    };
  }
}
