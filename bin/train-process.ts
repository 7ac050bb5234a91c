import { once } from 'node:events';
import { deserialize, serialize } from 'node:v8';
import { loadGeneralSynonyms } from '../src/intents/index.ts';
import { loadTokenizer } from '../src/text/index.ts';
import { DICTIONARY } from './assemble.ts';
import { cached, readKept } from './cache.ts';
import { modelKey, type TrainedModels, train } from './train.ts';
import type { TrainingAnswer, TrainingTask } from './train-beside.ts';

/** The process that trains on a knowledge base while the bot answers; asked for a part of what it has trained, it sends it. */
const [task]: readonly TrainingTask[] = await once(process, 'message');
const answer = (given: TrainingAnswer) => process.send!(given);
try {
  const models = await trained(task!);
  process.on('message', (name: keyof TrainedModels) => {
    // What comes from the cache lies in one block of memory, of which a part would take all with it.
    answer({ kind: 'part', part: deserialize(serialize(models[name])) });
  });
  answer({ kind: 'trained' });
} catch (error) {
  answer({ kind: 'failed', error });
}

async function trained({ kb, file, perhapsIn }: TrainingTask): Promise<TrainedModels> {
  const key = modelKey(kb);
  return cached<TrainedModels>(
    file,
    key,
    async () =>
      (await readKept<TrainedModels>(perhapsIn, key)) ??
      train(kb, await loadTokenizer(DICTIONARY), await loadGeneralSynonyms()),
  );
}
