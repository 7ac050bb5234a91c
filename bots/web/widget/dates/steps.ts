import type { Inquiry } from '../../../../src/conversation/index.ts';
import { evaluate, type Facts, type Outcome, type RuleId, type Slot } from '../../../../src/rules/index.ts';
import type { Era, IsoDate } from '../../../../src/text/index.ts';

/** All that a resident has told about one date rule; it lives as long as the page is open, and nowhere else. */
export interface Session extends Omit<Inquiry, 'entry'> {
  readonly insurer: string;
  /** A date given already that is asked for again, because a correction of it could not be read. */
  readonly again?: Slot;
}

export type KnownOutcome = Exclude<Outcome, { kind: 'needs' }>;

/** What is shown next. */
export type Step =
  | { readonly kind: 'date'; readonly slot: Slot; readonly problem?: string }
  | { readonly kind: 'stuck' }
  | {
      readonly kind: 'outcome';
      readonly rule: RuleId;
      readonly insurer: string;
      readonly facts: Facts;
      readonly outcome: KnownOutcome;
    };

/** A rule of which nothing is known yet. */
export function newSession(rule: RuleId, insurer: string): Session {
  return { rule, insurer, facts: {}, unknown: [] };
}

/** The next step: the rule itself says which date it still needs, the most telling first. */
export function stepOf({ rule, insurer, facts, unknown, again }: Session, asOf: IsoDate): Step {
  if (again !== undefined) return { kind: 'date', slot: again };
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

/** The date of a slot, in the era it was written in or null for a western year. */
export interface Given {
  readonly slot: Slot;
  readonly date: IsoDate;
  readonly era: Era | null;
}

export function withDate({ again: _asked, ...session }: Session, { slot, date, era }: Given): Session {
  return {
    ...session,
    facts: { ...session.facts, [slot]: date },
    unknown: session.unknown.filter((other) => other !== slot),
    last: { slot, era },
  };
}

/** The resident does not have this date; the rule may do with another. */
export function withoutDate({ again: _asked, last, ...session }: Session, slot: Slot): Session {
  const { [slot]: _gone, ...facts } = session.facts;
  return {
    ...session,
    facts,
    unknown: [...session.unknown.filter((other) => other !== slot), slot],
    ...(last !== undefined && last.slot !== slot && { last }),
  };
}
