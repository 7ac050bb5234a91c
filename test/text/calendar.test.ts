import { describe, expect, it } from 'vitest';
import { isoDate, plainDate, toIso } from '../../src/text/calendar.ts';

describe('isoDate', () => {
  it.each(['2026-11-25', '2024-02-29', '1912-07-30'])('accepts %s', (text) =>
    expect(isoDate(text)).toBe(text),
  );

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-1-1',
    '20261125',
    '2026-11-25T00:00',
    ' 2026-11-25',
    '+002026-11-25',
    '',
    undefined,
    null,
    20261125,
  ])('refuses %j', (text) => expect(isoDate(text)).toBeUndefined());

  it('goes to Temporal and back', () => {
    expect(toIso(plainDate(isoDate('2026-11-25')!).add({ days: 6 }))).toBe('2026-12-01');
  });
});
