import type { Analysis } from './analysis.ts';

/** A sparse vector: `indices[i]` of the vocabulary has the value `values[i]`. */
export interface SparseVector {
  readonly indices: Int32Array;
  readonly values: Float32Array;
}

/** One view of a text. Each group is normalised on its own, so that a long view does not drown a short one. */
interface FeatureGroup {
  readonly name: string;
  readonly weight: number;
  readonly terms: (analysis: Analysis) => readonly string[];
}

/** All runs of `length` characters of a text. */
export function ngrams(text: string, length: number): readonly string[] {
  return Array.from({ length: Math.max(0, text.length - length + 1) }, (_, at) =>
    text.slice(at, at + length),
  );
}

/** Weights as fitted in a trial on 70 topics; readings let hiragana questions meet kanji phrasings. */
const FEATURE_GROUPS: readonly FeatureGroup[] = [
  { name: 'c2', weight: 0.7, terms: (a) => (a.japanese ? ngrams(a.text, 2) : []) },
  { name: 'c3', weight: 1, terms: (a) => (a.japanese ? ngrams(a.text, 3) : []) },
  { name: 'r3', weight: 1, terms: (a) => (a.japanese ? ngrams(a.reading, 3) : []) },
  { name: 'r4', weight: 0.7, terms: (a) => (a.japanese ? ngrams(a.reading, 4) : []) },
  { name: 'k', weight: 1.5, terms: (a) => (a.japanese ? a.keys : []) },
  { name: 's', weight: 1, terms: (a) => a.synonyms },
  { name: 'w', weight: 1, terms: (a) => a.stems },
  { name: 'e', weight: 1, terms: (a) => (a.japanese ? [] : ngrams(a.text, 4)) },
];

/** A feature that only one training text has says more about its writer than about the topic. */
const MIN_TEXTS = 2;

export interface Vocabulary {
  /** Feature name (group and term) to its index. */
  readonly index: ReadonlyMap<string, number>;
  readonly idf: Float32Array;
}

/** A text to learn from; a text and its copy in kana have the same `source`. */
export interface VocabularyText {
  readonly analysis: Analysis;
  readonly source: number;
}

const featureName = (group: FeatureGroup, term: string) => `${group.name} ${term}`;

/** Learns the features of the training texts and how rare each is. */
export function fitVocabulary(texts: readonly VocabularyText[]): Vocabulary {
  const seen = new Map<string, { texts: number; sources: number; last: number }>();
  for (const { analysis, source } of texts.toSorted((a, b) => a.source - b.source)) {
    for (const group of FEATURE_GROUPS) {
      for (const term of new Set(group.terms(analysis))) {
        const name = featureName(group, term);
        const count = seen.get(name) ?? { texts: 0, sources: 0, last: -1 };
        count.texts += 1;
        if (count.last !== source) count.sources += 1;
        count.last = source;
        seen.set(name, count);
      }
    }
  }
  const kept = [...seen].filter(([, { sources }]) => sources >= MIN_TEXTS);
  return {
    index: new Map(kept.map(([name], at) => [name, at])),
    idf: Float32Array.from(kept, ([, count]) => 1 + Math.log((texts.length + 1) / (count.texts + 1))),
  };
}

/** The tf-idf vector of a text; features that the vocabulary lacks are left out. */
export function vectorise(analysis: Analysis, { index, idf }: Vocabulary): SparseVector {
  const indices: number[] = [];
  const values: number[] = [];
  for (const group of FEATURE_GROUPS) {
    const frequency = new Map<number, number>();
    for (const term of group.terms(analysis)) {
      const at = index.get(featureName(group, term));
      if (at !== undefined) frequency.set(at, (frequency.get(at) ?? 0) + 1);
    }
    const weights = [...frequency].map(([at, tf]) => [at, (1 + Math.log(tf)) * idf[at]!] as const);
    const norm = Math.hypot(...weights.map(([, weight]) => weight));
    for (const [at, weight] of weights) {
      indices.push(at);
      values.push((group.weight * weight) / norm);
    }
  }
  return { indices: Int32Array.from(indices), values: Float32Array.from(values) };
}
