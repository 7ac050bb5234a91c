import type { Analyser, Analysis } from './analysis.ts';
import type { Match } from './decision.ts';
import { termsOf, vectorise } from './features.ts';
import { type Matcher, readText } from './matcher.ts';
import { type RankerModel, rawScores } from './ranker.ts';
import { bm25Matches } from './search/bm25.ts';
import { searchScores, wordQuery } from './search/search-index.ts';

/** Why a candidate is where it is. */
export interface CandidateReason {
  readonly entry: string;
  /** Probability, 0 to 1. */
  readonly confidence: number;
  /** Logit of the classifier, with what a learned question adds. */
  readonly linear: number;
  /** Cosine of meanings. */
  readonly meaning: number;
  /** Cosine to the nearest question that staff have assigned to it; 0 where there is none. */
  readonly learned: number;
  /** Words and synonym groups (`s:`, general ones `g:`) that question and entry share, with their BM25 scores, best first. */
  readonly words: readonly (readonly [string, number])[];
  /**
   * What speaks for this one rather than for the other candidates: features of the classifier (`c2:` pairs of characters,
   * `r3:` readings, `k:` words, `s:` synonym groups...) and how much they add to its logit, most first.
   */
  readonly signs: readonly (readonly [string, number])[];
}

/** How a question was understood. */
export interface Explanation {
  readonly analysis: Analysis;
  readonly match: Match;
  readonly reasons: readonly CandidateReason[];
}

/**
 * Explains what a matcher does with a question, from the model that it was made of. The reasons are those of the whole text;
 * of a long story, the confidence also follows its asking clauses (see `emphasis.ts`).
 */
export function explain(model: RankerModel, analyser: Analyser, match: Matcher, text: string): Explanation {
  const analysis = analyser.analyse(readText(text));
  const raw = rawScores(model, analysis);
  const query = wordQuery(model.search, analysis);
  const { learned } = searchScores(model.search, analysis);
  const found = match(text);
  const rivals = found.candidates.map(({ entry }) => model.topics.indexOf(entry));
  const reasons = found.candidates.map(({ entry, confidence }) => {
    const topic = model.topics.indexOf(entry);
    return {
      entry,
      confidence,
      linear: raw.linear[topic]!,
      meaning: raw.meaning[topic]!,
      learned: learned[topic]!,
      words: bm25Matches(model.search.words, query, topic),
      signs: signsFor(model, analysis, topic, rivals),
    };
  });
  return { analysis, match: found, reasons };
}

function signsFor(
  { vocabulary, linear }: RankerModel,
  analysis: Analysis,
  topic: number,
  rivals: readonly number[],
) {
  const { indices, values } = vectorise(analysis, vocabulary);
  const terms = termsOf(vocabulary, new Set(indices));
  const weight = (feature: number, of: number) => linear.weights[feature * linear.classes + of]!;
  return Array.from(indices, (feature, i) => {
    const mean = rivals.reduce((sum, rival) => sum + weight(feature, rival), 0) / rivals.length;
    return [terms.get(feature)!, values[i]! * (weight(feature, topic) - mean)] as const;
  }).sort(([, a], [, b]) => b - a);
}

/** A reason as one line, with at most `most` words and signs. */
export function reasonLine(reason: CandidateReason, most = 5): string {
  const { entry, confidence, linear, meaning, learned, words, signs } = reason;
  const listed = (scored: CandidateReason['words']) =>
    scored
      .slice(0, most)
      .map(([term, score]) => `${term} ${score.toFixed(1)}`)
      .join(', ') || '-';
  const near = learned > 0 ? `; learned question ${learned.toFixed(2)}` : '';
  return `${entry} ${confidence.toFixed(2)}: words ${listed(words)}; classifier ${linear.toFixed(1)} (${listed(signs)}); meaning ${meaning.toFixed(2)}${near}`;
}
