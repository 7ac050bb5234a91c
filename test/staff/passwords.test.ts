import { describe, expect, test } from 'vitest';
import {
  accountName,
  createPasswords,
  generatePassword,
  PASSWORD_LENGTH,
  passwordFault,
} from '../../src/staff/index.ts';

const CHEAP = { logN: 4, r: 1, p: 1 };
const cheap = createPasswords(undefined, CHEAP);

describe('a hash', () => {
  test('is verified by its password alone, at the cost that it was made at', async () => {
    const hash = await cheap.hash('correct horse');
    for (const passwords of [cheap, createPasswords(undefined, { ...CHEAP, logN: 5 })]) {
      expect(await passwords.verify('correct horse', hash)).toBe(true);
      expect(await passwords.verify('correct horsf', hash)).toBe(false);
      expect(await passwords.verify('', hash)).toBe(false);
    }
  });

  test('has a salt of its own', async () => {
    expect(await cheap.hash('same')).not.toBe(await cheap.hash('same'));
  });

  test.each(['logN', 'r', 'p'] as const)('is outdated once %s rises', async (parameter) => {
    const hash = await cheap.hash('x');
    expect(cheap.isOutdated(hash)).toBe(false);
    expect(createPasswords(undefined, { ...CHEAP, [parameter]: CHEAP[parameter] + 1 }).isOutdated(hash)).toBe(
      true,
    );
  });

  test.each([undefined, '', 'scrypt$4$1$1$$', 'plain$4$1$1$AAAA$AAAA', 'no hash at all'])(
    'that is none (%j) is verified by nothing',
    async (stored) => {
      expect(await cheap.verify('', stored)).toBe(false);
      expect(await cheap.verify('x', stored)).toBe(false);
    },
  );

  test('is made at the cost of the day where nothing else is said', async () => {
    const passwords = createPasswords();
    const hash = await passwords.hash('correct horse');
    expect(hash).toMatch(/^scrypt\$15\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
    expect(await passwords.verify('correct horse', hash)).toBe(true);
  });
});

test('made-up passwords are long, legible and never the same', () => {
  const made = Array.from({ length: 200 }, generatePassword);
  expect(new Set(made).size).toBe(200);
  for (const password of made) {
    expect(password).toMatch(/^(?:[a-hjkmnp-z2-9]{5}-){3}[a-hjkmnp-z2-9]{5}$/);
    expect(passwordFault(password)).toBeUndefined();
  }
});

test('passwords are long enough, counted as people count', () => {
  const { least, most } = PASSWORD_LENGTH;
  expect(passwordFault('あ'.repeat(least))).toBeUndefined();
  expect(passwordFault('𠮷'.repeat(least - 1))).toContain(`${least}文字以上`);
  expect(passwordFault('x'.repeat(most))).toBeUndefined();
  expect(passwordFault('x'.repeat(most + 1))).toContain(`${most}文字以下`);
});

test.each([
  ['Aoki', 'aoki'],
  [' ａｏｋｉ ', 'aoki'],
  ['青木.一郎', '青木.一郎'],
  ['アオキ', 'アオキ'],
  ['k-aoki_2', 'k-aoki_2'],
  ['aoki@city.example.jp', undefined],
  ['aoki baba', undefined],
  ['-aoki', undefined],
  ['a'.repeat(32), 'a'.repeat(32)],
  ['a'.repeat(33), undefined],
  ['', undefined],
  ['aoki\n', 'aoki'],
  ['ao\0ki', undefined],
])('%j is an account named %j', (typed, expected) => {
  expect(accountName(typed)).toBe(expected);
});
