import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { KnowledgeBase } from '../src/knowledge/index.ts';
import type { Tokenizer } from '../src/text/index.ts';
import { readyOf } from './assemble.ts';
import type { LivePorts } from './live.ts';
import type { TrainedModels } from './train.ts';

/** What the process says: once that it has trained or failed, and then part after part as it is asked. */
export type TrainingAnswer =
  | { readonly kind: 'trained' }
  | { readonly kind: 'part'; readonly part: TrainedModels[keyof TrainedModels] }
  | { readonly kind: 'failed'; readonly error: unknown };

const PROCESS = fileURLToPath(new URL('./train-process.ts', import.meta.url));

/** Trains in a process of its own; what was tried is at hand when it is used, and what was used when staff return to it. */
export function trainerBeside(tokenizer: Promise<Tokenizer>): LivePorts['train'] {
  return async (kb, signal) => readyOf(kb, await trainBeside(kb, signal), await tokenizer);
}

/**
 * Trains on a knowledge base in a process of its own, some ten seconds; rejects where it fails or `signal` stops it. A process, because
 * the memory of a thread would not go back to the machine.
 */
async function trainBeside(kb: KnowledgeBase, signal: AbortSignal): Promise<TrainedModels> {
  signal.throwIfAborted();
  const child = fork(PROCESS, { serialization: 'advanced' });
  try {
    await asked(child, kb, signal);
    // One part at a time: taking all of them at once would keep the bot from answering for too long.
    const take = async <K extends keyof TrainedModels>(name: K) => {
      const answer = await asked(child, name, signal);
      return (answer as Extract<TrainingAnswer, { kind: 'part' }>).part as TrainedModels[K];
    };
    return {
      synonyms: await take('synonyms'),
      ranker: await take('ranker'),
      safety: await take('safety'),
      phrasings: await take('phrasings'),
    };
  } finally {
    child.kill('SIGKILL');
  }
}

/** The next answer; rejects where it tells of a failure, or the process is no more. */
async function asked(
  child: ChildProcess,
  question: KnowledgeBase | keyof TrainedModels,
  signal: AbortSignal,
): Promise<TrainingAnswer> {
  const over = new AbortController();
  const until = { signal: AbortSignal.any([signal, over.signal]) };
  const ended = once(child, 'exit', until).then(() => {
    throw new Error('the process that trains has ended');
  });
  child.send(question);
  try {
    const [answer]: readonly TrainingAnswer[] = await Promise.race([once(child, 'message', until), ended]);
    if (answer!.kind === 'failed') throw answer!.error;
    return answer!;
  } finally {
    ended.catch(() => {});
    over.abort();
  }
}
