import { deserialize, serialize } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import { loadGeneralSynonyms } from '../src/intents/index.ts';
import { loadTokenizer } from '../src/text/index.ts';
import { DICTIONARY } from './assemble.ts';
import { cached, readKept } from './cache.ts';
import { modelKey, type TrainedModels, train } from './train.ts';
import type { TrainingTask } from './train-beside.ts';

/** The thread that trains on a knowledge base while the bot answers; asked for a part of what it has trained, it sends it. */
const { kb, file, perhapsIn }: TrainingTask = workerData;
const key = modelKey(kb);
const models = await cached<TrainedModels>(
  file,
  key,
  async () =>
    (await readKept<TrainedModels>(perhapsIn, key)) ??
    train(kb, await loadTokenizer(DICTIONARY), await loadGeneralSynonyms()),
);
parentPort!.on('message', (name: keyof TrainedModels) => {
  // What comes from the cache lies in one block of memory, of which a part would take all with it.
  parentPort!.postMessage(deserialize(serialize(models[name])));
});
