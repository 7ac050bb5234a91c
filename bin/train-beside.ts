import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { KnowledgeBase } from '../src/knowledge/index.ts';
import type { Tokenizer } from '../src/text/index.ts';
import { MODEL_FILE, readyOf, TRIED_MODEL_FILE } from './assemble.ts';
import type { LivePorts } from './live.ts';
import type { TrainedModels } from './train.ts';

/** What the thread is told. */
export interface TrainingTask {
  readonly kb: KnowledgeBase;
  /** Where the models are kept. */
  readonly file: string;
  /** Where they may be already. */
  readonly perhapsIn: string;
}

/** Trains in a thread of its own; what was tried is at hand when it is used. */
export function trainerBeside(tokenizer: Promise<Tokenizer>): LivePorts['train'] {
  return async (kb, isTrial, signal) => {
    const [file, perhapsIn] = isTrial ? [TRIED_MODEL_FILE, MODEL_FILE] : [MODEL_FILE, TRIED_MODEL_FILE];
    return readyOf(kb, await trainBeside({ kb, file, perhapsIn }, signal), await tokenizer);
  };
}

/** Trains on a knowledge base in a thread of its own, some ten seconds; rejects where it fails or `signal` stops it. */
async function trainBeside(task: TrainingTask, signal: AbortSignal): Promise<TrainedModels> {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./train-worker.ts', import.meta.url), { workerData: task });
  // One part at a time: taking all of them at once would keep the bot from answering for too long.
  const take = async <K extends keyof TrainedModels>(name: K): Promise<TrainedModels[K]> => {
    worker.postMessage(name);
    const [part] = await once(worker, 'message', { signal });
    return part;
  };
  try {
    return {
      synonyms: await take('synonyms'),
      ranker: await take('ranker'),
      safety: await take('safety'),
      phrasings: await take('phrasings'),
    };
  } finally {
    await worker.terminate();
  }
}
