import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { imageBaseUrl } from '../../bots/line/rich-menu/account.ts';
import {
  carryOut,
  LineTrouble,
  lineAccount,
  type Menu,
  makeMenu,
  planSteps,
} from '../../bots/line/rich-menu/index.ts';
import { start } from '../bin/madoguchi.ts';
import { type FakeLine, type FakeMenu, startFakeLine, TOKEN } from './rich-menu-fake.ts';

const NAME = 'madoguchi-current';
const MENU: Menu = { name: NAME, definition: { name: NAME }, png: new Uint8Array([1, 2, 3]) };
const PICTURE = Buffer.from('picture');

let line: FakeLine;
beforeAll(async () => {
  line = await startFakeLine();
});
afterAll(() => line.close());
beforeEach(() => reset([], null));

function reset(menus: readonly FakeMenu[], defaultId: string | null): void {
  line.account.menus = menus.map((menu) => ({ ...menu }));
  line.account.defaultId = defaultId;
  line.changes.length = 0;
  line.changesLeft = Number.POSITIVE_INFINITY;
}

async function setUp(): Promise<void> {
  const account = lineAccount({ token: TOKEN, baseUrl: line.url });
  await carryOut(planSteps(NAME, await account.read(NAME)), MENU, account, () => {});
}

/** Any account: ours of this and of earlier versions, whole and half done, and menus of others, one of them the default or none. */
const anyAccount = fc
  .record({
    kinds: fc.array(
      fc.record({
        name: fc.constantFrom(NAME, 'madoguchi-older', 'madoguchi-', '市の広報', 'my-madoguchi-menu'),
        image: fc.constantFrom(PICTURE, null),
      }),
      { maxLength: 6 },
    ),
    defaultAt: fc.nat(8),
  })
  .map(({ kinds, defaultAt }) => {
    const menus = kinds.map((kind, i): FakeMenu => ({ ...kind, id: `there-${i}`, definition: null }));
    return { menus, defaultId: menus[defaultAt]?.image ? menus[defaultAt].id : null };
  });

const foreignOf = (menus: readonly FakeMenu[]) =>
  menus
    .filter(({ name }) => !name.startsWith('madoguchi-'))
    .map(({ id, name, image }) => ({ id, name, image }));

function expectSetUp(before: readonly FakeMenu[]): void {
  const { menus, defaultId } = line.account;
  const own = menus.filter(({ name }) => name.startsWith('madoguchi-'));
  expect(own.map(({ id, name }) => ({ id, name }))).toEqual([{ id: defaultId, name: NAME }]);
  expect(own[0]?.image).not.toBeNull();
  expect(foreignOf(menus)).toEqual(foreignOf(before));
}

describe('a setup, whatever the account has', () => {
  test('leaves one menu of ours as the default and those of others alone; a second one changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(anyAccount, async ({ menus, defaultId }) => {
        reset(menus, defaultId);
        await setUp();
        expectSetUp(menus);
        line.changes.length = 0;
        await setUp();
        expect(line.changes).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('completes what an earlier one left when LINE failed in the middle, and residents keep a menu meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(anyAccount, fc.nat(6), async ({ menus, defaultId }, changesLeft) => {
        reset(menus, defaultId);
        line.changesLeft = changesLeft;
        const first = await setUp().catch((error: unknown) => error);
        if (first !== undefined) expect(first).toMatchObject({ name: 'LineTrouble', status: 500 });
        if (defaultId !== null) expect(line.account.defaultId).not.toBeNull();
        line.changesLeft = Number.POSITIVE_INFINITY;
        await setUp();
        expectSetUp(menus);
      }),
      { numRuns: 60 },
    );
  });
});

