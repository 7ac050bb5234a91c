import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { lintErrors, planPull, planPush, pushed } from '../../src/staff/index.ts';
import { openStore, type Store } from '../../src/storage/index.ts';
import { isoDate } from '../../src/text/index.ts';
import { yamlOf } from '../fixtures/knowledge.ts';

const FILE = `# 窓口の知識ベース\n\n${stringify(parse(yamlOf()), { lineWidth: 0, aliasDuplicateObjects: false })}`;
const NOW = Date.UTC(2026, 10, 22);
const today = isoDate('2026-11-22')!;

describe('a file and the database', () => {
  let store: Store;
  beforeEach(async () => {
    store = await openStore('file::memory:');
  });
  afterEach(() => store.close());

  const ports = () => ({ ...store, findFaults: lintErrors });
  const local = (yaml: string, base?: number) => ({ yaml, name: 'knowledge-base.yaml', base, today });
  const pull = (yaml: string, base?: number) => planPull(local(yaml, base), ports());
  const push = (yaml: string, base?: number) => planPush(local(yaml, base), ports());
  const publish = (yaml: string, base: number) =>
    store.versions.publish({ yaml: pushed(yaml, 0).published, by: 'aoki', why: 'x', base }, NOW);

  /** A file that was pushed, and what staff have made of it in the database since. */
  async function shared(change: (yaml: string) => string = (yaml) => yaml): Promise<string> {
    await publish(FILE, 0);
    if (change(FILE) !== FILE) await publish(change(FILE), 1);
    return pushed(FILE, 1).file;
  }
  const retitled = (from: string, to: string) => (yaml: string) =>
    yaml.replace(`title: ${from}`, `title: ${to}`);

  it('start with a push, which marks the file with its version and publishes it without the mark', async () => {
    expect(await pull(FILE)).toEqual({ kind: 'nothing-published' });
    expect(await push(FILE)).toEqual({ kind: 'ready', changes: undefined, base: 0 });
    const file = await shared();
    expect(file).toMatch(/^# データベースの版: 1 \([0-9a-f]{12}\)/);
    expect(file.split('\n').slice(1).join('\n')).toBe(FILE);
    expect((await store.versions.current())!.yaml).toBe(FILE);
    expect(await push(file)).toEqual({ kind: 'up-to-date', number: 1, yaml: file });
    expect(await pull(file)).toEqual({ kind: 'up-to-date', number: 1, yaml: file });
  });

  it('pull what staff have changed, with the comments and the edits of the file kept', async () => {
    const file = await shared(retitled('カード', 'かーど'));
    const mine = `${retitled('かみ', '紙')(file)}# わたしの注\n`;
    const outcome = await pull(mine);
    expect(outcome).toMatchObject({
      kind: 'pulled',
      number: 2,
      changes: [{ path: ['entries', 'card', 'title'], before: 'カード', after: 'かーど' }],
    });
    const { yaml } = outcome as { yaml: string };
    expect(yaml).toContain('# データベースの版: 2 (');
    expect(yaml.split('\n').slice(1)).toEqual(retitled('カード', 'かーど')(mine).split('\n').slice(1));
    expect(await push(yaml)).toMatchObject({ kind: 'ready', base: 2, changes: [{ after: '紙' }] });
    expect(await pull(yaml)).toMatchObject({ kind: 'up-to-date', number: 2, yaml });
  });

  it('stop at what both have changed, field by field', async () => {
    const file = await shared(retitled('カード', 'かーど'));
    const mine = retitled('カード', 'Card')(file);
    const stopped = {
      kind: 'behind',
      base: 1,
      current: 2,
      conflicts: [{ path: ['entries', 'card', 'title'], base: 'カード', mine: 'Card', theirs: 'かーど' }],
    };
    expect(await pull(mine)).toEqual(stopped);
    expect(await push(mine)).toEqual(stopped);
  });

  it('never push over versions that the file was not made from, even where nothing contradicts', async () => {
    const file = await shared(retitled('カード', 'かーど'));
    expect(await push(retitled('かみ', '紙')(file))).toEqual({
      kind: 'behind',
      base: 1,
      current: 2,
      conflicts: [],
    });
  });

  it('never take the number of another database for their own', async () => {
    await publish(retitled('カード', '別の市')(FILE), 0);
    const foreign = retitled('かみ', '紙')(pushed(FILE, 1).file);
    expect(await push(foreign)).toMatchObject({ kind: 'unknown-base', current: 1 });
    expect(await pull(foreign)).toMatchObject({ kind: 'unknown-base', current: 1 });
    expect(await push(foreign, 1)).toMatchObject({ kind: 'ready', base: 1 });
    expect(await push(foreign, 9)).toMatchObject({ kind: 'unknown-base' });
  });

  it('know a file that the first proposal made version 1, though nobody marked it', async () => {
    await shared(retitled('カード', 'かーど'));
    expect(await pull(FILE)).toMatchObject({ kind: 'pulled', number: 2 });
    expect(await pull(FILE.replaceAll('\n', '\r\n'))).toMatchObject({ kind: 'pulled', number: 2 });
  });

  it('keep the line ends of Windows in the file, and have none of them in the database', async () => {
    const file = (await shared(retitled('カード', 'かーど'))).replaceAll('\n', '\r\n');
    const { yaml } = (await pull(file)) as { yaml: string };
    expect(yaml.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(pushed(yaml, 3).published).not.toContain('\r');
  });

  it('do not take in what would break the file', async () => {
    const file = await shared((yaml) => yaml.replace('かみ丁かみ丁番目', 'まったく新しい聞き方です'));
    const mine = file.replace('カード丁カード丁番目', 'まったく新しい聞き方です');
    expect(await pull(mine)).toMatchObject({
      kind: 'faults',
      problems: [{ message: expect.stringContaining('同じ聞き方') }],
    });
    expect(await push(file.replace('カード丁カード丁番目', 'かみ丁かみ丁番目'))).toMatchObject({
      kind: 'faults',
    });
  });
});
