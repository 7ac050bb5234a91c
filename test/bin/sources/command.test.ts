import { describe, expect, it } from 'vitest';
import { describeSources } from '../../../bin/commands/sources.ts';
import type { CheckedSource } from '../../../bin/sources/check.ts';
import { run } from '../madoguchi.ts';

/** A machine whose names all lead to itself, so that nothing outside is asked. */
const NO_NETWORK = `--import=data:text/javascript,${encodeURIComponent(`
  import dns from 'node:dns';
  import { syncBuiltinESMExports } from 'node:module';
  dns.lookup = (name, options, callback) => callback(null, [{ address: '127.0.0.1', family: 4 }]);
  syncBuiltinESMExports();
`)}`;

const SOURCE: CheckedSource = {
  document: 'leaflet',
  title: 'ちらし',
  url: 'https://www.city.example.jp/leaflet.html',
  state: 'unchanged',
  task: null,
  movedTo: null,
  why: null,
  failures: 0,
};

describe('sources check', () => {
  it('says of each document whether it is watched, and ends with 0 where nobody has anything to do', async () => {
    const { code, out } = await run(['sources', 'check'], '', [NO_NETWORK]);
    expect(out).toContain('・ takasaki-2026: 見張っていません(knowledge-base.yaml に url がありません)');
    expect(out).toContain('・ myna-faq: 読めませんでした(庁内などの、公開されていないアドレスです)');
    expect(out).toMatch(/資料 \d+件、見張っているもの \d+件、確かめてほしいもの 0件\n$/);
    expect(code).toBe(0);
  });

  it('says the same as JSON', async () => {
    const { out } = await run(['sources', 'check', '--json'], '', [NO_NETWORK]);
    expect(JSON.parse(out).sources).toContainEqual(
      expect.objectContaining({
        document: 'myna-faq',
        state: 'unreachable',
        why: 'private-address',
        failures: 1,
      }),
    );
  });

  it.each([[[]], [['list']], [['check', 'leaflet']], [['check', '--all']]])(
    'is all that there is: %j',
    async (args) => {
      const { code, error } = await run(['sources', ...args]);
      expect(code).toBe(2);
      expect(error).toContain('sources check');
    },
  );
});

describe('what it says', () => {
  it.each<[Partial<CheckedSource>, string]>([
    [{}, '・ leaflet: 変わりありません\n'],
    [{ state: 'source-changed', task: 7 }, '★ leaflet: 本文が変わりました(用件 7)\n'],
    [
      { state: 'unreachable', why: 'timeout', failures: 2 },
      '・ leaflet: 読めませんでした(時間内に返事がありません。続けて2回目です)\n',
    ],
    [
      { state: 'unreachable', why: 'timeout', failures: 3 },
      '★ leaflet: 読めませんでした(時間内に返事がありません。続けて3回目です)\n',
    ],
    [{ movedTo: 'https://www.city.example.jp/b.html' }, '(転送先 https://www.city.example.jp/b.html)\n'],
  ])('marks what somebody should look at: %j', (over, said) =>
    expect(describeSources([{ ...SOURCE, ...over }])).toContain(said),
  );
});
