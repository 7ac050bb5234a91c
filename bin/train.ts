import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Corpus,
  createAnalyser,
  type GeneralSynonyms,
  type IndexedPhrasing,
  indexPhrasings,
  indexSynonyms,
  loadMenuTopics,
  loadSafetyLines,
  loadSynonyms,
  type RankerModel,
  readingOf,
  remembering,
  type SafetyModel,
  type SynonymIndex,
  trainRanker,
  trainSafety,
} from '../src/intents/index.ts';
import type { KnowledgeBase } from '../src/knowledge/index.ts';
import type { Tokenizer } from '../src/text/index.ts';
import { fingerprint } from './cache.ts';

const ROOT = join(import.meta.dirname, '..');
/** Code, data and versions that shape every index, beside the texts themselves. */
const INDEX_SOURCES = ['src/text', 'src/intents'];

/** The part of the knowledge base that the matcher is trained on, as plain data. */
export function corpusOf(kb: KnowledgeBase): Corpus {
  const entries = Object.entries(kb.entries).map(([id, { title, phrasings, answers }]) => ({
    id,
    phrasings,
    answers: [title, ...answers.map(({ text }) => text)],
  }));
  return { topics: [...entries, ...loadMenuTopics()], outOfScope: kb['out-of-scope'] };
}

/** Everything that is learned at build time. */
export interface TrainedModels {
  readonly synonyms: SynonymIndex;
  readonly ranker: RankerModel;
  readonly safety: SafetyModel;
  readonly phrasings: readonly IndexedPhrasing[];
}

/** Trains everything from a knowledge base; some ten seconds, in which nothing else runs. */
export function train(
  kb: KnowledgeBase,
  tokenise: Tokenizer,
  generalSynonyms: GeneralSynonyms,
): TrainedModels {
  const corpus = corpusOf(kb);
  const synonyms = indexOfSynonyms(tokenise);
  const analyser = remembering(createAnalyser(tokenise, synonyms));
  const spoken = corpus.topics.flatMap(({ phrasings }) => phrasings);
  const everyday = [...spoken, ...corpus.outOfScope.flatMap(({ lines }) => lines)];
  // 題名は質問をいちばん短く言ったものなので、候補に加える
  const questions = Object.entries(kb.entries).flatMap(([entry, { title, phrasings }]) =>
    [title, ...phrasings].map((text) => ({ text, entry })),
  );
  return {
    synonyms,
    ranker: trainRanker(corpus, analyser, generalSynonyms),
    safety: trainSafety(loadSafetyLines(), everyday, analyser),
    phrasings: indexPhrasings(
      questions,
      analyser.inKana,
      corpus.topics.flatMap(({ answers }) => answers),
    ),
  };
}

export function indexOfSynonyms(tokenise: Tokenizer): SynonymIndex {
  return indexSynonyms(loadSynonyms(), (form) => readingOf(tokenise(form)));
}

/** What the models of a knowledge base are kept under. */
export function modelKey(kb: KnowledgeBase): string {
  return indexKey(JSON.stringify(corpusOf(kb)));
}

/** What an index is kept under: the texts it is made from, and the code, data and package versions that make it. */
export function indexKey(source: string): string {
  const files = INDEX_SOURCES.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((item) => item.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort(),
  );
  return fingerprint([source, ...[...files, join(ROOT, 'package.json')].map((file) => readFileSync(file))]);
}
