import { describe, expect, test } from 'vitest';
import { accountOf, claimsOf } from '../../../bots/web/staff/oidc-claims.ts';

const KEYCLOAK = { iss: 'https://login.city.example.jp/realms/staff', sub: '7f3a' };
const GOOGLE = { iss: 'https://accounts.google.com', sub: '1029' };
const MAIL = { email: 'Aoki@City.example.jp', email_verified: true };

describe('what counts of a token', () => {
  test('are groups, roles and the address, with its domain', () => {
    expect(claimsOf({ ...KEYCLOAK, ...MAIL, groups: ['/kokuho', 'x'], roles: ['Editor'] })).toEqual([
      'group:/kokuho',
      'group:x',
      'role:Editor',
      'mail:aoki@city.example.jp',
      'mail:@city.example.jp',
    ]);
  });

  test.each([{}, { email_verified: false }, { email_verified: 'true' }, { email_verified: 1 }])(
    'is no address that nobody has verified: %j',
    (verified) => {
      expect(claimsOf({ ...KEYCLOAK, email: MAIL.email, ...verified })).toEqual([]);
    },
  );

  test.each([
    [undefined, ['mail:aoki@city.example.jp']],
    ['other.example.jp', ['mail:aoki@city.example.jp']],
    ['city.example.jp', ['mail:aoki@city.example.jp', 'mail:@city.example.jp']],
  ])('is a domain of Google’s only for accounts that the domain manages: %s', (hd, expected) => {
    expect(claimsOf({ ...GOOGLE, ...MAIL, hd })).toEqual(expected);
  });

  test('is the domain after the last @', () => {
    const email = '"@city.example.jp"@evil.example';
    expect(claimsOf({ ...KEYCLOAK, email, email_verified: true })).toContain('mail:@evil.example');
    expect(claimsOf({ ...KEYCLOAK, email, email_verified: true })).not.toContain('mail:@city.example.jp');
  });

  test.each([null, 'kokuho', 12, { kokuho: true }, [1, null, ['kokuho']]])(
    'is nothing where groups are %j',
    (groups) => {
      expect(claimsOf({ ...KEYCLOAK, groups })).toEqual([]);
    },
  );
});

describe('a name', () => {
  test.each([
    [MAIL, 'aoki@city.example.jp'],
    [{ preferred_username: 'aoki', email: 'director@city.example.jp' }, 'aoki@login.city.example.jp'],
    [{ preferred_username: 'aoki@city.onmicrosoft.com' }, 'aoki@city.onmicrosoft.com'],
    [{}, '7f3a@login.city.example.jp'],
  ])('of %j is %s, which no local account can have', (claims, expected) => {
    expect(accountOf({ ...KEYCLOAK, ...claims })).toBe(expected);
  });
});
