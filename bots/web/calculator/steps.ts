import { evaluate, type Facts, type Outcome, type RuleId, type Slot } from '../../../src/rules/index.ts';
import type { IsoDate } from '../../../src/text/index.ts';

/** All that a resident has told the page; it lives as long as the page is open, and nowhere else. */
export interface Session {
  readonly rule?: RuleId;
  readonly insurer?: string;
  readonly facts: Facts;
  /** Dates that the resident does not have. */
  readonly unknown: readonly Slot[];
}

export const EMPTY_SESSION: Session = { facts: {}, unknown: [] };

export type KnownOutcome = Exclude<Outcome, { kind: 'needs' }>;

/** What the page shows next. */
export type Step =
  | { readonly kind: 'rule' }
  | { readonly kind: 'insurer' }
  | { readonly kind: 'date'; readonly slot: Slot; readonly problem?: string }
  | { readonly kind: 'stuck' }
  | {
      readonly kind: 'outcome';
      readonly rule: RuleId;
      readonly insurer: string;
      readonly facts: Facts;
      readonly outcome: KnownOutcome;
    };

/** The next step: the rule itself says which date it still needs, the most telling first. */
export function stepOf({ rule, insurer, facts, unknown }: Session, asOf: IsoDate): Step {
  if (rule === undefined) return { kind: 'rule' };
  if (insurer === undefined) return { kind: 'insurer' };
  const outcome = evaluate(rule, insurer, facts, asOf);
  switch (outcome.kind) {
    case 'needs': {
      const slot = outcome.needs.find((need) => !unknown.includes(need));
      if (slot === undefined) return { kind: 'stuck' };
      return { kind: 'date', slot, ...(outcome.problem !== undefined && { problem: outcome.problem }) };
    }
    case 'date':
    case 'no-expiry':
    case 'not-applicable':
      return { kind: 'outcome', rule, insurer, facts, outcome };
  }
}

export function withRule(session: Session, rule: RuleId): Session {
  return { ...session, rule };
}

export function withInsurer(session: Session, insurer: string): Session {
  return { ...session, insurer };
}

export function withDate(session: Session, slot: Slot, date: IsoDate): Session {
  return {
    ...session,
    facts: { ...session.facts, [slot]: date },
    unknown: session.unknown.filter((other) => other !== slot),
  };
}

/** The resident does not have this date; the rule may do with another. */
export function withoutDate(session: Session, slot: Slot): Session {
  const { [slot]: _gone, ...facts } = session.facts;
  return { ...session, facts, unknown: [...session.unknown.filter((other) => other !== slot), slot] };
}
