import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FAQ_FOLDER } from '../../bin/assemble.ts';
import { fingerprint, keep } from '../../bin/cache.ts';
import { CITY_FAQ } from '../fixtures/city-faq.ts';
import { type Finished, jsonLines, run, toJsonLines } from './madoguchi.ts';

const FAQ = CITY_FAQ.map(({ id, questions: [question], answers: [answer] }) => ({ id, question, answer }));
const QUERIES = toJsonLines([
  { id: 'q1', text: '粗大ごみを捨てたい' },
  { id: 2, text: 'ワンちゃん' },
  { id: 'q1', text: '天気予報' },
]);

let folder: string;
const made: string[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'madoguchi-rank-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  for (const corpus of made) await rm(indexOf(corpus), { force: true });
});

/** Where the index of a corpus file is kept. */
const indexOf = (corpus: string) => join(FAQ_FOLDER, `${fingerprint([corpus]).slice(0, 16)}.bin`);

async function write(name: string, content: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, content);
  made.push(file);
  return file;
}

const rank = (corpus: string, input = QUERIES, ...more: readonly string[]): Promise<Finished> =>
  run(['rank', '--corpus', corpus, ...more], input);

describe('a city’s own FAQ', () => {
  let corpus: string;
  let first: Finished;
  beforeAll(async () => {
    corpus = await write('faq.jsonl', toJsonLines(FAQ));
    first = await rank(corpus);
  });

  test('each query is answered by the ids that fit, best first, in the order of the queries', () => {
    expect(first).toMatchObject({ code: 0, error: '' });
    const lines = jsonLines(first);
    expect(lines.map(({ id }) => id)).toEqual(['q1', 2, 'q1']);
    expect(lines[0]).toHaveProperty('ranking.0', 'bulky-waste');
    expect(lines.slice(1).map(({ ranking }) => ranking)).toEqual([[], []]);
  });

  test('the index is kept, and used again', async () => {
    const { ino, mtimeMs } = await stat(indexOf(corpus));
    expect(await rank(corpus)).toEqual(first);
    expect(await stat(indexOf(corpus))).toMatchObject({ ino, mtimeMs });
  });

  test.each([
    ['damaged', (file: string) => writeFile(file, 'damaged')],
    ['of other documents', (file: string) => keep(file, 'another key', { index: {}, synonyms: {} })],
  ])('%s, it is made anew with the same result', async (_how, spoil) => {
    const bytes = await readFile(indexOf(corpus));
    await spoil(indexOf(corpus));
    expect(await rank(corpus)).toEqual(first);
    expect((await readFile(indexOf(corpus))).equals(bytes)).toBe(true);
  });

  test('a document that is added later is found', async () => {
    const growing = await write('growing.jsonl', toJsonLines(FAQ.slice(0, -1)));
    const ask = async () => jsonLines(await rank(growing, toJsonLines([{ id: 1, text: '狂犬病' }])))[0];
    expect(await ask()).toEqual({ id: 1, ranking: [] });
    await write('growing.jsonl', toJsonLines(FAQ));
    expect(await ask()).toEqual({ id: 1, ranking: ['dog'] });
  });

  test('questions that staff have assigned are learned, those graded 0 are not', async () => {
    const labelled = [
      { text: 'ワンちゃんをお迎えしたら', relevant: { dog: 2, library: 0 } },
      { text: 'どれにも当たらない話', relevant: {} },
    ];
    const learn = await write('learn.jsonl', toJsonLines(labelled));
    const [, query] = jsonLines(await rank(corpus, QUERIES, '--learn', learn));
    expect(query).toEqual({ id: 2, ranking: ['dog'] });
  });

  test('with a BOM, CRLF and empty lines it is the same FAQ; no queries, no output', async () => {
    const windows = await write(
      'windows.jsonl',
      `\uFEFF\r\n${toJsonLines(FAQ).replaceAll('\n', '\r\n')}\r\n`,
    );
    expect(await rank(windows, `\uFEFF${QUERIES.replaceAll('\n', '\r\n\r\n')}`)).toEqual(first);
    expect(await rank(windows, '')).toEqual({ code: 0, out: '', error: '' });
  });

  test('at most a hundred ids; numbers will do for ids', async () => {
    const many = Array.from({ length: 105 }, (_, i) => ({ id: i, question: `公園${i}`, answer: '遊具' }));
    const parks = await write('parks.jsonl', toJsonLines(many));
    const [line] = jsonLines(await rank(parks, toJsonLines([{ id: 1, text: '公園' }])));
    expect(line!.ranking).toHaveLength(100);
    expect(line).toHaveProperty('ranking.0', expect.any(String));
  });
});

