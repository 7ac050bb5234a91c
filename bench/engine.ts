// One engine on one data set, in a process of its own so that its memory is its own: engine.ts ENGINE [FOLDER [TIMES]].
import { folder, knowledgeBase } from './datasets.ts';
import { type RankedQuery, scoresOf } from './metrics.ts';
import { ENGINES } from './rankers.ts';

const WARM_UP = 200;

const [name = '', path, times] = process.argv.slice(2);
const { documents, queries } = path ? folder(path, Number(times ?? 1)) : knowledgeBase();
const begun = performance.now();
const rank = await ENGINES[name]!(documents);
const build = performance.now() - begun;
await rank(queries[0]!.text);
const start = performance.now();
for (let i = 0; i < WARM_UP; i++) await rank(queries[i % queries.length]!.text);
const ranked: RankedQuery[] = [];
const timings: number[] = [];
for (const { text, relevant } of queries) {
  const asked = performance.now();
  const ranking = await rank(text);
  timings.push(performance.now() - asked);
  ranked.push({ relevant, ranking });
}
timings.sort((a, b) => a - b);
const at = (share: number) => timings[Math.min(timings.length - 1, Math.floor(timings.length * share))]!;
const result = {
  ...scoresOf(ranked),
  build,
  start,
  p50: at(0.5),
  p99: at(0.99),
  memory: process.memoryUsage().rss / 2 ** 20,
};
process.stdout.write(`\n${JSON.stringify(result)}\n`);
