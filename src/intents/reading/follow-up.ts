import type { Probabilities } from '../calibration.ts';
import type { RankerModel, RawScores } from '../ranker.ts';
import { asks } from './asking.ts';
import type { Backgrounds } from './background.ts';
import { lettersOf } from './clauses.ts';
import { fromUtilities, type Reading } from './reading.ts';
import { subjectIn } from './subject.ts';

/** A longer text says what it is about. */
const LONGEST = 22;
const FEWEST_LETTERS = 3;
const TRAILING_OFF = /(?:けど|けれど|が|たら|は|も)[。?]?$/;

/** 「…でも?」「…の場合は?」「それは…」 cannot be understood alone, so being understood alone by nothing tells little. */
const LEANS =
  /^(?:それ|その|そこ|これ|じゃあ?|で、|また|もし)|でも|の場合|だったら|たら|なら|ときは|時は|ても|も同じ|けど|のほう/;

/**
 * Weights of a conditional logit over the topics and "none", fitted on the even lines of test/follow-ups.csv and, a tenth
 * of the weight each, on the short questions of labelled-questions.csv asked after an entry drawn at random.
 */
const WEIGHTS = {
  /** Of the logarithm of the probabilities of the text alone, and of the text after the subject. */
  alone: 1.3,
  named: 0.7,
  /** The entry itself, and every entry of its category. */
  same: 2.1,
  near: 1.5,
  none: -1,
  noneLeaning: -1.8,
  nonePerTenLetters: 1.35,
} as const;
/** Probability that every alternative keeps. */
const FLOOR = 0.01;
/** What of the resemblance to gibberish counts: a few words that say nothing of their own resemble it. */
const GIBBERISH_COUNTS = 0.3;
const GIBBERISH = 'gibberish';

/** Whether a normalised text of a few words may lean on what was answered before: it asks, and names no thing. */
export function mayFollow(text: string): boolean {
  return (
    text.length <= LONGEST &&
    lettersOf(text) >= FEWEST_LETTERS &&
    subjectIn(text) === undefined &&
    (asks(text) || TRAILING_OFF.test(text))
  );
}

/** The probabilities of a text after an entry: `alone` as it stands, `named` with the subject of the entry before it. */
export function inLightOf(
  model: Pick<RankerModel, 'topics' | 'outOfScope'>,
  backgrounds: Backgrounds,
  previous: string,
  readings: { readonly text: string; readonly alone: Reading; readonly named: Reading },
): Probabilities {
  const { text, alone, named } = readings;
  const category = backgrounds.get(previous)?.category;
  const utility = (ofAlone: number, ofNamed: number) =>
    WEIGHTS.alone * Math.log(ofAlone + FLOOR) + WEIGHTS.named * Math.log(ofNamed + FLOOR);
  const topics = alone.chances.topics.map((chance, i) => {
    const topic = model.topics[i]!;
    const isNear = category !== undefined && backgrounds.get(topic)?.category === category;
    return (
      utility(chance, named.chances.topics[i]!) +
      (topic === previous ? WEIGHTS.same : 0) +
      (isNear ? WEIGHTS.near : 0)
    );
  });
  const something = 1 - (1 - GIBBERISH_COUNTS) * gibberishShare(model, alone.raw);
  const none =
    utility(alone.chances.outOfScope * something, named.chances.outOfScope) +
    WEIGHTS.none +
    (LEANS.test(text) ? WEIGHTS.noneLeaning : 0) +
    (WEIGHTS.nonePerTenLetters * text.length) / 10;
  return fromUtilities(topics, none);
}

/** How much of being out of scope is looking like gibberish. */
function gibberishShare(
  { outOfScope: groups }: Pick<RankerModel, 'outOfScope'>,
  { outOfScope }: RawScores,
): number {
  const at = groups.indexOf(GIBBERISH);
  if (at < 0) return 0;
  const highest = outOfScope.reduce((a, b) => Math.max(a, b), -Infinity);
  const sum = outOfScope.reduce((total, logit) => total + Math.exp(logit - highest), 0);
  return Math.exp(outOfScope[at]! - highest) / sum;
}
