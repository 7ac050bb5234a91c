import {
  type ConfidenceWeights,
  logSumExp,
  type Probabilities,
  probabilities,
  type Thresholds,
} from './calibration.ts';
import { decide, type Match } from './decision.ts';
import type { RankerModel, RawScores } from './ranker.ts';
import { emphasise } from './reading/emphasis.ts';

/** A labelled question: what the scorers said of it, and the topics that would be right (none: out of scope). */
export interface LabelledScores {
  readonly raw: RawScores;
  /** Of its asking clauses, where it is a long story (see `emphasis.ts`). */
  readonly asked?: RawScores | undefined;
  readonly right: readonly string[];
}

/** How a decision turned out. */
export type Verdict = 'right' | 'offered' | 'wrong' | 'unknown' | 'refused' | 'leaked';

const WEIGHT_NAMES = ['linear', 'words', 'meaning', 'outOfScope', 'bestWords'] as const;
const STEPS = 600;
const RATE = 0.1;
const SHRINK = 1e-4;
/** Brings BM25 to the size of the other features, for even steps. */
const WORDS_SCALE = 10;

/** Worth of a verdict: an offer costs the resident a click. */
const WORTH: Readonly<Record<Verdict, number>> = {
  right: 1,
  offered: 0.5,
  unknown: 0,
  wrong: 0,
  refused: 1,
  leaked: 0,
};
/**
 * What cities are promised (right 90 %, right or offered 97 %, wrong 3 %; refused 96 %) with a margin for questions that
 * nobody has labelled: shares of the questions in scope and of those out of scope. Each question short of that costs as
 * much as `BROKEN_PROMISE` right ones.
 */
const PROMISED = { right: 0.905, found: 0.971, wrong: 0.02, refused: 0.97 } as const;
const BROKEN_PROMISE = 10;

const GRID = {
  outOfScope: [0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55],
  leastBest: [0.06, 0.09, 0.12, 0.16, 0.2],
  answer: [0.5, 0.55, 0.6, 0.65, 0.68, 0.7, 0.72, 0.75, 0.8],
  offerShare: [0.01, 0.02, 0.04, 0.06, 0.08, 0.12],
} as const;

/** Maximum-likelihood weights of the conditional logit, by gradient ascent with Adagrad. */
export function fitWeights(
  topics: readonly string[],
  questions: readonly LabelledScores[],
): ConfidenceWeights {
  const alternatives = questions.map(({ raw, right }) => featureRows(topics, raw, right));
  const weights = [1, 0, 0, 0, 0];
  const history = WEIGHT_NAMES.map(() => 1e-6);
  for (let step = 0; step < STEPS; step++) {
    const gradient = WEIGHT_NAMES.map(() => 0);
    for (const { rows, isRight } of alternatives) {
      const utilities = rows.map((row) => row.reduce((sum, value, i) => sum + value * weights[i]!, 0));
      const highest = Math.max(...utilities);
      const exponentials = utilities.map((utility) => Math.exp(utility - highest));
      const all = exponentials.reduce((a, b) => a + b, 0);
      const ofRight = exponentials.reduce((sum, value, i) => sum + (isRight[i] ? value : 0), 0);
      rows.forEach((row, i) => {
        const residual = exponentials[i]! * ((isRight[i] ? 1 / ofRight : 0) - 1 / all);
        row.forEach((value, j) => {
          gradient[j]! += residual * value;
        });
      });
    }
    gradient.forEach((sum, j) => {
      const slope = sum / questions.length - SHRINK * weights[j]!;
      history[j]! += slope * slope;
      weights[j]! += (RATE * slope) / Math.sqrt(history[j]!);
    });
  }
  const [linear, words, meaning, outOfScope, bestWords] = weights as [number, number, number, number, number];
  return { linear, words: words / WORDS_SCALE, meaning, outOfScope, bestWords: bestWords / WORDS_SCALE };
}

