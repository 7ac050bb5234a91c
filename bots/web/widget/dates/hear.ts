import {
  correctLast,
  namedFacts,
  readSlot,
  type SlotReading,
  saysUnknown,
} from '../../../../src/conversation/index.ts';
import type { Slot } from '../../../../src/rules/index.ts';
import type { IsoDate } from '../../../../src/text/index.ts';
import { withPlainDates } from './english-dates.ts';
import { isOnlyDate } from './only-a-date.ts';
import { newSession, type Session, stepOf, withDate, withoutDate } from './steps.ts';
import type { DateProblem } from './typed-date.ts';

/** What a typed text does: it takes the question on, it is a date that cannot be used, or it is about something else. */
export type Heard =
  | { readonly kind: 'session'; readonly session: Session }
  | { readonly kind: 'problem'; readonly session: Session; readonly problem: DateProblem }
  | { readonly kind: 'else' };

const ELSE: Heard = { kind: 'else' };

/** Begins with a rule and the dates that the question itself names as such; the sessions in between come first. */
export function begin(
  { rule, insurer }: Pick<Session, 'rule' | 'insurer'>,
  said: string,
  asOf: IsoDate,
): readonly [Session, ...Session[]] {
  const sessions: [Session, ...Session[]] = [newSession(rule, insurer)];
  for (const fact of namedFacts(withPlainDates(said), rule, asOf))
    sessions.push(withDate(sessions.at(-1)!, fact));
  return sessions;
}

/** Hears a text that was typed into the talk while a question for a date is open, or just answered. */
export function hear(text: string, session: Session, asOf: IsoDate): Heard {
  if (!isOnlyDate(text)) return ELSE;
  const said = withPlainDates(text);
  const step = stepOf(session, asOf);
  switch (step.kind) {
    case 'date':
      return answer(said, session, step.slot, asOf);
    case 'stuck':
      return answer(said, session, session.unknown.at(-1)!, asOf);
    case 'outcome':
      return heard(correctLast(said, { ...session, entry: '' }, asOf), session, session.last?.slot);
  }
}

function answer(said: string, session: Session, slot: Slot, asOf: IsoDate): Heard {
  const reading = readSlot(said, slot, { ...session, entry: '' }, asOf);
  if (reading.kind !== 'none') return heard(reading, session, slot);
  if (saysUnknown(said)) return { kind: 'session', session: withoutDate(session, slot) };
  return /\d/.test(said) ? { kind: 'problem', session, problem: { kind: 'unreadable' } } : ELSE;
}

function heard(reading: SlotReading, session: Session, slot: Slot | undefined): Heard {
  switch (reading.kind) {
    case 'read': {
      const { slot: given, era } = reading.inquiry.last!;
      const facts = { ...session, facts: reading.inquiry.facts };
      return { kind: 'session', session: withDate(facts, { slot: given, date: facts.facts[given]!, era }) };
    }
    case 'unclear':
    case 'impossible':
      return {
        kind: 'problem',
        // What was given stays, so that 「あ、5日です」 can still put it right.
        session: slot === undefined ? session : { ...session, again: slot },
        problem: { kind: reading.kind, said: reading.problem },
      };
    case 'none':
      return ELSE;
  }
}
