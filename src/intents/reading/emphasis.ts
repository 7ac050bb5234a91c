import type { Probabilities } from '../calibration.ts';
import { askingClauses } from './asking.ts';
import { fromUtilities } from './reading.ts';
import { lastSubjectIn, subjectIn } from './subject.ts';

/**
 * How much the clauses that ask say beside the whole text, and the probability that every topic keeps in them. Fitted on
 * the even questions of labelled-questions.csv with so many clauses, and checked on the odd ones and on 500 unseen.
 */
const WEIGHT = 0.5;
const FLOOR = 0.2;
/** With fewer, there is no story around the question: emphasis there gained as many as it lost. */
const FEWEST_CLAUSES = 3;
/** Of longer ones the end is read: a turn stays within its milliseconds. */
const LONGEST_ASKED = 60;

/**
 * What a text of many clauses asks, without the story around it: its asking clauses, after the thing named before them
 * where they name none. Undefined for fewer clauses, and where all of them ask or none does.
 */
export function askedText(text: string, clauses: readonly string[]): string | undefined {
  if (clauses.length < FEWEST_CLAUSES) return undefined;
  const asking = askingClauses(clauses);
  const asked = asking.join('').trim().slice(-LONGEST_ASKED);
  if (asked === '' || asking.length === clauses.length) return undefined;
  if (subjectIn(asked) !== undefined) return asked;
  const subject = lastSubjectIn(text.slice(0, text.indexOf(asking[0]!))) ?? lastSubjectIn(text);
  return subject === undefined ? asked : `${subject} ${asked}`;
}

/** The probabilities of the whole text, moved towards what its asking clauses say as far as they speak of a topic at all. */
export function emphasise(whole: Probabilities, asked: Probabilities): Probabilities {
  const weight = WEIGHT * (1 - asked.outOfScope);
  const utility = (ofWhole: number, ofAsked: number) =>
    Math.log(ofWhole) + weight * Math.log(ofAsked + FLOOR);
  return fromUtilities(
    whole.topics.map((chance, i) => utility(chance, asked.topics[i]!)),
    utility(whole.outOfScope, asked.outOfScope),
  );
}
