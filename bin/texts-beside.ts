import { Worker } from 'node:worker_threads';
import type { KnowledgeTexts } from '../src/staff/index.ts';

/** What the thread is asked. */
export interface TextsCall {
  readonly id: number;
  readonly name: keyof KnowledgeTexts;
  readonly given: readonly unknown[];
}

export interface TextsAnswer {
  readonly id: number;
  readonly outcome: unknown;
}

interface Waiting {
  resolve(outcome: unknown): void;
  reject(error: unknown): void;
}

/** Milliseconds after the last call in which the thread stays: staff look at one proposal after the other. */
const STAYS = 60_000;

/**
 * Works on whole knowledge bases in a thread of its own, which would keep the bot from answering for a second or two. The thread is
 * there while it is used.
 */
export function textsBeside(): KnowledgeTexts & { stop(): Promise<void> } {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | undefined;
  let leaving: NodeJS.Timeout | undefined;
  let last = 0;

  const fail = (error: unknown) => {
    thread = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const stop = async () => {
    clearTimeout(leaving);
    const ending = thread;
    fail(new Error('the thread for knowledge bases was stopped'));
    await ending?.terminate();
  };
  const start = (): Worker => {
    const worker = new Worker(new URL('./texts-worker.ts', import.meta.url));
    worker.on('message', ({ id, outcome }: TextsAnswer) => {
      waiting.get(id)?.resolve(outcome);
      waiting.delete(id);
      if (waiting.size === 0) leaving = setTimeout(() => void stop(), STAYS).unref();
    });
    worker.on('error', fail);
    worker.unref();
    return worker;
  };
  const call = (name: keyof KnowledgeTexts, given: readonly unknown[]) =>
    new Promise<unknown>((resolve, reject) => {
      clearTimeout(leaving);
      thread ??= start();
      last += 1;
      waiting.set(last, { resolve, reject });
      thread.postMessage({ id: last, name, given } satisfies TextsCall);
    });
  const beside = <Name extends keyof KnowledgeTexts>(name: Name): KnowledgeTexts[Name] =>
    ((...given: readonly unknown[]) => call(name, given)) as KnowledgeTexts[Name];

  return {
    read: beside('read'),
    rewrite: beside('rewrite'),
    revise: beside('revise'),
    compare: beside('compare'),
    stop,
  };
}
