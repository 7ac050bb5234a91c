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
  /** Group name to its terms, each to the index of its feature. */
  readonly index: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly idf: Float32Array;
}

/** A text to learn from; a text and its copy in kana have the same `source`. */
export interface VocabularyText {
  readonly analysis: Analysis;
  readonly source: number;
}

/** In how many texts a term stands, and in how many sources. */
interface Spread {
  texts: number;
  sources: number;
  last: number;
}

/** Learns the features of the training texts and how rare each is. */
export function fitVocabulary(texts: readonly VocabularyText[]): Vocabulary {
  const bySource = texts.toSorted((a, b) => a.source - b.source);
  const index = new Map<string, Map<string, number>>();
  const idf: number[] = [];
  for (const group of FEATURE_GROUPS) {
    const terms = new Map<string, number>();
    for (const [term, { texts: count, sources }] of spreadOf(group, bySource)) {
      if (sources < MIN_TEXTS) continue;
      terms.set(term, idf.length);
      idf.push(1 + Math.log((texts.length + 1) / (count + 1)));
    }
    index.set(group.name, terms);
  }
  return { index, idf: Float32Array.from(idf) };
}

function spreadOf(group: FeatureGroup, bySource: readonly VocabularyText[]): ReadonlyMap<string, Spread> {
  const spread = new Map<string, Spread>();
  for (const { analysis, source } of bySource) {
    for (const term of new Set(group.terms(analysis))) {
      const seen = spread.get(term) ?? { texts: 0, sources: 0, last: -1 };
      seen.texts += 1;
      if (seen.last !== source) seen.sources += 1;
      seen.last = source;
      spread.set(term, seen);
    }
  }
  return spread;
}

/** The tf-idf vector of a text; features that the vocabulary lacks are left out. */
export function vectorise(analysis: Analysis, { index, idf }: Vocabulary): SparseVector {
  const indices: number[] = [];
  const values: number[] = [];
  for (const { name, weight: groupWeight, terms } of FEATURE_GROUPS) {
    const known = index.get(name);
    const frequency = new Map<number, number>();
    for (const term of terms(analysis)) {
      const at = known?.get(term);
      if (at !== undefined) frequency.set(at, (frequency.get(at) ?? 0) + 1);
    }
    const start = values.length;
    let squares = 0;
    for (const [at, tf] of frequency) {
      const weight = (1 + Math.log(tf)) * idf[at]!;
      squares += weight * weight;
      indices.push(at);
      values.push(weight);
    }
    const scale = groupWeight / Math.sqrt(squares);
    for (let i = start; i < values.length; i++) values[i]! *= scale;
  }
  return { indices: Int32Array.from(indices), values: Float32Array.from(values) };
}

/** The terms of some features, by index, each with its group before it (`k:保険`); slow, for explanations only. */
export function termsOf({ index }: Vocabulary, features: ReadonlySet<number>): ReadonlyMap<number, string> {
  return new Map(
    [...index].flatMap(([group, terms]) =>
      [...terms].flatMap(([term, at]) => (features.has(at) ? [[at, `${group}:${term}`] as const] : [])),
    ),
  );
}
