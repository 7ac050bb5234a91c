import { normalise } from '../text/index.ts';
import type { Analyser } from './analysis.ts';
import { type Calibration, type Probabilities, probabilities } from './calibration.ts';
import { decide, type Match, MENU_PREFIX, withBoth } from './decision.ts';
import { type RankerModel, rawScores } from './ranker.ts';
import type { Backgrounds } from './reading/background.ts';
import { clausesOf } from './reading/clauses.ts';
import { askedText, emphasise } from './reading/emphasis.ts';
import { inLightOf, mayFollow } from './reading/follow-up.ts';
import { likeliest, type Reading } from './reading/reading.ts';
import { type ClauseReading, twoTopics } from './reading/two-topics.ts';

/** Turns a question into a decision, in the light of the entry answered before it; pure and synchronous. */
export type Matcher = (utterance: string, previous?: string) => Match;

/**
 * Longer texts are cut: nobody's question needs more, and time and memory stay bounded. Cut once normalised, which can
 * make a text 18 times as long (U+FDFA).
 */
const LONGEST_UTTERANCE = 2000;

/** What of an utterance is read, normalised. */
export function readText(utterance: string): string {
  return normalise(utterance).slice(0, LONGEST_UTTERANCE);
}

/** From this cosine on a text is the same question as a learned one, perhaps with another particle or ending. */
const SAME_QUESTION = 0.9;

const NO_BACKGROUNDS: Backgrounds = new Map();

export function createMatcher(
  model: RankerModel,
  analyser: Analyser,
  { weights, thresholds }: Calibration,
  backgrounds: Backgrounds = NO_BACKGROUNDS,
): Matcher {
  const words = model.vocabulary.index.get('k');

  const read = (text: string): Reading => {
    const raw = rawScores(model, analyser.analyse(text));
    return { raw, chances: probabilities(raw, weights) };
  };

  /** A text of a few words after an entry, or undefined where it does not lean on it. */
  const readAfter = (text: string, previous: string): Probabilities | undefined => {
    const background = backgrounds.get(previous);
    if (!background || !mayFollow(text)) return undefined;
    // 知らない言葉があれば、前の答えではなく、その言葉のことを聞いている
    if (!analyser.analyse(text).keys.every((word) => words?.has(word))) return undefined;
    const alone = read(text);
    const named = read(`${background.subject} ${text}`);
    return inLightOf(model, backgrounds, previous, { text, alone, named });
  };

  const entryOf = (chances: Probabilities | undefined): ClauseReading | undefined => {
    if (!chances) return undefined;
    const { topic, chance } = likeliest(chances);
    const entry = model.topics[topic]!;
    return entry.startsWith(MENU_PREFIX) ? undefined : { entry, chance };
  };
  const clauseReader = {
    alone: (clause: string) => entryOf(read(clause).chances),
    after: (clause: string, previous: string) => entryOf(readAfter(clause, previous)),
  };

  return (utterance, previous) => {
    const text = readText(utterance);
    const clauses = clausesOf(text);
    const { raw, chances } = read(text);
    // 職員が全文を読んで決めた質問は、部分や前の答えから読み直さない
    if (raw.nearest >= SAME_QUESTION) return decide(model, chances, raw.outOfScope, thresholds);
    const asked = askedText(text, clauses);
    const alone = asked === undefined ? chances : emphasise(chances, read(asked).chances);
    const match = decide(model, alone, raw.outOfScope, thresholds);
    // それだけで分かる問いは、前の答えに引きずられない
    if (previous !== undefined && likeliest(alone).chance < thresholds.answer) {
      const after = readAfter(text, previous);
      const leaning = after && decide(model, after, raw.outOfScope, thresholds);
      if (leaning && leaning.decision !== 'unknown') return leaning;
    }
    return withBoth(match, () => twoTopics(text, clauses, clauseReader));
  };
}
