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
  const { promise, resolve, reject } = Promise.withResolvers<TrainedModels>();
  const stop = () => reject(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  worker.once('message', resolve);
  worker.once('error', reject);
  worker.once('exit', (code) => reject(new Error(`training ended with code ${code}`)));
  try {
    return await promise;
  } finally {
    signal.removeEventListener('abort', stop);
    await worker.terminate();
  }
}
