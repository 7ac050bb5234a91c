import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import calibration from '../src/intents/calibration.json' with { type: 'json' };
import {
  type Analyser,
  type Corpus,
  createAnalyser,
  createMatcher,
  createSafetyDetector,
  fingerprint,
  loadMenuTopics,
  loadSafetyLines,
  loadSynonyms,
  type Matcher,
  type RankerModel,
  readModels,
  type SafetyDetector,
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
import { loadTokenizer } from '../src/text/index.ts';

const ROOT = join(import.meta.dirname, '..');
export const KNOWLEDGE_FILE = 'knowledge-base.yaml';
export const KNOWLEDGE_PATH = join(ROOT, KNOWLEDGE_FILE);
/** Where `build` puts the chat page. */
export const STATIC_ROOT = join(ROOT, 'dist');
const MODEL_FILE = join(ROOT, '.cache', 'models.bin');
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

export interface Understanding {
  readonly analyser: Analyser;
  readonly model: RankerModel;
  readonly match: Matcher;
  readonly detectSafety: SafetyDetector;
}

/** Loads the tokenizer and the trained models, training (some ten seconds) where no fitting ones are kept. */
export async function loadUnderstanding(kb: KnowledgeBase): Promise<Understanding> {
  const corpus = corpusOf(kb);
  const sources = MODEL_SOURCES.flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .sort()
      .map((name) => readFileSync(join(ROOT, folder, name))),
  );
  const key = fingerprint([JSON.stringify(corpus), ...sources]);
  const [tokenizer, kept] = await Promise.all([loadTokenizer(), readModels(MODEL_FILE, key)]);
  const analyser = createAnalyser(tokenizer, loadSynonyms());
  const { ranker, safety } = kept ?? train(corpus, analyser);
  if (!kept) await writeModels(MODEL_FILE, key, { ranker, safety });
  return {
    analyser,
    model: ranker,
    match: createMatcher(ranker, analyser, calibration),
    detectSafety: createSafetyDetector(safety, analyser),
  };
}

function train(corpus: Corpus, analyser: Analyser): TrainedModels {
  const everyday = [
    ...corpus.topics.flatMap(({ phrasings }) => phrasings),
    ...corpus.outOfScope.flatMap(({ lines }) => lines),
  ];
  return {
    ranker: trainRanker(corpus, analyser),
    safety: trainSafety(loadSafetyLines(), everyday, analyser),
  };
}
