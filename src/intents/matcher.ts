import type { Analyser } from './analysis.ts';
import { type Calibration, probabilities } from './calibration.ts';
import { decide, type Match } from './decision.ts';
import { type RankerModel, rawScores } from './ranker.ts';

/** Turns a question into a decision; pure and synchronous. */
export type Matcher = (utterance: string) => Match;

/** Longer texts are cut: nobody's question needs more, and the time to answer stays bounded. */
const LONGEST_UTTERANCE = 2000;

export function createMatcher(model: RankerModel, analyser: Analyser, calibration: Calibration): Matcher {
  return (utterance) => {
    const raw = rawScores(model, analyser.analyse(utterance.slice(0, LONGEST_UTTERANCE)));
    return decide(model, probabilities(raw, calibration.weights), raw.outOfScope, calibration.thresholds);
  };
}
