/** What each view says of every document for one question, in the order of the documents. */
export interface SearchScores {
  /** BM25 over words and synonym groups, 0 or more. */
  readonly words: Float32Array;
  /** Cosine of meanings, -1 to 1. */
  readonly meaning: Float32Array;
  /** Cosine of words to the nearest question that staff have assigned to the document, 0 to 1; 0 where there is none. */
  readonly learned: Float32Array;
}

/**
 * Fitted on the development half of localgovFAQ; from .4 to 1 for `meaning` beside .5 makes no difference there. `learned` by
 * `npm run bench:learning`.
 */
export const FUSION_WEIGHTS: Readonly<Record<keyof SearchScores, number>> = {
  words: 0.5,
  meaning: 0.35,
  learned: 0.4,
};

/**
 * One score a document, 0 or more: the weighted sum of the views, words and meaning divided by their highest score for this
 * question; a far learned question is no sign, however near it is beside others. Unlike meanings (a cosine below 0) are no
 * reason against a document that shares a word.
 */
export function fuse(scores: SearchScores): Float32Array {
  const words = FUSION_WEIGHTS.words / highest(scores.words);
  const meaning = FUSION_WEIGHTS.meaning / highest(scores.meaning);
  return scores.words.map(
    (score, i) =>
      words * score + meaning * Math.max(0, scores.meaning[i]!) + FUSION_WEIGHTS.learned * scores.learned[i]!,
  );
}

/** The highest score; 1 where none is above 0, so that dividing by it changes nothing. */
function highest(scores: Float32Array): number {
  return scores.reduce((a, b) => Math.max(a, b), 0) || 1;
}
