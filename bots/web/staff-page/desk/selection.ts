import type { CannedAnswer, Found } from '../../../../src/staff/index.ts';

/** The answer that somebody is looking for; kept while others are looked at that do not have it. */
export interface Wish {
  readonly entry: string | undefined;
  /** An answer's key: `takasaki`, or `takasaki.2` for the second one where an insurer has several. */
  readonly answer: string | undefined;
}

/** The answer that is marked among those found. */
export interface Chosen {
  readonly entry: Found;
  readonly answer: CannedAnswer;
  readonly entryPlace: number;
  readonly answerPlace: number;
}

export const NO_WISH: Wish = { entry: undefined, answer: undefined };
const NATIONWIDE = 'nationwide';

/** An answer's name among those of its entry: its insurer, counted where that has several. */
export function answerKey(answers: readonly CannedAnswer[], place: number): string {
  const { insurer } = answers[place]!;
  const name = insurer ?? NATIONWIDE;
  const same = answers.filter((answer) => answer.insurer === insurer);
  return same.length === 1 ? name : `${name}.${same.indexOf(answers[place]!) + 1}`;
}

/**
 * What is marked: the entry and the answer wished for, else the first entry, and of it the answer of the same insurer, one that
 * holds before one that does not; undefined where nothing was found.
 */
export function chosenOf(found: readonly Found[], wish: Wish): Chosen | undefined {
  const wished = found.findIndex(({ entry }) => entry === wish.entry);
  const entryPlace = Math.max(wished, 0);
  const entry = found[entryPlace];
  if (entry === undefined) return undefined;
  const answerPlace = answerPlaceOf(entry.answers, wish.answer);
  return { entry, answer: entry.answers[answerPlace]!, entryPlace, answerPlace };
}

/** The entry `by` places further down; undefined beyond either end. */
export function entryBy(found: readonly Found[], wish: Wish, by: number): Wish | undefined {
  const place = chosenOf(found, wish)?.entryPlace;
  const entry = place === undefined ? undefined : found[place + by];
  // Which one of several answers an insurer has is a matter of one entry alone.
  return entry && { entry: entry.entry, answer: wish.answer?.split('.')[0] };
}

/** The answer `by` places further to the right; stays at either end. */
export function answerBy(found: readonly Found[], wish: Wish, by: number): Wish {
  const chosen = chosenOf(found, wish);
  if (chosen === undefined) return wish;
  const { entry, answerPlace } = chosen;
  const place = Math.min(Math.max(answerPlace + by, 0), entry.answers.length - 1);
  return { entry: entry.entry, answer: answerKey(entry.answers, place) };
}

/** The wish that names what is marked. */
export function wishFor({ entry, answerPlace }: Chosen): Wish {
  return { entry: entry.entry, answer: answerKey(entry.answers, answerPlace) };
}

function answerPlaceOf(answers: readonly CannedAnswer[], key: string | undefined): number {
  const exact = answers.findIndex((_answer, place) => answerKey(answers, place) === key);
  if (exact >= 0) return exact;
  const insurer = key?.split('.')[0];
  const isOwn = (answer: CannedAnswer) => (answer.insurer ?? NATIONWIDE) === insurer;
  const ways = [
    (answer: CannedAnswer) => isOwn(answer) && answer.holds,
    isOwn,
    ({ holds }: CannedAnswer) => holds,
  ];
  return ways.map((way) => answers.findIndex(way)).find((place) => place >= 0) ?? 0;
}
