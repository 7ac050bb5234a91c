import { describe, expect, test } from 'vitest';
import { claimsThatCount, type RoleRule, readRoleRules, roleOf } from '../../src/staff/index.ts';

const RULES = readRoleRules(
  'group:kokuho=viewer, group:kokuho-kacho=approver,role:Madoguchi.Editor=editor,mail:@City.example.jp=viewer',
) as readonly RoleRule[];

describe('rules', () => {
  test('are read as they are written, addresses without regard to case', () => {
    expect(RULES).toEqual([
      { claim: 'group:kokuho', role: 'viewer' },
      { claim: 'group:kokuho-kacho', role: 'approver' },
      { claim: 'role:Madoguchi.Editor', role: 'editor' },
      { claim: 'mail:@city.example.jp', role: 'viewer' },
    ]);
  });

  test.each([
    ['group:a=viewer,b=viewer,mail:x=editor', ['b=viewer', 'mail:x=editor']],
    ['group:=viewer', ['group:=viewer']],
    ['group:a=Viewer', ['group:a=Viewer']],
    ['mail:@=viewer', ['mail:@=viewer']],
    ['mail:a@b@c=viewer', ['mail:a@b@c=viewer']],
    ['', []],
  ])('that cannot be read are named: %s', (text, wrong) => {
    expect(readRoleRules(text)).toEqual({ wrong });
  });
});

describe('a role', () => {
  test.each([
    [[], undefined],
    [['group:kokuho'], 'viewer'],
    [['group:kokuho', 'group:kokuho-kacho'], 'approver'],
    [['group:kokuho-kacho', 'group:kokuho'], 'approver'],
    [['mail:@city.example.jp', 'role:Madoguchi.Editor'], 'editor'],
    [['group:KOKUHO', 'group:kokuho-', 'role:kokuho', 'mail:@evil-city.example.jp', ''], undefined],
  ])('of somebody with %j is %s', (claims, expected) => {
    expect(roleOf(RULES, claims)).toBe(expected);
  });

  test('is nobody’s where there are no rules', () => {
    expect(roleOf([], ['group:kokuho'])).toBeUndefined();
  });

  test('hangs on few claims, and a session keeps no others', () => {
    expect(claimsThatCount(RULES, ['group:union', 'group:kokuho', 'mail:aoki@city.example.jp'])).toEqual([
      'group:kokuho',
    ]);
  });
});