/** A row of features for each topic and, last, for "none"; in the order of `WEIGHT_NAMES`. */
function featureRows(topics: readonly string[], raw: RawScores, right: readonly string[]) {
  const best = raw.words.reduce((a, b) => Math.max(a, b), 0);
  const rows = topics.map((_, i) => [raw.linear[i]!, raw.words[i]! / WORDS_SCALE, raw.meaning[i]!, 0, 0]);
  rows.push([logSumExp(raw.outOfScope), 0, 0, 1, best / WORDS_SCALE]);
  const isRight = topics.map((topic) => right.includes(topic));
  isRight.push(right.length === 0);
  return { rows, isRight };
}

export function verdictOf(match: Match, right: readonly string[]): Verdict {
  if (right.length === 0) return match.decision === 'unknown' ? 'refused' : 'leaked';
  switch (match.decision) {
    case 'answer':
      return right.includes(match.entry) ? 'right' : 'wrong';
    case 'choose':
      return match.offered.some((entry) => right.includes(entry)) ? 'offered' : 'wrong';
    case 'menu':
      return right.some((topic) => topic.startsWith('menu:')) ? 'right' : 'wrong';
    case 'unknown':
      return 'unknown';
  }
}

function worthOf(verdicts: readonly Verdict[]): number {
  const count = (...those: readonly Verdict[]) =>
    verdicts.filter((verdict) => those.includes(verdict)).length;
  const outside = count('refused', 'leaked');
  const inScope = verdicts.length - outside;
  const broken =
    Math.max(0, count('wrong') - PROMISED.wrong * inScope) +
    Math.max(0, PROMISED.right * inScope - count('right')) +
    Math.max(0, PROMISED.found * inScope - count('right', 'offered')) +
    Math.max(0, PROMISED.refused * outside - count('refused'));
  return verdicts.reduce((sum, verdict) => sum + WORTH[verdict], 0) - BROKEN_PROMISE * broken;
}

/** The probabilities by which a question is decided, as the matcher has them. */
export function chancesOf({ raw, asked }: LabelledScores, weights: ConfidenceWeights): Probabilities {
  const whole = probabilities(raw, weights);
  return asked === undefined ? whole : emphasise(whole, probabilities(asked, weights));
}

/** The thresholds of the grid that are worth most on the questions. */
export function fitThresholds(
  model: Pick<RankerModel, 'topics' | 'outOfScope'>,
  questions: readonly LabelledScores[],
  weights: ConfidenceWeights,
): Thresholds {
  const scored = questions.map((question) => ({
    ...question,
    ...likeliest(model, chancesOf(question, weights)),
  }));
  let best: { worth: number; thresholds: Thresholds } | undefined;
  for (const outOfScope of GRID.outOfScope) {
    for (const leastBest of GRID.leastBest) {
      for (const answer of GRID.answer) {
        for (const offerShare of GRID.offerShare) {
          const thresholds = { outOfScope, leastBest, answer, offerShare };
          const worth = worthOf(
            scored.map(({ raw, right, topics, chances }) =>
              verdictOf(
                decide({ topics, outOfScope: model.outOfScope }, chances, raw.outOfScope, thresholds),
                right,
              ),
            ),
          );
          if (!best || worth > best.worth) best = { worth, thresholds };
        }
      }
    }
  }
  return best!.thresholds;
}

/** More topics than a decision can look at; with these few alone, thousands of decisions take seconds. */
const LOOKED_AT = 12;

/** The likeliest topics and their probabilities: all that a decision looks at. */
function likeliest(model: Pick<RankerModel, 'topics'>, { topics, outOfScope }: Probabilities) {
  const order = [...topics.keys()].sort((a, b) => topics[b]! - topics[a]!).slice(0, LOOKED_AT);
  return {
    topics: order.map((i) => model.topics[i]!),
    chances: { topics: Float64Array.from(order, (i) => topics[i]!), outOfScope },
  };
}
