import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fingerprint, readModels, type TrainedModels, writeModels } from '../../src/intents/index.ts';

const MODELS: TrainedModels = {
  phrasings: [{ entry: 'a', text: '保険', written: '保険', kana: 'ほけん', clarity: 1 }],
  safety: {
    vocabulary: { index: new Map([['k', new Map([['胸', 0]])]]), idf: Float32Array.of(2) },
    linear: { classes: 4, weights: Float32Array.of(0, 1, 0, 0), bias: new Float32Array(4) },
  },
  ranker: {
    topics: ['a', 'menu:thanks'],
    outOfScope: ['weather'],
    vocabulary: { index: new Map([['k', new Map([['保険', 0]])]]), idf: Float32Array.of(1.5) },
    linear: { classes: 3, weights: Float32Array.of(1, 2, 3), bias: Float32Array.of(0, 0.5, -0.5) },
    bm25: {
      postings: new Map([['保険', [{ document: 0, weight: 2 }]]]),
      idf: new Map([['保険', 0.7]]),
      documents: 2,
    },
  },
};

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'madoguchi-cache-'));
  file = join(folder, 'deep', 'matcher.bin');
  await writeModels(file, 'key', MODELS);
});
afterAll(() => rm(folder, { recursive: true }));

it('what was written is read, maps and typed arrays included', async () => {
  expect(await readModels(file, 'key')).toEqual(MODELS);
});

it('leaves no draft beside it', async () => {
  expect(await readdir(join(folder, 'deep'))).toEqual(['matcher.bin']);
});

describe('not a model', () => {
  it('of other inputs', async () => expect(await readModels(file, 'other key')).toBeUndefined());
  it('missing', async () => expect(await readModels(join(folder, 'none.bin'), 'key')).toBeUndefined());
  it('a folder', async () => expect(await readModels(folder, 'key')).toBeUndefined());

  it.each([
    ['empty', () => Buffer.alloc(0)],
    ['shorter than its digest', (bytes: Buffer) => bytes.subarray(0, 10)],
    ['a digest alone', (bytes: Buffer) => bytes.subarray(0, 32)],
    ['truncated', (bytes: Buffer) => bytes.subarray(0, bytes.length - 1)],
    ['longer', (bytes: Buffer) => Buffer.concat([bytes, Buffer.of(0)])],
    [
      'one bit of it turned',
      (bytes: Buffer) => Buffer.from(bytes.map((byte, i) => (i === 100 ? byte ^ 1 : byte))),
    ],
    [
      'one bit of its digest turned',
      (bytes: Buffer) => Buffer.from(bytes.map((byte, i) => (i === 0 ? byte ^ 1 : byte))),
    ],
    ['something else', () => Buffer.from('knowledge-base')],
  ])('%s', async (_name, damage) => {
    const damaged = join(folder, 'damaged.bin');
    await writeFile(damaged, damage(await readFile(file)));
    expect(await readModels(damaged, 'key')).toBeUndefined();
  });
});

it('a reader never sees half of one, while twenty writers of one process replace it', async () => {
  const contested = join(folder, 'contested', 'matcher.bin');
  await writeModels(contested, 'key', MODELS);
  const writing = Promise.all(Array.from({ length: 20 }, () => writeModels(contested, 'key', MODELS)));
  const readings = await Promise.all(Array.from({ length: 20 }, () => readModels(contested, 'key')));
  await writing;
  for (const reading of readings) expect(reading).toEqual(MODELS);
  expect(await readdir(join(folder, 'contested'))).toEqual(['matcher.bin']);
});

describe('fingerprint', () => {
  it.each([
    ['another input', ['a', 'c']],
    ['another order', ['b', 'a']],
    ['the same letters cut elsewhere', ['ab']],
    ['one more', ['a', 'b', '']],
  ])('tells apart: %s', (_name, inputs) => expect(fingerprint(inputs)).not.toBe(fingerprint(['a', 'b'])));

  it('takes text and bytes alike', () => {
    expect(fingerprint([Buffer.from('a'), 'b'])).toBe(fingerprint(['a', 'b']));
  });
});
