import type { IsoDate } from '../text/calendar.ts';

/** Something the resident can press instead of typing; `value` comes back to the conversation unchanged. */
export interface Choice {
  readonly label: string;
  readonly value: string;
}

/** A source of an answer, ready to be shown. */
export interface Source {
  readonly document: string;
  readonly section: string;
  readonly title: string;
  /** The day the source was written, updated or checked. */
  readonly date: IsoDate;
  readonly url?: string;
}

/** Whose answer it is: the insurer's own, one that holds nationwide, or none because the insurer's document is silent. */
export type Scope = 'insurer' | 'national' | 'silent';

/** One part of a reply. A channel renders every kind; `switch` over `kind` without a default keeps it complete. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'answer';
      readonly entry: string;
      readonly title: string;
      readonly text: string;
      readonly scope: Scope;
      /** As of when the sources speak, and a warning where they are old. */
      readonly asOfNote: string;
      readonly sources: readonly Source[];
    }
  | { readonly kind: 'choices'; readonly prompt: string; readonly choices: readonly Choice[] }
  | {
      readonly kind: 'date-request';
      readonly slot: string;
      readonly prompt: string;
      readonly min: IsoDate;
      readonly max: IsoDate;
      /** Where a date picker opens. */
      readonly initial: IsoDate;
      /** Ways on for somebody who does not have the date. */
      readonly choices: readonly Choice[];
    }
  | {
      readonly kind: 'contact';
      readonly name: string;
      readonly about?: string;
      /** Hyphenated, e.g. 0984-23-0116; absent where the source gives none. */
      readonly tel?: string;
      readonly hours?: string;
    }
  /** Set apart from the talk: urgent (hotlines), private (a My Number was typed), or a remark. */
  | { readonly kind: 'notice'; readonly level: 'urgent' | 'private' | 'info'; readonly text: string };

/** What the bot says in one turn, independent of any channel. */
export interface Reply {
  readonly parts: readonly Part[];
}
