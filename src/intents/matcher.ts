import { normalise } from '../text/index.ts';
import type { Analyser } from './analysis.ts';
import { type Calibration, probabilities } from './calibration.ts';
import { clausesOf } from './clauses.ts';
import { decide, type Match } from './decision.ts';
import { askedText, emphasise } from './emphasis.ts';
import { type RankerModel, rawScores } from './ranker.ts';
import type { Reading } from './reading.ts';

/** Turns a question into a decision; pure and synchronous. */
export type Matcher = (utterance: string) => Match;

/**
 * Longer texts are cut: nobody's question needs more, and time and memory stay bounded. Cut once normalised, which can
 * make a text 18 times as long (U+FDFA).
 */
const LONGEST_UTTERANCE = 2000;

export function createMatcher(
  model: RankerModel,
  analyser: Analyser,
  { weights, thresholds }: Calibration,
): Matcher {
  const read = (text: string): Reading => {
    const raw = rawScores(model, analyser.analyse(text));
    return { raw, chances: probabilities(raw, weights) };
  };

  return (utterance) => {
    const text = normalise(utterance).slice(0, LONGEST_UTTERANCE);
    const clauses = clausesOf(text);
    const { raw, chances } = read(text);
    const asked = askedText(text, clauses);
    const alone = asked === undefined ? chances : emphasise(chances, read(asked).chances);
    return decide(model, alone, raw.outOfScope, thresholds);
  };
}
