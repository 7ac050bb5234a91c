import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dictionaryLoader, unpackDictionary } from '../../src/text/dictionary.ts';

const NAME = 'unk.dat';
let folder: string;
const loaded = async (from?: string) =>
  Buffer.from(await dictionaryLoader(from).loadArrayBuffer(`${NAME}.gz`));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'madoguchi-ipadic-'));
  await unpackDictionary(folder);
});
afterAll(() => rm(folder, { recursive: true }));

it('the copy is what the package holds', async () => {
  expect(await readFile(join(folder, NAME))).toEqual(await loaded());
});

it('a sound copy is not written again', async () => {
  const before = await stat(join(folder, NAME));
  await unpackDictionary(folder);
  expect((await stat(join(folder, NAME))).ino).toBe(before.ino);
});

it('a damaged or cut copy is never trusted, and is mended', async () => {
  const sound = await loaded();
  const damaged = Buffer.from(sound);
  damaged[7]! ^= 1;
  for (const copy of [damaged, sound.subarray(0, 100), Buffer.alloc(0)]) {
    await writeFile(join(folder, NAME), copy);
    expect(await loaded(folder)).toEqual(sound);
    await unpackDictionary(folder);
    expect(await readFile(join(folder, NAME))).toEqual(sound);
  }
});
