import type { RuleId, Slot } from '../../../../src/rules/index.ts';
import type { IsoDate } from '../../../../src/text/index.ts';
import { begin, hear } from './hear.ts';
import { type Session, stepOf, withDate, withoutDate } from './steps.ts';
import { type DateFields, type DateProblem, fieldsOf, readFields } from './typed-date.ts';

/** A date question as it stands: what was told, the way back, and what is in the fields. */
export interface Asking {
  readonly session: Session;
  readonly past: readonly Session[];
  readonly typed: ReadonlyMap<Slot, DateFields>;
  /** Counts the forms: one whose fields are filled anew is made anew, because what a resident typed hides what is written in. */
  readonly form: number;
  /** What was wrong with what was typed last. */
  readonly problem: DateProblem | undefined;
}

/** Asks for the dates of a rule; those that the question itself names are used at once. */
export function beginAsking(rule: RuleId, insurer: string, said: string, asOf: IsoDate): Asking {
  const [first, ...rest] = begin({ rule, insurer }, said, asOf);
  const start: Asking = { session: first, past: [], typed: new Map(), form: 0, problem: undefined };
  return rest.reduce((asking, next) => filled(moved(asking, next, asOf)), start);
}

/** After a text that was typed into the talk; undefined where it is about something else. */
export function toldText(asking: Asking, text: string, asOf: IsoDate): Asking | undefined {
  const { session, past } = asking;
  const heard = hear(text, session, asOf);
  switch (heard.kind) {
    case 'session':
      return filled(moved(asking, heard.session, asOf));
    case 'problem': {
      const isReopened = heard.session.again !== session.again;
      return { ...asking, ...heard, past: isReopened ? [...past, session] : past };
    }
    case 'else':
      return undefined;
  }
}

/** After the fields of a form were sent. */
export function gaveFields(asking: Asking, slot: Slot, fields: DateFields, asOf: IsoDate): Asking {
  const noted = { ...asking, typed: new Map(asking.typed).set(slot, fields) };
  const reading = readFields(fields, slot, asOf);
  switch (reading.kind) {
    case 'date':
      return moved(noted, withDate(asking.session, { slot, date: reading.date, era: reading.era }), asOf);
    case 'problem':
      return { ...noted, problem: reading.problem };
  }
}

/** After 「わからない」. */
export function skippedDate(asking: Asking, slot: Slot, asOf: IsoDate): Asking {
  return moved(asking, withoutDate(asking.session, slot), asOf);
}

/** One step back, with what was typed there in its fields. */
export function steppedBack({ session, past, typed, form }: Asking): Asking {
  return {
    session: past.at(-1) ?? session,
    past: past.slice(0, -1),
    typed,
    form: form + 1,
    problem: undefined,
  };
}

/** On to a session. Before a date that the rule refused there is nothing to go back to, nor before a corrected outcome. */
function moved(asking: Asking, session: Session, asOf: IsoDate): Asking {
  const before = stepOf(asking.session, asOf);
  const isKept = before.kind !== 'outcome' && !(before.kind === 'date' && before.problem !== undefined);
  const past = isKept ? [...asking.past, asking.session] : asking.past;
  return { ...asking, session, past, problem: undefined };
}

/** What was said instead of filled in stands in the fields when they are shown again. */
function filled(asking: Asking): Asking {
  const { facts, last } = asking.session;
  const date = last && facts[last.slot];
  if (last === undefined || date === undefined) return asking;
  const typed = new Map(asking.typed).set(last.slot, fieldsOf(date, last.era));
  return { ...asking, typed, form: asking.form + 1 };
}
