import type { DatesRequest, DatesView } from './dates.ts';
import type { CannedAnswer } from './lookup.ts';
import type { StaleEntry } from './stale.ts';

/** All insurers side by side; no id of an insurer can look like it. */
export const ALL = '*';
/** What holds nationwide alone. */
export const NATIONWIDE = '+';

/** Which answers of an entry are meant; small enough to stand on a button, and nothing of a resident. */
export interface CardRequest {
  readonly entry: string;
  /** An insurer (its own answers, else the nationwide ones), `ALL`, or `NATIONWIDE`. */
  readonly whose: string;
  /** やさしい日本語, where there is such a text. */
  readonly isEasy: boolean;
}

/** What staff ask for at the counter, in whatever chat they work in. */
export type CounterCommand =
  | { readonly kind: 'help' }
  | { readonly kind: 'look-up'; readonly text: string }
  | { readonly kind: 'card'; readonly card: CardRequest }
  /** Show it to everybody in the channel. */
  | { readonly kind: 'post'; readonly card: CardRequest }
  /** As a text to be copied. */
  | { readonly kind: 'paste'; readonly card: CardRequest }
  | { readonly kind: 'report-form'; readonly card: CardRequest }
  | { readonly kind: 'dates'; readonly dates: DatesRequest }
  | { readonly kind: 'dates-of'; readonly card: CardRequest };

/** Something to press beneath an answer; `dates-of` opens the form of the entry's date rule. */
export interface CardAction {
  readonly kind: 'card' | 'post' | 'paste' | 'report-form' | 'dates-of';
  readonly label: string;
  readonly card: CardRequest;
}

/** An answer as it is shown: `text` is the easy one where that was asked for. */
export interface ShownAnswer {
  readonly answer: CannedAnswer;
  readonly actions: readonly CardAction[];
}

/** An entry with the answers that were asked for. */
export interface Card {
  readonly entry: string;
  readonly title: string;
  readonly categoryLabel: string;
  /** About violence: only whoever asked may see it, and nothing is kept. */
  readonly isSensitive: boolean;
  /** What to know before reading the answers, e.g. that the insurer's own document is silent. */
  readonly remarks: readonly string[];
  readonly answers: readonly ShownAnswer[];
  readonly actions: readonly CardAction[];
}

/** What a chat shows; each adapter renders every kind. */
export type CounterView =
  | { readonly kind: 'help' }
  | { readonly kind: 'found'; readonly cards: readonly Card[]; readonly others: readonly CardAction[] }
  | { readonly kind: 'post'; readonly answers: readonly CannedAnswer[] }
  | { readonly kind: 'paste'; readonly title: string; readonly text: string }
  | { readonly kind: 'report-form'; readonly card: CardRequest; readonly title: string }
  | DatesView
  /** What cannot be done, in a sentence that says why and what to do. */
  | { readonly kind: 'sentence'; readonly sentence: string };

/** Questions that were missed and are alike. */
export interface MissedLine {
  /** Redacted. */
  readonly text: string;
  readonly count: number;
  /** Milliseconds since 1970. */
  readonly lastAt: number;
}

/** What waits for staff. */
export interface CounterHome {
  /** Undefined where nobody collects them; `unavailable` while the database cannot be used. */
  readonly missed: readonly MissedLine[] | 'unavailable' | undefined;
  readonly stale: readonly StaleEntry[];
  /** An insurer's name by its id, for the answers that are old. */
  readonly insurerNames: Readonly<Record<string, string>>;
}
