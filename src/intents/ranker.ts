import type { Analyser, Analysis } from './analysis.ts';
import { fitVocabulary, type Vocabulary, vectorise } from './features.ts';
import { type LinearModel, scoresOf, trainLinear } from './linear.ts';
import { seededRandom, shuffled } from './random.ts';
import type { SearchScores } from './search/fusion.ts';
import type { GeneralSynonyms } from './search/general-synonyms.ts';
import { createMemory, type Memory, memoryScores } from './search/memory.ts';
import { buildSearchIndex, meaningTerms, type SearchIndex, searchScores } from './search/search-index.ts';
import { packVectors, type VectorSet } from './vectors.ts';

/** Something to recognise: an entry of the knowledge base or a menu intent. */
export interface Topic {
  readonly id: string;
  readonly phrasings: readonly string[];
  /** Texts that speak of it in official words. */
  readonly answers: readonly string[];
}

/** What the matcher learns from, as plain data. */
export interface Corpus {
  readonly topics: readonly Topic[];
  readonly outOfScope: readonly { readonly id: string; readonly lines: readonly string[] }[];
}

/** A trained matcher: the classes are the topics, then the out-of-scope groups. */
export interface RankerModel {
  readonly topics: readonly string[];
  readonly outOfScope: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly linear: LinearModel;
  /** One document a topic. */
  readonly search: SearchIndex;
  /** The questions that staff have put into an out-of-scope group. */
  readonly refused: Memory;
  /** Some of the texts it was trained on, that it may be held to while it learns more. */
  readonly sample: VectorSet;
}

/** What the scorers say of each topic for one question; `calibration.ts` makes probabilities of it. */
export interface RawScores extends Omit<SearchScores, 'learned'> {
  /** Logit of each topic, with what is added for learned questions that are nearly the same. */
  readonly linear: Float32Array;
  /** The same of each out-of-scope group. */
  readonly outOfScope: Float32Array;
  /** Cosine to the nearest learned question of all, 0 to 1. */
  readonly nearest: number;
}

/**
 * What a learned question adds to the logit of its topic: `most` for the very same question, a ninth of that for a cosine of
 * .75, next to nothing below .5. Staff have decided about this question, and about none that only shares words with it.
 */
const RECALL = { most: 9, power: 8 } as const;
/** How many texts of the training are kept as a sample; twice as many change nothing (`npm run bench:learning`). */
const SAMPLE = 2_000;

interface Example {
  readonly analysis: Analysis;
  readonly source: number;
  readonly label: number;
}

/** Every text with its label, each phrasing a second time in kana, as somebody would type it who does not convert. */
function examplesOf({ topics, outOfScope }: Corpus, { analyse, inKana }: Analyser): readonly Example[] {
  const labelled = [
    ...topics.flatMap(({ phrasings }, label) => phrasings.map((text) => ({ text, label, spoken: true }))),
    ...topics.flatMap(({ answers }, label) => answers.map((text) => ({ text, label, spoken: false }))),
    ...outOfScope.flatMap(({ lines }, group) =>
      lines.map((text) => ({ text, label: topics.length + group, spoken: true })),
    ),
  ];
  return labelled.flatMap(({ text, label, spoken }, source) => {
    const original = { analysis: analyse(text), source, label };
    return spoken ? [original, { analysis: analyse(inKana(text)), source, label }] : [original];
  });
}

/** Trains the matcher; a few seconds, so the result is kept on disk. */
export function trainRanker(
  corpus: Corpus,
  analyser: Analyser,
  generalSynonyms: GeneralSynonyms,
): RankerModel {
  const examples = examplesOf(corpus, analyser);
  const vocabulary = fitVocabulary(examples);
  const vectors = examples.map(({ analysis }) => vectorise(analysis, vocabulary));
  const linear = trainLinear({
    vectors,
    labels: examples.map(({ label }) => label),
    features: vocabulary.idf.length,
    classes: corpus.topics.length + corpus.outOfScope.length,
  });
  const documents = corpus.topics.map(({ id, phrasings, answers }) => ({
    id,
    questions: phrasings,
    answers,
  }));
  const search = buildSearchIndex(documents, analyser, generalSynonyms);
  const sample = shuffled(vectors.length, seededRandom(1)).subarray(0, SAMPLE);
  return {
    topics: corpus.topics.map(({ id }) => id),
    outOfScope: corpus.outOfScope.map(({ id }) => id),
    vocabulary,
    linear,
    search,
    refused: createMemory([], corpus.outOfScope.length, search.meaning),
    sample: packVectors(Array.from(sample, (i) => vectors[i]!)),
  };
}

/** All scorers on one question. */
export function rawScores(model: RankerModel, analysis: Analysis): RawScores {
  const logits = scoresOf(model.linear, vectorise(analysis, model.vocabulary));
  const { learned, ...views } = searchScores(model.search, analysis);
  const refused = memoryScores(model.refused, meaningTerms(analysis));
  const recalled = (similarity: Float32Array) => (logit: number, i: number) =>
    logit + RECALL.most * similarity[i]! ** RECALL.power;
  return {
    ...views,
    linear: logits.subarray(0, model.topics.length).map(recalled(learned)),
    outOfScope: logits.subarray(model.topics.length).map(recalled(refused)),
    nearest: Math.max(highest(learned), highest(refused)),
  };
}

const highest = (values: Float32Array) => values.reduce((a, b) => Math.max(a, b), 0);
