import { once } from 'node:events';
import { deserialize, serialize } from 'node:v8';
import type { KnowledgeBase } from '../src/knowledge/index.ts';
import { loadTokenizer } from '../src/text/index.ts';
import { DICTIONARY, trainedModels } from './assemble.ts';
import type { TrainedModels } from './train.ts';
import type { TrainingAnswer } from './train-beside.ts';

/** The process that trains on a knowledge base while the bot answers; asked for a part of what it has trained, it sends it. */
const [kb]: readonly KnowledgeBase[] = await once(process, 'message');
const answer = (given: TrainingAnswer) => process.send!(given);
try {
  const models = await trainedModels(kb!, () => loadTokenizer(DICTIONARY));
  process.on('message', (name: keyof TrainedModels) => {
    // What comes from the cache lies in one block of memory, of which a part would take all with it.
    answer({ kind: 'part', part: deserialize(serialize(models[name])) });
  });
  answer({ kind: 'trained' });
} catch (error) {
  answer({ kind: 'failed', error });
}
