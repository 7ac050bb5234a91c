import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import calibration from '../src/intents/calibration.json' with { type: 'json' };
import {
  type Analyser,
  type Backgrounds,
  backgroundsOf,
  createAnalyser,
  createMatcher,
  createSafetyDetector,
  createSuggester,
  finish,
  learn,
  loadGeneralSynonyms,
  type Matcher,
  type RankerModel,
  rememberingLast,
  type SafetyDetector,
  type Suggester,
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
import { type LabelledQuestion, labelledQuestion } from '../src/staff/index.ts';
import { loadTokenizer, type Tokenizer } from '../src/text/index.ts';
import { cachedAmong } from './cache.ts';
import { DataError } from './jsonl.ts';
import { modelKey, type TrainedModels, train } from './train.ts';

const ROOT = join(import.meta.dirname, '..');
export const KNOWLEDGE_FILE = 'knowledge-base.yaml';
export const KNOWLEDGE_PATH = join(ROOT, KNOWLEDGE_FILE);
const LEARNED_FILE = 'learned-questions.yaml';
const LEARNED_PATH = join(ROOT, LEARNED_FILE);
const LABELLED_PATH = join(ROOT, 'labelled-questions.csv');
/** Where `build` puts the chat page. */
export const STATIC_ROOT = join(ROOT, 'dist');
/** Where the trained models are kept, 40 MB each. */
const MODEL_FOLDER = join(ROOT, '.cache', 'models');
/** Those that are used, those of the version before, to which staff may return, and those that were only tried. */
const MOST_MODELS = 4;
/** Where the indexes of other FAQs are kept. */
export const FAQ_FOLDER = join(ROOT, '.cache', 'faq');
/** Where `build` keeps the tokenizer's dictionary unpacked. */
export const DICTIONARY = join(ROOT, '.cache', 'ipadic');

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

/** Reads the questions of which it is known what answers them. */
export function readLabelled(): readonly LabelledQuestion[] {
  const rows: { text?: string; expected?: string }[] = parse(readText(LABELLED_PATH), { columns: true });
  return rows.flatMap(({ text = '', expected = '' }) => labelledQuestion(text, expected) ?? []);
}

/** Everything that understands what is typed. */
export interface Understanding {
  readonly analyser: Analyser;
  readonly model: RankerModel;
  readonly match: Matcher;
  readonly detectSafety: SafetyDetector;
  readonly suggest: Suggester;
}

/** What was trained on a knowledge base, without what staff have assigned since. */
export interface Trained extends Omit<Understanding, 'model' | 'match'> {
  readonly ranker: RankerModel;
  readonly backgrounds: Backgrounds;
}

/** The models of a knowledge base: trained now, in some ten seconds, where they are not kept. */
export function trainedModels(
  kb: KnowledgeBase,
  tokenizer: () => Promise<Tokenizer>,
): Promise<TrainedModels> {
  return cachedAmong(MODEL_FOLDER, MOST_MODELS, modelKey(kb), async () =>
    train(kb, await tokenizer(), await loadGeneralSynonyms()),
  );
}

/**
 * Loads the trained models, training (some ten seconds) where no fitting ones are kept. The tokenizer may be on its way
 * already: most of its loading goes on beside other work.
 */
export async function loadTrained(
  kb: KnowledgeBase,
  loading: Promise<Tokenizer> = loadTokenizer(DICTIONARY),
): Promise<Trained> {
  const [tokenizer, models] = await Promise.all([loading, trainedModels(kb, () => loading)]);
  return readyOf(kb, models, tokenizer);
}

/** Trained models, ready to be used. */
export function readyOf(kb: KnowledgeBase, models: TrainedModels, tokenizer: Tokenizer): Trained {
  const analyser = rememberingLast(createAnalyser(tokenizer, models.synonyms));
  return {
    analyser,
    ranker: models.ranker,
    detectSafety: createSafetyDetector(models.safety, analyser),
    suggest: createSuggester(models.phrasings, analyser.inKana),
    backgrounds: backgroundsOf(Object.entries(kb.entries).map(([id, entry]) => ({ id, ...entry }))),
  };
}

/** What understands residents; `model` is the trained ranker, or has learned more than that. */
export function understand(trained: Trained, model: RankerModel = trained.ranker): Understanding {
  const { analyser, backgrounds } = trained;
  return { ...trained, model, match: createMatcher(model, analyser, calibration, backgrounds) };
}

/** The trained models with the learned questions, in one go; `serve` learns beside answering (see `live.ts`). */
export async function loadUnderstanding(
  kb: KnowledgeBase,
  loading?: Promise<Tokenizer>,
  learned: readonly LearnedQuestion[] = readLearned(kb).questions,
): Promise<Understanding> {
  const trained = await loadTrained(kb, loading);
  return understand(trained, finish(learn(trained.ranker, learned, trained.analyser)));
}
