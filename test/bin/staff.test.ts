import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createPasswords } from '../../src/staff/index.ts';
import { openStore } from '../../src/storage/index.ts';
import { run } from './madoguchi.ts';

let folder: string;
let url: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'madoguchi-staff-'));
  url = `file:${join(folder, 'madoguchi.db')}`;
});
afterEach(() => rmSync(folder, { recursive: true }));

const staff = (args: readonly string[], input = '') =>
  run(['staff', ...args], input, [], { DATABASE_URL: url });

/** What the database holds afterwards. */
async function stored() {
  const store = await openStore(url);
  try {
    const trial = await store.accounts.beginTrial('aoki', 0);
    return {
      password: typeof trial === 'object' ? trial.password : undefined,
      audit: (await store.audit.list({ limit: 9 })).map(({ action, subject, why }) => [action, subject, why]),
      who: (await store.audit.list({ limit: 1 }))[0]?.who,
    };
  } finally {
    await store.close();
  }
}

describe('staff', () => {
  test('add makes a password up and shows it once; the account is listed, changed and removed', async () => {
    const added = await staff(['add', 'Aoki', '--role', 'editor']);
    expect([added.code, added.error]).toEqual([0, '']);
    const [, password] = /^パスワード: (\S+)$/m.exec(added.out)!;
    const { password: hash = '', who } = await stored();
    expect(await createPasswords().verify(password!, hash)).toBe(true);
    expect(who).toMatch(/^cli/);
    expect((await staff(['list'])).out).toMatch(/^aoki\teditor\t\d{4}-\d\d-\d\dから\n1件\n$/);
    expect((await staff(['role', 'aoki', 'approver'])).code).toBe(0);
    expect((await staff(['list'])).out).toContain('aoki\tapprover');
    const changed = await staff(['password', 'aoki', '--password-stdin'], 'correct horse battery\n');
    expect([changed.code, changed.out]).toEqual([0, 'パスワードを変えました。\n']);
    expect(await createPasswords().verify('correct horse battery', (await stored()).password!)).toBe(true);
    expect((await staff(['remove', 'aoki'])).code).toBe(0);
    expect((await staff(['list'])).out).toBe('0件\n');
    expect((await stored()).audit).toEqual([
      ['staff.remove', 'aoki', null],
      ['staff.password', 'aoki', null],
      ['staff.role', 'aoki', 'approver'],
      ['staff.add', 'aoki', 'editor'],
    ]);
  });

  test.each([
    ['aoki', 'local'],
    ['aoki@city.example.jp', 'oidc'],
  ] as const)('sign-out ends what %s has open, and nothing else', async (name, kind) => {
    const store = await openStore(url);
    await store.accounts.add({ name: 'aoki', role: 'viewer', password: 'x' }, 0);
    const holders = [
      { kind: 'local', name: 'aoki' },
      { kind: 'oidc', name: 'aoki@city.example.jp', claims: [] },
    ] as const;
    for (const holder of holders) await store.sessions.begin(holder.kind, holder, { now: 0, endsAt: 99 });
    const { code, out } = await staff(['sign-out', name]);
    expect([code, out]).toEqual([0, '1件のサインインを終わらせました。\n']);
    const open = await Promise.all(
      holders.map(async (holder) => await store.sessions.use(holder.kind, { now: 1, idleMs: 99 })),
    );
    expect(open.map((session) => session?.kind)).toEqual(
      holders.map((holder) => (holder.kind === kind ? undefined : holder.kind)),
    );
    await store.close();
  });

  test('says what is there already, and what is not', async () => {
    await staff(['add', 'aoki', '--role', 'viewer']);
    const again = await staff(['add', 'AOKI', '--role', 'approver']);
    expect([again.code, again.out, again.error]).toEqual([
      1,
      '',
      '「aoki」というアカウントは、もうあります。\n',
    ]);
    for (const args of [
      ['role', 'baba', 'viewer'],
      ['password', 'baba'],
      ['remove', 'baba'],
    ]) {
      const { code, out, error } = await staff(args);
      expect([code, out, error]).toEqual([1, '', '「baba」というアカウントはありません。\n']);
    }
    expect((await stored()).audit).toEqual([['staff.add', 'aoki', 'viewer']]);
  });

  test.each([
    [[], 'add、list'],
    [['add'], '名前は'],
    [['sign-out'], '名前は'],
    [['add', 'aoki@city.example.jp', '--role', 'viewer'], '@ は使えません'],
    [['add', 'aoki'], 'viewer、editor、approver'],
    [['add', 'aoki', '--role', 'admin'], 'viewer、editor、approver'],
    [['role', 'aoki'], 'viewer、editor、approver'],
    [['remove', 'aoki', 'baba'], '名前と権限だけ'],
    [['add', 'aoki', '--role', 'viewer', '--password-stdin'], '12文字以上'],
  ])('called with %j tells how it is called', async (args, told) => {
    const { code, error } = await staff(args, 'short\n');
    expect([code, error]).toEqual([2, expect.stringContaining(told)]);
  });
});
