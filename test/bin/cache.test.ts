import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cached, cachedAmong, fingerprint, keep, readKept } from '../../bin/cache.ts';

const VALUE = {
  ids: ['a', 'menu:thanks'],
  terms: new Map([['保険', 0]]),
  weights: Float32Array.of(1, 2.5, -3),
  starts: Int32Array.of(0, 1),
};

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'madoguchi-cache-'));
  file = join(folder, 'deep', 'index.bin');
  await keep(file, 'key', VALUE);
});
afterAll(() => rm(folder, { recursive: true }));

it('what was written is read, maps and typed arrays included', async () => {
  expect(await readKept(file, 'key')).toEqual(VALUE);
});

it('leaves no draft beside it', async () => {
  expect(await readdir(join(folder, 'deep'))).toEqual(['index.bin']);
});

describe('not read', () => {
  it('of other inputs', async () => expect(await readKept(file, 'other key')).toBeUndefined());
  it('missing', async () => expect(await readKept(join(folder, 'none.bin'), 'key')).toBeUndefined());
  it('a folder', async () => expect(await readKept(folder, 'key')).toBeUndefined());

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
    expect(await readKept(damaged, 'key')).toBeUndefined();
  });
});

it('a reader never sees half of one, while twenty writers of one process replace it', async () => {
  const contested = join(folder, 'contested', 'index.bin');
  await keep(contested, 'key', VALUE);
  const writing = Promise.all(Array.from({ length: 20 }, () => keep(contested, 'key', VALUE)));
  const readings = await Promise.all(Array.from({ length: 20 }, () => readKept(contested, 'key')));
  await writing;
  for (const reading of readings) expect(reading).toEqual(VALUE);
  expect(await readdir(join(folder, 'contested'))).toEqual(['index.bin']);
});

describe('cached', () => {
  it('makes a value once, and again when it is damaged or of other inputs', async () => {
    const once = join(folder, 'once.bin');
    let made = 0;
    const value = (key: string) => cached(once, key, async () => ({ number: ++made }));
    expect(await value('a')).toEqual({ number: 1 });
    expect(await value('a')).toEqual({ number: 1 });
    await writeFile(once, 'damaged');
    expect(await value('a')).toEqual({ number: 2 });
    expect(await value('b')).toEqual({ number: 3 });
    expect(await value('b')).toEqual({ number: 3 });
  });

  it('where nothing can be written, the value is made all the same', async () => {
    const underFile = join(file, 'below', 'index.bin');
    expect(await cached(underFile, 'a', async () => 1)).toBe(1);
  });
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

describe('among several values', () => {
  it('those used last are kept, and what was made once is not made again', async () => {
    const shelf = join(folder, 'shelf');
    const made: string[] = [];
    const value = (key: string) =>
      cachedAmong(shelf, 2, key.padEnd(64, '0'), async () => {
        made.push(key);
        return key;
      });
    expect(await value('a')).toBe('a');
    await value('b');
    await value('a');
    // As old as a file of another day, whatever the clock of the file system tells apart.
    await utimes(join(shelf, 'b000000000000000.bin'), 1, 1);
    await value('c');
    expect(await readdir(shelf)).toEqual(['a000000000000000.bin', 'c000000000000000.bin']);
    await value('b');
    expect(made).toEqual(['a', 'b', 'c', 'b']);
  });

  it('what cannot be kept is made all the same', async () => {
    await writeFile(join(folder, 'no-folder'), '');
    expect(await cachedAmong(join(folder, 'no-folder'), 2, 'a', async () => 1)).toBe(1);
  });
});
