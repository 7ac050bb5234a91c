import type { Analyser, Analysis } from './analysis.ts';
import { type Bm25Index, bm25Scores, buildBm25 } from './bm25.ts';
import { fitVocabulary, type Vocabulary, vectorise } from './features.ts';
import { type LinearModel, scoresOf, trainLinear } from './linear.ts';

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
  /** One document a topic: its phrasings and answers. */
  readonly bm25: Bm25Index;
}

/** What the two scorers say of one question; `calibration.ts` makes probabilities of it. */
export interface RawScores {
  /** Logit of each topic. */
  readonly linear: Float32Array;
  /** BM25 score of each topic. */
  readonly bm25: Float32Array;
  /** Logit of each out-of-scope group. */
  readonly outOfScope: Float32Array;
}

interface Example {
  readonly analysis: Analysis;
  readonly source: number;
  readonly label: number;
}

/** The words of a text that BM25 counts: keys, synonym groups, Latin stems. */
function bm25Terms({ keys, synonyms, stems }: Analysis): readonly string[] {
  return [...keys, ...synonyms.map((group) => `s:${group}`), ...stems.map((word) => `w:${word}`)];
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

/** Trains the matcher; a few seconds, so the result is kept (see `model-cache.ts`). */
export function trainRanker(corpus: Corpus, analyser: Analyser): RankerModel {
  const examples = examplesOf(corpus, analyser);
  const vocabulary = fitVocabulary(examples);
  const linear = trainLinear({
    vectors: examples.map(({ analysis }) => vectorise(analysis, vocabulary)),
    labels: examples.map(({ label }) => label),
    features: vocabulary.idf.length,
    classes: corpus.topics.length + corpus.outOfScope.length,
  });
  const documents = corpus.topics.map(({ phrasings, answers }) =>
    [...phrasings, ...answers].flatMap((text) => bm25Terms(analyser.analyse(text))),
  );
  return {
    topics: corpus.topics.map(({ id }) => id),
    outOfScope: corpus.outOfScope.map(({ id }) => id),
    vocabulary,
    linear,
    bm25: buildBm25(documents),
  };
}

/** Both scorers on one question. */
export function rawScores(model: RankerModel, analysis: Analysis): RawScores {
  const logits = scoresOf(model.linear, vectorise(analysis, model.vocabulary));
  return {
    linear: logits.subarray(0, model.topics.length),
    outOfScope: logits.subarray(model.topics.length),
    bm25: bm25Scores(model.bm25, bm25Terms(analysis)),
  };
}
