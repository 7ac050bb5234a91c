// The engines that `npm run bench` compares, each behind the same two steps: build an index, rank for a text.
import { containerBootstrap } from '@nlpjs/core';
import { LangJa } from '@nlpjs/lang-ja';
import { Nlp } from '@nlpjs/nlp';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { DICTIONARY, loadUnderstanding, readKnowledge } from '../bin/assemble.ts';
import { indexOfSynonyms } from '../bin/train.ts';
import calibration from '../src/intents/calibration.json' with { type: 'json' };
import {
  buildSearchIndex,
  createAnalyser,
  loadGeneralSynonyms,
  MENU_PREFIX,
  probabilities,
  rank,
  rawScores,
  type SearchDocument,
} from '../src/intents/index.ts';
import { keysOf } from '../src/intents/keys.ts';
import { bagOf, queryOf } from '../src/intents/search/bag.ts';
import { bm25Scores, buildBm25 } from '../src/intents/search/bm25.ts';
import { loadTokenizer, normalise } from '../src/text/index.ts';

/** Document ids for a text, best first. */
export type Ranker = (text: string) => readonly string[] | Promise<readonly string[]>;

const MOST = 100;

/** Engine name to what builds it; the knowledge base's own matcher knows no other documents. */
export const ENGINES: Readonly<Record<string, (documents: readonly SearchDocument[]) => Promise<Ranker>>> = {
  'Madoguchi index': madoguchi,
  'Madoguchi matcher': matcher,
  'BM25 on kuromoji tokens': plainBm25,
  MiniSearch: minisearch,
  'NLP.js': nlpjs,
  'fuse.js': fuse,
};

async function madoguchi(documents: readonly SearchDocument[]): Promise<Ranker> {
  const tokenise = await loadTokenizer(DICTIONARY);
  const { analyse } = createAnalyser(tokenise, indexOfSynonyms(tokenise));
  const index = buildSearchIndex(documents, { analyse }, await loadGeneralSynonyms());
  return (text) => rank(index, analyse(text), MOST);
}

/** What answers residents: the index fused with the classifier. */
async function matcher(): Promise<Ranker> {
  const { analyser, model } = await loadUnderstanding(readKnowledge().kb);
  return (text) => {
    const { topics } = probabilities(rawScores(model, analyser.analyse(text)), calibration.weights);
    return [...topics.keys()]
      .sort((a, b) => topics[b]! - topics[a]!)
      .map((i) => model.topics[i]!)
      .filter((id) => !id.startsWith(MENU_PREFIX));
  };
}

/** Elasticsearch's recipe: dictionary forms of kuromoji in search mode, without particles and signs. */
async function plainBm25(documents: readonly SearchDocument[]): Promise<Ranker> {
  const tokenise = await loadTokenizer(DICTIONARY);
  const silent = new Set(['助詞', '助動詞', '記号']);
  const terms = (text: string) =>
    tokenise(normalise(text)).flatMap(({ pos, base }) => (silent.has(pos) ? [] : [base]));
  const index = buildBm25(
    documents.map(({ questions, answers }) => bagOf([[...questions, ...answers].flatMap(terms), 1])),
    { k1: 1.2, b: 0.75 },
  );
  return (text) => {
    const scores = bm25Scores(index, queryOf([terms(text), 1]));
    return [...scores.keys()]
      .filter((i) => scores[i]! > 0)
      .sort((a, b) => scores[b]! - scores[a]!)
      .slice(0, MOST)
      .map((i) => documents[i]!.id);
  };
}

async function minisearch(documents: readonly SearchDocument[]): Promise<Ranker> {
  const tokenise = await loadTokenizer(DICTIONARY);
  const index = new MiniSearch({
    fields: ['question', 'answer'],
    tokenize: (text) => [...keysOf(tokenise(normalise(text)))],
    processTerm: (term) => term,
  });
  index.addAll(joined(documents));
  return (text) =>
    index
      .search(text)
      .slice(0, MOST)
      .map(({ id }) => String(id));
}

async function fuse(documents: readonly SearchDocument[]): Promise<Ranker> {
  const index = new Fuse(
    documents.map(({ id, questions }) => ({ id, questions: [...questions] })),
    { keys: ['questions'], ignoreLocation: true, threshold: 1 },
  );
  return (text) => index.search(text, { limit: MOST }).map(({ item }) => item.id);
}

/** One intent a document, trained on its questions. */
async function nlpjs(documents: readonly SearchDocument[]): Promise<Ranker> {
  const container = await containerBootstrap();
  container.use(Nlp);
  container.use(LangJa);
  const nlp = container.get('nlp');
  nlp.settings.autoSave = false;
  nlp.addLanguage('ja');
  for (const { id, questions } of documents) {
    for (const question of questions) nlp.addDocument('ja', question, id);
  }
  await nlp.train();
  return async (text) => {
    const { classifications } = await nlp.process('ja', text);
    return classifications
      .toSorted((a, b) => b.score - a.score)
      .slice(0, MOST)
      .map(({ intent }) => intent);
  };
}

function joined(documents: readonly SearchDocument[]) {
  return documents.map(({ id, questions, answers }) => ({
    id,
    question: questions.join('\n'),
    answer: answers.join('\n'),
  }));
}
