import { parentPort, workerData } from 'node:worker_threads';
import { loadGeneralSynonyms } from '../src/intents/index.ts';
import { loadTokenizer } from '../src/text/index.ts';
import { DICTIONARY } from './assemble.ts';
import { cached, readKept } from './cache.ts';
import { modelKey, type TrainedModels, train } from './train.ts';
import type { TrainingTask } from './train-beside.ts';

/** The thread that trains on a knowledge base while the bot answers; its one message is what it has trained. */
const { kb, file, perhapsIn }: TrainingTask = workerData;
const key = modelKey(kb);
const models = await cached<TrainedModels>(
  file,
  key,
  async () =>
    (await readKept<TrainedModels>(perhapsIn, key)) ??
    train(kb, await loadTokenizer(DICTIONARY), await loadGeneralSynonyms()),
);
const { linear, search, sample } = models.ranker;
const large = [linear.weights, search.meaning.basis, search.words.weights, sample.indices, sample.values];
const buffers = [...large, models.safety.linear.weights].map(({ buffer }) => buffer as ArrayBuffer);
parentPort!.postMessage(models, [...new Set(buffers)]);
