import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFaq } from '../../bin/faq.ts';
import { DataError } from '../../bin/jsonl.ts';
import { toJsonLines } from './madoguchi.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'madoguchi-faq-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Reads an FAQ, and labelled questions if there are any, that are written to files first. */
async function read(corpus: string, labelled?: string) {
  const [corpusFile, learnFile] = [join(folder, 'faq.jsonl'), join(folder, 'learn.jsonl')];
  await writeFile(corpusFile, corpus);
  if (labelled === undefined) return readFaq(corpusFile);
  await writeFile(learnFile, labelled);
  return readFaq(corpusFile, learnFile);
}

async function faultsOf(corpus: string, labelled?: string): Promise<readonly string[]> {
  const error: unknown = await read(corpus, labelled).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(DataError);
  return (error as DataError).message.split('\n');
}

const doc = (id: unknown, question: unknown = '質問', answer: unknown = '答え') => ({ id, question, answer });
const GOOD = toJsonLines([doc('a'), doc(2)]);

describe('an FAQ', () => {
  it('becomes documents, in order; a number will do for an id', async () => {
    const expected = { questions: ['質問'], answers: ['答え'], learned: [] };
    expect(await read(GOOD)).toEqual([
      { id: 'a', ...expected },
      { id: '2', ...expected },
    ]);
  });

  it('without lines has no documents', async () => expect(await read('\n')).toEqual([]));
  it('may have an empty answer', async () => {
    expect(await read(toJsonLines([doc('a', 'x', '')]))).toMatchObject([{ answers: [''] }]);
  });

  it('learns a question for every document it is relevant to, but not where its grade is 0', async () => {
    const labelled = [
      { text: 'x', relevant: { a: 1, 2: 0.5 } },
      { text: 'y', relevant: { a: 2, 2: 0 } },
      { text: 'z', relevant: {} },
    ];
    const [a, b] = await read(GOOD, toJsonLines(labelled));
    expect(a!.learned).toEqual(['x', 'y']);
    expect(b!.learned).toEqual(['x']);
  });
});

describe('a fault of the corpus', () => {
  it.each([
    ['a line that is no JSON', `${GOOD}\n{broken`, '3行目: JSONとして読めません'],
    ['a list', '[]', '1行目: 行: '],
    ['an id twice', toJsonLines([doc('a'), doc('b'), doc('a')]), '3行目: id「a」は1行目にもあります'],
    ['an id as a number and as a text', toJsonLines([doc(1), doc('1')]), '2行目: id「1」は1行目にも'],
    ['an empty id', toJsonLines([doc('')]), '1行目: id: '],
    ['no id', toJsonLines([doc('a'), doc(undefined)]), '2行目: id: '],
    ['an empty question', toJsonLines([doc('a'), doc('b', '')]), '2行目: question: '],
    ['a blank question', toJsonLines([doc('a'), doc('b', ' \u3000\n')]), '2行目: question: '],
    ['a question of 2,001 characters', toJsonLines([doc('a', 'あ'.repeat(2001))]), '1行目: question: '],
    ['no answer', toJsonLines([{ id: 'a', question: 'x' }]), '1行目: answer: '],
    ['an answer of 1 MB', toJsonLines([doc('a'), doc('b', 'x', 'x'.repeat(2 ** 20))]), '2行目: answer: '],
  ])('%s', async (_what, corpus, fault) => {
    expect(await faultsOf(corpus)).toEqual([expect.stringContaining(`faq.jsonl ${fault}`)]);
  });

  it('does not make the ids of its line unknown', async () => {
    const learn = toJsonLines([{ text: 'x', relevant: { b: 1 } }]);
    const faults = await faultsOf(toJsonLines([doc('a'), doc('b', '')]), learn);
    expect(faults).toEqual([expect.stringContaining('faq.jsonl 2行目: question')]);
  });

  it('the longest question and answer that are allowed are none', async () => {
    expect(await read(toJsonLines([doc('a', 'あ'.repeat(2000), 'あ'.repeat(100_000))]))).toHaveLength(1);
  });
});

describe('a fault of the labelled questions', () => {
  it.each([
    ['an unknown id', { text: 'x', relevant: { a: 1, z: 1 } }, '2行目: id「z」はfaq.jsonlにありません'],
    ['an id that every object has', { text: 'x', relevant: { toString: 1 } }, '2行目: id「toString」は'],
    ['an unknown id of grade 0', { text: 'x', relevant: { z: 0 } }, '2行目: id「z」は'],
    ['a negative grade', { text: 'x', relevant: { a: -1 } }, '2行目: relevant.a: '],
    ['no grades', { text: 'x' }, '2行目: relevant: '],
    ['an empty question', { text: ' ', relevant: { a: 1 } }, '2行目: text: '],
  ])('%s', async (_what, labelled, fault) => {
    const learn = toJsonLines([{ text: 'x', relevant: { a: 1 } }, labelled]);
    expect(await faultsOf(GOOD, learn)).toEqual([expect.stringContaining(`learn.jsonl ${fault}`)]);
  });
});
