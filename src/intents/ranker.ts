import type { Analyser, Analysis } from './analysis.ts';
import { fitVocabulary, type Vocabulary, vectorise } from './features.ts';
import { type LinearModel, scoresOf, trainLinear } from './linear.ts';
import type { SearchScores } from './search/fusion.ts';
import type { GeneralSynonyms } from './search/general-synonyms.ts';
import { buildSearchIndex, type SearchIndex, searchScores } from './search/search-index.ts';

/** Something to recognise: an entry of the knowledge base or a menu intent. */
export interface Topic {
  readonly id: string;
  readonly phrasings: readonly string[];
  /** Texts that speak of it in official words. */
  readonly answers: readonly string[];
  /** Real questions that staff have assigned to it. */
  readonly learned?: readonly string[];
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
}

/** What the scorers say of each topic for one question; `calibration.ts` makes probabilities of it. */
export interface RawScores extends SearchScores {
  /** Logit of each topic. */
  readonly linear: Float32Array;
  /** Logit of each out-of-scope group. */
  readonly outOfScope: Float32Array;
}

interface Example {
  readonly analysis: Analysis;
  readonly source: number;
  readonly label: number;
}

/** Every text with its label, each phrasing a second time in kana, as somebody would type it who does not convert. */
function examplesOf({ topics, outOfScope }: Corpus, { analyse, inKana }: Analyser): readonly Example[] {
  const labelled = [
    ...topics.flatMap(({ phrasings, learned = [] }, label) =>
      [...phrasings, ...learned].map((text) => ({ text, label, spoken: true })),
    ),
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
  const linear = trainLinear({
    vectors: examples.map(({ analysis }) => vectorise(analysis, vocabulary)),
    labels: examples.map(({ label }) => label),
    features: vocabulary.idf.length,
    classes: corpus.topics.length + corpus.outOfScope.length,
  });
  const documents = corpus.topics.map(({ id, phrasings, answers, learned = [] }) => ({
    id,
    questions: phrasings,
    answers,
    learned,
  }));
  return {
    topics: corpus.topics.map(({ id }) => id),
    outOfScope: corpus.outOfScope.map(({ id }) => id),
    vocabulary,
    linear,
    search: buildSearchIndex(documents, analyser, generalSynonyms),
  };
}

/** All scorers on one question. */
export function rawScores(model: RankerModel, analysis: Analysis): RawScores {
  const logits = scoresOf(model.linear, vectorise(analysis, model.vocabulary));
  return {
    linear: logits.subarray(0, model.topics.length),
    outOfScope: logits.subarray(model.topics.length),
    ...searchScores(model.search, analysis),
  };
}
