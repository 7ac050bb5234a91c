import { describe, expect, test } from 'vitest';
import {
  type Group,
  keyOf,
  likelyTargets,
  reasonsOf,
  targetOf,
} from '../../../bots/web/staff-page/questions/model.ts';

const group = (id: number, over: Partial<Group> = {}): Group => ({
  id,
  text: 'カードどっか行った',
  count: 1,
  firstAt: 0,
  lastAt: 0,
  likely: [],
  questions: [],
  ...over,
});
const asked = (reason: string) => ({ text: 'q', channel: 'web', insurer: null, reason, entry: null, at: 0 });

describe('a target', () => {
  test.each([
    { kind: 'entry', entry: 'myna-lost' },
    { kind: 'out-of-scope', group: 'garbage' },
  ] as const)('survives its way through a control: %j', (target) => {
    expect(targetOf(keyOf(target))).toEqual(target);
  });

  test.each(['', 'entry:', 'menu:help', 'nonsense'])('%j is none', (value) => {
    expect(targetOf(value)).toBeUndefined();
  });
});

test('the likely entries keep their order, and those that are gone are left out', () => {
  const named = (entry: string) =>
    ({ target: { kind: 'entry', entry }, label: entry, category: 'x' }) as const;
  const targets = [named('a'), named('b')];
  expect(likelyTargets(group(1, { likely: ['b', 'gone', 'a'] }), targets)).toEqual([named('b'), named('a')]);
});

test('why a question is here is counted by reason', () => {
  const questions = [asked('unknown'), asked('not-helpful'), asked('unknown')];
  expect(reasonsOf({ questions })).toBe('わからないと答えた 2回、役に立たなかった 1回');
});
