import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import calibration from '../src/intents/calibration.json' with { type: 'json' };
import {
  type Analyser,
  backgroundsOf,
  type Corpus,
  createAnalyser,
  createMatcher,
  createSafetyDetector,
  createSuggester,
  fingerprint,
  indexPhrasings,
  loadMenuTopics,
  loadSafetyLines,
  loadSynonyms,
  type Matcher,
  MENU_PREFIX,
  type RankerModel,
  readModels,
  remembering,
  rememberingLast,
  type SafetyDetector,
  type Suggester,
  type TrainedModels,
  trainRanker,
  trainSafety,
  writeModels,
} from '../src/intents/index.ts';
import {
  createKnowledge,
  type Knowledge,
  type KnowledgeBase,
  loadKnowledgeBase,
} from '../src/knowledge/index.ts';
import { loadTokenizer, type Tokenizer } from '../src/text/index.ts';

const ROOT = join(import.meta.dirname, '..');
export const KNOWLEDGE_FILE = 'knowledge-base.yaml';
export const KNOWLEDGE_PATH = join(ROOT, KNOWLEDGE_FILE);
/** Where `build` puts the chat page. */
export const STATIC_ROOT = join(ROOT, 'dist');
const MODEL_FILE = join(ROOT, '.cache', 'models.bin');
/** Where `build` keeps the tokenizer's dictionary unpacked. */
export const DICTIONARY = join(ROOT, '.cache', 'ipadic');
/** Code and data that shape the model beside the knowledge base. */
const MODEL_SOURCES = ['src/text', 'src/intents'];

/** Reads and checks the knowledge base; throws `KnowledgeBaseError` naming every fault. */
export function readKnowledge(): Knowledge {
  return createKnowledge(loadKnowledgeBase(readFileSync(KNOWLEDGE_PATH, 'utf8'), KNOWLEDGE_FILE).kb);
}

/** The part of the knowledge base that the matcher learns from, as plain data. */
export function corpusOf(kb: KnowledgeBase): Corpus {
  const entries = Object.entries(kb.entries).map(([id, { title, phrasings, answers }]) => ({
    id,
    phrasings,
    answers: [title, ...answers.map(({ text }) => text)],
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
): Promise<Understanding> {
  const corpus = corpusOf(kb);
  const sources = MODEL_SOURCES.flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .sort()
      .map((name) => readFileSync(join(ROOT, folder, name))),
  );
  const key = fingerprint([JSON.stringify(corpus), ...sources]);
  const [tokenizer, kept] = await Promise.all([loading, readModels(MODEL_FILE, key)]);
  const analyser = rememberingLast(createAnalyser(tokenizer, loadSynonyms()));
  const models = kept ?? train(corpus, remembering(analyser));
  if (!kept) await writeModels(MODEL_FILE, key, models);
  const backgrounds = backgroundsOf(Object.entries(kb.entries).map(([id, entry]) => ({ id, ...entry })));
  return {
    analyser,
    model: models.ranker,
    match: createMatcher(models.ranker, analyser, calibration, backgrounds),
    detectSafety: createSafetyDetector(models.safety, analyser),
    suggest: createSuggester(models.phrasings),
  };
}

function train(corpus: Corpus, analyser: Analyser): TrainedModels {
  const spoken = corpus.topics.flatMap(({ id, phrasings }) => phrasings.map((text) => ({ text, entry: id })));
  const everyday = [...spoken.map(({ text }) => text), ...corpus.outOfScope.flatMap(({ lines }) => lines)];
  return {
    ranker: trainRanker(corpus, analyser),
    safety: trainSafety(loadSafetyLines(), everyday, analyser),
    phrasings: indexPhrasings(
      spoken.filter(({ entry }) => !entry.startsWith(MENU_PREFIX)),
      analyser.inKana,
    ),
  };
}
