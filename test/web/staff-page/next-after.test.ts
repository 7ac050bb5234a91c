import { describe, expect, test } from 'vitest';
import { nextAfter } from '../../../bots/web/staff-page/next-after.ts';

describe('after one thing the work goes on', () => {
  const all = [1, 2, 3].map((id) => ({ id }));

  test.each([
    [1, 2, 'with the next one'],
    [3, 2, 'with the one before, at the end'],
  ])('%i: %i, %s', (settled, next) => {
    expect(nextAfter(all, settled)).toBe(next);
  });

  test('with none, where it was the last', () => {
    expect(nextAfter([{ id: 1 }], 1)).toBeUndefined();
  });
});
