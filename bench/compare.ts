// npm run bench [-- FOLDER]: this project's search beside others, in one run, on the knowledge base and, where a folder with
// corpus.jsonl and queries-dev.jsonl is given, on that FAQ. Milliseconds depend on the machine: compare them within a table.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { ENGINES } from './rankers.ts';

interface Result {
  readonly recall: number;
  readonly ndcg: number;
  readonly first: number;
  readonly build: number;
  readonly start: number;
  readonly p50: number;
  readonly p99: number;
  readonly memory: number;
}

const KNOWLEDGE_BASE_ONLY = 'Madoguchi matcher';
const TIMES = 10;
const print = (line: string) => process.stdout.write(`${line}\n`);

function run(engine: string, ...dataset: readonly string[]): Result {
  const args = [join(import.meta.dirname, 'engine.ts'), engine, ...dataset];
  const output = execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  return JSON.parse(output.trimEnd().split('\n').at(-1)!);
}

function row(name: string, { recall, ndcg, first, build, start, p50, p99, memory }: Result): void {
  const figures = [
    recall.toFixed(3),
    ndcg.toFixed(3),
    first.toFixed(3),
    build.toFixed(0),
    start.toFixed(0),
    p50.toFixed(2),
    p99.toFixed(2),
    memory.toFixed(0),
  ];
  print(name.padEnd(25) + figures.map((figure) => figure.padStart(10)).join(''));
}

function table(title: string, engines: readonly string[], ...dataset: readonly string[]): void {
  print(`\n${title}`);
  print(`${''.padEnd(25)} recall@10   nDCG@10      SR@1  build ms  start ms    p50 ms    p99 ms       MiB`);
  for (const engine of engines) row(engine, run(engine, ...dataset));
}

const folder = process.argv[2];
table('knowledge base', Object.keys(ENGINES));
if (folder) {
  table(
    folder,
    Object.keys(ENGINES).filter((engine) => engine !== KNOWLEDGE_BASE_ONLY),
    folder,
  );
  const [once, often] = [run('Madoguchi index', folder), run('Madoguchi index', folder, String(TIMES))];
  row(`the same, ${TIMES} times as large`, often);
  print(
    `median of a query on ${TIMES} times the documents: ${(often.p50 / once.p50).toFixed(1)} times as long`,
  );
}
print(
  '\nbuild: tokenizer and index from the texts. start: process start to the first answer, nothing kept on disk',
);
print('but the tokenizer dictionary and, for the matcher, its models.');