test('an FAQ of one document is ranked too', async () => {
  const one = await write('one.jsonl', toJsonLines(FAQ.slice(0, 1)));
  const { code, out } = await rank(one, toJsonLines([{ id: 1, text: '収集日' }]));
  expect({ code, out }).toEqual({ code: 0, out: '{"id":1,"ranking":["bulky-waste"]}\n' });
});

describe('bad input is named by its line, and nothing is written', () => {
  const doc = (id: string, question = '質問', answer = '答え') => ({ id, question, answer });
  const GOOD = toJsonLines([doc('a'), doc('b')]);

  async function expectFaults(ranked: Promise<Finished>, ...named: readonly string[]): Promise<void> {
    const { code, out, error } = await ranked;
    expect({ code, out }).toEqual({ code: 1, out: '' });
    for (const fault of named) expect(error).toContain(fault);
    expect(error).not.toMatch(/\n\s+at /);
  }

  test('in the corpus: no JSON, an id twice, an empty question, an answer of 1 MB', async () => {
    const faulty = [doc('a'), doc('b'), doc('a'), doc('c', ''), doc('d', 'x', 'x'.repeat(2 ** 20))];
    await expectFaults(
      rank(await write('bad.jsonl', `${toJsonLines(faulty)}\n\n{broken`)),
      'bad.jsonl 3行目: id「a」は1行目にもあります',
      'bad.jsonl 4行目: question: ',
      'bad.jsonl 5行目: answer: ',
      'bad.jsonl 7行目: JSONとして読めません',
    );
  });

  test('in the questions to learn: an unknown id, an empty question', async () => {
    const labelled = [
      { text: 'x', relevant: { a: 1, z: 1 } },
      { text: '', relevant: {} },
    ];
    const learn = await write('learn-bad.jsonl', toJsonLines(labelled));
    await expectFaults(
      rank(await write('good.jsonl', GOOD), QUERIES, '--learn', learn),
      'learn-bad.jsonl 1行目: id「z」はgood.jsonlにありません',
      'learn-bad.jsonl 2行目: text: ',
    );
  });

  test('in the queries: 10,000 characters, no id, an empty one, no JSON', async () => {
    const queries = [
      { id: 1, text: 'x' },
      { id: 2, text: 'あ'.repeat(10_000) },
      { text: 'x' },
      { id: 4, text: '' },
    ];
    await expectFaults(
      rank(await write('good.jsonl', GOOD), `${toJsonLines(queries)}\n\nbroken`),
      '標準入力 2行目: text: ',
      '標準入力 3行目: id: ',
      '標準入力 4行目: text: ',
      '標準入力 6行目: JSONとして読めません',
    );
  });

  test.each(['--corpus', '--learn'])('a missing file of %s, by its name', async (option) => {
    const corpus = await write('good.jsonl', GOOD);
    const missing = join(folder, 'none.jsonl');
    const files = option === '--corpus' ? [option, missing] : ['--corpus', corpus, option, missing];
    await expectFaults(run(['rank', ...files], QUERIES), 'none.jsonl');
  });
});

test('without --corpus the call is wrong', async () => {
  const { code, out, error } = await run(['rank'], QUERIES);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(error).toContain('--corpus');
  expect(error).toContain('使い方');
});
