import { normalise } from '../text/index.ts';
import type { Analyser } from './analysis.ts';
import { type Calibration, probabilities } from './calibration.ts';
import { decide, type Match } from './decision.ts';
import { type RankerModel, rawScores } from './ranker.ts';

/** Turns a question into a decision; pure and synchronous. */
export type Matcher = (utterance: string) => Match;

/**
 * Longer texts are cut: nobody's question needs more, and time and memory stay bounded. Cut once normalised, which can
 * make a text 18 times as long (U+FDFA).
 */
const LONGEST_UTTERANCE = 2000;

export function createMatcher(model: RankerModel, analyser: Analyser, calibration: Calibration): Matcher {
  return (utterance) => {
    const analysis = analyser.analyse(normalise(utterance).slice(0, LONGEST_UTTERANCE));
    const raw = rawScores(model, analysis);
    return decide(model, probabilities(raw, calibration.weights), raw.outOfScope, calibration.thresholds);
  };
}
