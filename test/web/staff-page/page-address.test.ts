import { expect, test } from 'vitest';
import { numberIn, searchFor } from '../../../bots/web/staff-page/page-address.ts';

test('a number survives its way through an address', () => {
  expect(numberIn(searchFor('proposal', 12), 'proposal')).toBe(12);
  expect(searchFor('proposal', undefined)).toBe('');
});

test.each(['', '?proposal=', '?proposal=0', '?proposal=-1', '?proposal=1.5', '?proposal=1e9', '?version=3'])(
  '%j names no proposal',
  (search) => {
    expect(numberIn(search, 'proposal')).toBeUndefined();
  },
);
