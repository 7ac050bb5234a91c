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

/** Days on which a desk is open alike; times as 09:30, Asia/Tokyo. */
export interface OpeningHours {
  readonly days: readonly Day[];
  readonly from: string;
  readonly until: string;
}

/** `holiday` is a national holiday, `year-end` December 29 to January 3; both go before the weekday. */
export type Day = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun' | 'holiday' | 'year-end';

/** One part of a reply. A channel renders every kind; `switch` over `kind` without a default keeps it complete. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'answer';
      readonly entry: string;
      readonly title: string;
      readonly text: string;
      /** The same in やさしい日本語. */
      readonly easy?: string;
      /** A short English translation; what it leaves out stands in `text`. */
      readonly english?: string;
      readonly scope: Scope;
      /** As of when the sources speak, and a warning where they are old. */
      readonly asOfNote: string;
      readonly sources: readonly Source[];
    }
  | { readonly kind: 'choices'; readonly prompt: string; readonly choices: readonly Choice[] }
  | {
      readonly kind: 'date-request';
      readonly slot: string;
      /** The date rule that asks, so that a page can work the date out itself. */
      readonly rule: string;
      /** Whose rule it is; `other` where the resident's insurer is none of the knowledge base. */
      readonly insurer: string;
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
      /** The same for the question whether it is open now. */
      readonly opening?: readonly OpeningHours[];
      /** Whether it is open now; added by a channel whose answer is read at once. */
      readonly status?: { readonly isOpen: boolean; readonly text: string };
    }
  /** Set apart from the talk: urgent (hotlines), private (a My Number was typed), or a remark. */
  | { readonly kind: 'notice'; readonly level: 'urgent' | 'private' | 'info'; readonly text: string };

/** What the bot says in one turn, independent of any channel. */
export interface Reply {
  readonly parts: readonly Part[];
  /** It tells that somebody is in danger from another person: no channel may keep it, announce it, or ask what was thought of it. */
  readonly isSensitive?: true;
}
