import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import calibration from '../src/intents/calibration.json' with { type: 'json' };
import {
  type Analyser,
  backgroundsOf,
  type Corpus,
  createAnalyser,
  createMatcher,
  createSafetyDetector,
  createSuggester,
  type GeneralSynonyms,
  type IndexedPhrasing,
  indexPhrasings,
  indexSynonyms,
  loadGeneralSynonyms,
  loadMenuTopics,
  loadSafetyLines,
  loadSynonyms,
  type Matcher,
  type RankerModel,
  readingOf,
  remembering,
  rememberingLast,
  type SafetyDetector,
  type SafetyModel,
  type Suggester,
  type SynonymIndex,
  trainRanker,
  trainSafety,
} from '../src/intents/index.ts';
import {
  createKnowledge,
  type Knowledge,
  type KnowledgeBase,
  type LearnedQuestion,
  type LoadedQuestions,
  loadKnowledgeBase,
  loadLearnedQuestions,
} from '../src/knowledge/index.ts';
import { loadTokenizer, type Tokenizer } from '../src/text/index.ts';
import { cached, fingerprint } from './cache.ts';
import { DataError } from './jsonl.ts';

const ROOT = join(import.meta.dirname, '..');
export const KNOWLEDGE_FILE = 'knowledge-base.yaml';
export const KNOWLEDGE_PATH = join(ROOT, KNOWLEDGE_FILE);
const LEARNED_FILE = 'learned-questions.yaml';
const LEARNED_PATH = join(ROOT, LEARNED_FILE);
/** Where `build` puts the chat page. */
export const STATIC_ROOT = join(ROOT, 'dist');
const MODEL_FILE = join(ROOT, '.cache', 'models.bin');
/** Kept apart, so that `kb check` can compare with and without what was learned. */
const LEARNED_MODEL_FILE = join(ROOT, '.cache', 'models-learned.bin');
/** Where the indexes of other FAQs are kept. */
export const FAQ_FOLDER = join(ROOT, '.cache', 'faq');
/** Where `build` keeps the tokenizer's dictionary unpacked. */
export const DICTIONARY = join(ROOT, '.cache', 'ipadic');
/** Code, data and versions that shape every index, beside the texts themselves. */
const INDEX_SOURCES = ['src/text', 'src/intents'];

/** Reads and checks the knowledge base; throws `KnowledgeBaseError` naming every fault. */
export function readKnowledge(): Knowledge {
  return createKnowledge(loadKnowledgeBase(readText(KNOWLEDGE_PATH), KNOWLEDGE_FILE).kb);
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new DataError([
      `${basename(path)} を読めません(${code})。Madoguchi を置いたフォルダにあるか、ご確認ください。`,
    ]);
  }
}

/** Reads the questions that staff have assigned to entries; throws `KnowledgeBaseError` naming every fault. */
export function readLearned(kb: KnowledgeBase): LoadedQuestions {
  return loadLearnedQuestions(readText(LEARNED_PATH), LEARNED_FILE, kb);
}

/** The part of the knowledge base that the matcher learns from, as plain data. */
export function corpusOf(kb: KnowledgeBase, learned: readonly LearnedQuestion[]): Corpus {
  const byEntry = Map.groupBy(learned, ({ entry }) => entry);
  const entries = Object.entries(kb.entries).map(([id, { title, phrasings, answers }]) => ({
    id,
    phrasings,
    answers: [title, ...answers.map(({ text }) => text)],
    learned: (byEntry.get(id) ?? []).map(({ question }) => question),
  }));
  return { topics: [...entries, ...loadMenuTopics()], outOfScope: kb['out-of-scope'] };
}

/** Everything that understands what is typed. */
export interface Understanding {
  readonly analyser: Analyser;
  readonly model: RankerModel;
  readonly match: Matcher;
  readonly detectSafety: SafetyDetector;
  readonly suggest: Suggester;
}

/**
 * Loads the trained models, training (some ten seconds) where no fitting ones are kept. The tokenizer may be on its way
 * already: most of its loading goes on beside other work.
 */
export async function loadUnderstanding(
  kb: KnowledgeBase,
  loading: Promise<Tokenizer> = loadTokenizer(DICTIONARY),
  learned: readonly LearnedQuestion[] = readLearned(kb).questions,
): Promise<Understanding> {
  const corpus = corpusOf(kb, learned);
  const key = indexKey(JSON.stringify(corpus));
  const [tokenizer, models] = await Promise.all([
    loading,
    cached(learned.length > 0 ? LEARNED_MODEL_FILE : MODEL_FILE, key, async () =>
      train(kb, corpus, await loading, await loadGeneralSynonyms()),
    ),
  ]);
  const analyser = rememberingLast(createAnalyser(tokenizer, models.synonyms));
  const backgrounds = backgroundsOf(Object.entries(kb.entries).map(([id, entry]) => ({ id, ...entry })));
  return {
    analyser,
    model: models.ranker,
    match: createMatcher(models.ranker, analyser, calibration, backgrounds),
    detectSafety: createSafetyDetector(models.safety, analyser),
    suggest: createSuggester(models.phrasings, analyser.inKana),
  };
}

/** Everything that is learned at build time. */
interface TrainedModels {
  readonly synonyms: SynonymIndex;
  readonly ranker: RankerModel;
  readonly safety: SafetyModel;
  readonly phrasings: readonly IndexedPhrasing[];
}

function train(
  kb: KnowledgeBase,
  corpus: Corpus,
  tokenise: Tokenizer,
  generalSynonyms: GeneralSynonyms,
): TrainedModels {
  const synonyms = indexOfSynonyms(tokenise);
  const analyser = remembering(createAnalyser(tokenise, synonyms));
  const spoken = corpus.topics.flatMap(({ phrasings, learned = [] }) => [...phrasings, ...learned]);
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
