// npm run bench: milliseconds a question after warm-up, beside fuse.js on the same phrasings in the same run.
import Fuse from 'fuse.js';
import { loadUnderstanding, readKnowledge } from '../bin/assemble.ts';
import { createTurn, initialState } from '../src/conversation/index.ts';
import { isoDate } from '../src/text/index.ts';
import { readUtterances } from './utterances.ts';

const QUESTIONS = 1000;
const WARM_UP = 200;
const TODAY = isoDate('2026-11-21')!;

const print = (line: string) => process.stdout.write(`${line}\n`);

const begun = performance.now();
const knowledge = readKnowledge();
const { match, detectSafety } = await loadUnderstanding(knowledge.kb);
const turn = createTurn({ knowledge, match, detectSafety });
turn(initialState('takasaki'), { text: '資格確認書をなくした' }, TODAY);
print(
  `first answer ${(performance.now() - begun).toFixed(0)} ms after the start (index kept from the last build)`,
);

const texts = readUtterances().map(({ text }) => text);
const phrasings = Object.entries(knowledge.kb.entries).flatMap(([entry, { phrasings: list }]) =>
  list.map((text) => ({ entry, text })),
);
const fuse = new Fuse(phrasings, { keys: ['text'], includeScore: true });

/** Sorted milliseconds of each of `QUESTIONS` questions. */
function measure(answer: (text: string) => unknown, questions: number): readonly number[] {
  for (let i = 0; i < Math.min(WARM_UP, questions); i++) answer(texts[i % texts.length]!);
  const times = Array.from({ length: questions }, (_, i) => {
    const start = performance.now();
    answer(texts[i % texts.length]!);
    return performance.now() - start;
  });
  return times.toSorted((a, b) => a - b);
}

const row = (name: string, times: readonly number[]) => {
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))]!.toFixed(2).padStart(8);
  print(`${name.padEnd(28)}${at(0.5)}${at(0.95)}${at(0.99)}${at(1)}`);
};
print(`\nms a question                    p50     p95     p99     max   (${QUESTIONS} questions)`);
const whole = measure((text) => turn(initialState('takasaki'), { text }, TODAY), QUESTIONS);
const matching = measure(match, QUESTIONS);
const peer = measure((text) => fuse.search(text), QUESTIONS / 10);
row('a whole turn', whole);
row('matching alone', matching);
row('peer: fuse.js search', peer);
const median = (times: readonly number[]) => times[Math.floor(times.length / 2)]!;
print(
  `ratio of medians, turn to fuse.js: ${(median(whole) / median(peer)).toFixed(2)}; resident memory ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MiB`,
);
