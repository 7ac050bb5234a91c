import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { currentKnowledge } from '../../bin/current-knowledge.ts';
import { openStore } from '../../src/storage/index.ts';
import { yamlOf } from '../fixtures/knowledge.ts';
import { run } from './madoguchi.ts';

describe('kb push, pull, history and return', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'madoguchi-'));
    file = join(folder, 'kb.yaml');
    await writeFile(file, `# わたしの注\n${yamlOf()}`);
  });
  afterEach(() => rm(folder, { recursive: true }));

  const kb = (...args: readonly string[]) =>
    run(['kb', ...args], '', [], { DATABASE_URL: `file:${join(folder, 'm.db')}` });
  const edit = async (path: string, from: string, to: string) =>
    writeFile(path, (await readFile(path, 'utf8')).replace(from, to));

  it('take a file there and back between two people, and show where they contradict', {
    timeout: 120_000,
  }, async () => {
    expect(await kb('push', '--file', file)).toMatchObject({ code: 0, out: '第1版として公開しました。\n' });
    const hers = join(folder, 'hers.yaml');
    await cp(file, hers);
    await edit(hers, 'title: カード', 'title: かーど');
    expect((await kb('push', '--file', hers, '--why', '呼び名をそろえた')).out).toMatch(
      /カード → かーど[\s\S]*1 changes\n第2版/,
    );

    await edit(file, 'title: かみ', 'title: 紙');
    const rehearsed = await readFile(file, 'utf8');
    expect(await kb('pull', '--file', file, '--dry-run')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/1 changes\n$/),
    });
    expect(await readFile(file, 'utf8')).toBe(rehearsed);
    expect((await kb('push', '--file', file)).out).toContain('先に kb pull');
    expect((await kb('pull', '--file', file)).out).toContain('第2版を kb.yaml に書き込みました');
    expect(await readFile(file, 'utf8')).toMatch(/# わたしの注[\s\S]*title: かーど[\s\S]*title: 紙/);
    expect((await kb('push', '--file', file)).out).toContain('第3版');

    await edit(hers, 'title: かみ', 'title: ペーパー');
    const before = await readFile(hers, 'utf8');
    const conflict = await kb('pull', '--file', hers);
    expect(conflict.code).toBe(1);
    expect(conflict.out).toMatch(
      /衝突 .*paper[\s\S]*もと: かみ[\s\S]*ファイル: ペーパー[\s\S]*データベース: 紙/,
    );
    expect(await readFile(hers, 'utf8')).toBe(before);

    expect((await kb('return', '1', '--why', '誤りがあった')).out).toContain('第4版');
    expect((await kb('history')).out.split('\n').map((line) => line.split('\t').at(-1))).toEqual([
      '第1版に戻した: 誤りがあった',
      'knowledge-base.yaml を直した',
      '呼び名をそろえた',
      'knowledge-base.yaml を直した',
      '',
    ]);
    const store = await openStore(`file:${join(folder, 'm.db')}`);
    const current = await currentKnowledge(store, 'これは読まない');
    expect([current.version, current.kb.entries.card!.title]).toEqual([4, 'カード']);
    await store.close();
  });

  it.each([
    [['push', 'kb.yaml']],
    [['pull', '--base', 'x']],
    [['return', '0', '--why', 'x']],
    [['return', '1']],
    [['history', '3']],
  ])('%j says how it is to be written', async (args) => {
    expect(await kb(...args)).toMatchObject({ code: 2 });
  });

  it('say what they cannot do, and do nothing', { timeout: 120_000 }, async () => {
    expect((await kb('pull', '--file', file)).out).toContain('まだ版がありません');
    expect(await kb('return', '7', '--why', 'x')).toMatchObject({
      code: 1,
      error: expect.stringContaining('第7版'),
    });
    expect(await kb('push', '--file', join(folder, 'none.yaml'))).toMatchObject({
      code: 1,
      error: expect.stringContaining('読めません'),
    });
    await edit(file, 'category: basics', 'category: none');
    expect(await kb('push', '--file', file)).toMatchObject({
      code: 1,
      error: expect.stringContaining('none'),
    });
    expect((await kb('history')).out).toContain('まだ版がありません');
  });
});

it('until something is published, answers come from the file', async () => {
  const store = await openStore('file::memory:');
  expect(await currentKnowledge(store, yamlOf())).toMatchObject({ version: 0, yaml: yamlOf() });
  await expect(currentKnowledge(store, 'x: [')).rejects.toThrow('knowledge-base.yaml:');
  await store.close();
});
