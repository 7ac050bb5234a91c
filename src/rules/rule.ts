import type { IsoDate } from '../text/index.ts';

/** The personal facts a rule may ask for; all are Asia/Tokyo calendar dates. */
export const SLOTS = ['birthDate', 'residenceUntil', 'issuedOn', 'expiresOn', 'joinedOn', 'dueOn'] as const;
export type Slot = (typeof SLOTS)[number];
export type Facts = { readonly [slot in Slot]?: IsoDate };

/** The rules, named as the knowledge base names them in `rule:`. */
export const RULES = [
  'certificate-validity',
  'notice-validity',
  'legacy-validity',
  'digital-certificate-validity',
  'foreign-national-validity',
  'leave-nhi',
  'tax-arrears',
] as const;
export type RuleId = (typeof RULES)[number];

/** Where a figure stands: a document of the knowledge base and the section in it. */
export interface RuleCitation {
  readonly document: string;
  readonly section: string;
}

/** One of several dates that a rule gives, e.g. `card-expires`. */
export interface NamedDate {
  readonly name: string;
  readonly date: IsoDate;
}

/** Polite Japanese sentences for the resident; `{1956-11-01}` in them stands for a date, which the reply shows both ways. */
export type Sentence = string;

/** What a rule knows after looking at the facts: a date, a real "no expiry", why it does not apply, or what it still needs. */
export type Outcome =
  | {
      readonly kind: 'date';
      readonly date: IsoDate;
      readonly dates: readonly NamedDate[];
      readonly reason: Sentence;
      readonly notes: readonly Sentence[];
      readonly citations: readonly RuleCitation[];
    }
  | { readonly kind: 'no-expiry'; readonly reason: Sentence; readonly citations: readonly RuleCitation[] }
  | {
      readonly kind: 'not-applicable';
      readonly reason: Sentence;
      readonly citations: readonly RuleCitation[];
    }
  /** Any one of `needs`, the most telling first, brings the answer nearer; `problem` says what was wrong with a fact given. */
  | { readonly kind: 'needs'; readonly needs: readonly Slot[]; readonly problem?: Sentence };

/** A date rule of one subject, over all insurers; pure in the facts and the as-of date. */
export interface Rule {
  readonly id: RuleId;
  /** Insurers whose document gives this rule; for all others the outcome is not applicable. */
  readonly insurers: readonly string[];
  readonly evaluate: (insurer: string, facts: Facts, asOf: IsoDate) => Outcome;
}
