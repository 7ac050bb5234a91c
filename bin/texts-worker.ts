import { parentPort } from 'node:worker_threads';
import { createKnowledgeTexts } from '../src/staff/index.ts';
import type { TextsAnswer, TextsCall } from './texts-beside.ts';

/** The thread that reads whole knowledge bases while the bot answers. */
const texts = createKnowledgeTexts();
const callOf = ({ name, given }: TextsCall) =>
  (texts[name] as (...given: readonly unknown[]) => Promise<unknown>)(...given);

parentPort!.on('message', async (call: TextsCall) => {
  parentPort!.postMessage({ id: call.id, outcome: await callOf(call) } satisfies TextsAnswer);
});