test('a refused token and a dead line are told apart, and the token is in neither', async () => {
  const wrong = 'secret-of-the-city';
  const refused = await lineAccount({ token: wrong, baseUrl: line.url })
    .read(NAME)
    .catch((error: unknown) => error);
  const unreachable = await lineAccount({ token: wrong, baseUrl: 'http://127.0.0.1:1' })
    .read(NAME)
    .catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(LineTrouble);
  expect(refused).toMatchObject({ kind: 'unauthorised', status: 401, requestId: 'request-7' });
  expect(unreachable).toMatchObject({ kind: 'unreachable', status: null });
  expect(JSON.stringify([refused, unreachable]) + String(refused)).not.toContain(wrong);
});

test.each([
  ['https://api.line.me', 'https://api-data.line.me'],
  ['https://api.line.me/', 'https://api-data.line.me'],
  ['http://127.0.0.1:8099', 'http://127.0.0.1:8099'],
])('images of %s go to %s, because LINE takes them on a host of its own', (baseUrl, images) => {
  expect(imageBaseUrl(baseUrl)).toBe(images);
});

describe('madoguchi line setup', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'madoguchi-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function command(args: readonly string[], token: string, url = line.url) {
    const env = { LINE_CHANNEL_ACCESS_TOKEN: token, LINE_API_BASE_URL: url };
    const child = start(['line', ...args], env);
    const closed = once(child, 'close');
    const [out, error, [code]] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
    return { code, out, error };
  }

  test('shows the plan and the picture first, then sets up, then has nothing to do', async () => {
    const others: FakeMenu = { id: 'others', name: '市の広報', image: PICTURE, definition: null };
    reset([others], 'others');
    const file = join(folder, 'menu.png');

    const shown = await command(['setup', '--dry-run', '--image', file], TOKEN);
    expect(shown).toMatchObject({ code: 0, error: '' });
    expect(shown.out).toContain('3. 全員に見えるメニューにする(今のメニュー others は');
    expect(line.changes).toEqual([]);

    expect(await command(['setup'], TOKEN)).toMatchObject({ code: 0, error: '' });
    const { menus, defaultId } = line.account;
    expect(menus.map(({ id }) => id)).toEqual(['others', defaultId]);
    expect(menus[1]?.image?.equals(await readFile(file))).toBe(true);
    expect(menus[1]?.definition).toEqual(JSON.parse(JSON.stringify((await makeMenu()).definition)));

    line.changes.length = 0;
    const again = await command(['setup'], TOKEN);
    expect(again.out).toContain('何も変えませんでした');
    expect(line.changes).toEqual([]);
  });

  test('shows the plan without a token too, so that a city can look before it has an account', async () => {
    const { code, out } = await command(['setup', '--dry-run'], '');
    expect(code).toBe(0);
    expect(out).toContain('1. メニューを作る');
  });

  test.each([
    { why: 'no token', args: ['setup'], token: '', code: 2, says: 'LINE_CHANNEL_ACCESS_TOKEN がありません' },
    {
      why: 'a token with a line break in it',
      args: ['setup'],
      token: 'a\nb',
      code: 2,
      says: '使えない文字',
    },
    {
      why: 'a refused token',
      args: ['setup'],
      token: 'of-no-use',
      code: 1,
      says: '受け付けませんでした(401)',
    },
    { why: 'no word after line', args: [], token: TOKEN, code: 2, says: 'line setup と書いて' },
    {
      why: 'an image that cannot be written',
      args: ['setup', '--image', '/'],
      token: TOKEN,
      code: 1,
      says: '書けません',
    },
  ])('tells the operator what is wrong: $why', async ({ args, token, code, says }) => {
    const finished = await command(args, token);
    expect(finished.code).toBe(code);
    expect(finished.error).toContain(says);
    if (token !== '') expect(finished.out + finished.error).not.toContain(token);
    expect(line.changes).toEqual([]);
  });

  test('tells the operator that LINE cannot be reached', async () => {
    const { code, error } = await command(['setup'], TOKEN, 'http://127.0.0.1:1');
    expect(code).toBe(1);
    expect(error).toContain('つながりませんでした');
    expect(error).not.toContain(TOKEN);
  });
});
