import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { DEFAULT_DATABASE, openStore } from '../../src/storage/index.ts';
import { eventOf, NOW } from '../contract/events.ts';

describe('the URL of a database', () => {
  it.each([
    '',
    'madoguchi.db',
    'mysql://u:hunter2@h/db',
    'postgres:',
    'postgres://',
    'postgres://u:hunter2@[/db',
    'file:',
    'file:data/',
    'file:a.db?mode=ro',
  ])('is refused with what to write instead, and without its password: %s', async (url) => {
    const error = await openStore(url).catch((reason: Error) => reason);
    expect(error).toMatchObject({ message: expect.stringContaining(DEFAULT_DATABASE) });
    expect(String(error)).not.toContain('hunter2');
  });

  it('may name a file in three ways, and a folder that is not there yet', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'madoguchi-'));
    const file = join(folder, 'のデータ', 'a.db');
    for (const [i, url] of [
      `file:${file}`,
      `file://${encodeURI(file)}`,
      pathToFileURL(file).href,
    ].entries()) {
      const store = await openStore(url);
      await store.inbox.add([eventOf(`e${i}`)], NOW);
      expect(await store.inbox.counts()).toMatchObject({ pending: i + 1 });
      await store.close();
    }
    rmSync(folder, { recursive: true });
  });

  it('may ask for a database in memory', async () => {
    const store = await openStore('file::memory:');
    expect(await store.inbox.add([eventOf('a')], NOW)).toBe(1);
    await store.close();
  });
});
