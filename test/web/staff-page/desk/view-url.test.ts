import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_WISH } from '../../../../bots/web/staff-page/desk/selection.ts';
import {
  dayOf,
  searchOf,
  type View,
  viewOf,
  WORDINGS,
  withoutUnknown,
} from '../../../../bots/web/staff-page/desk/view-url.ts';
import { type IsoDate, isoDate } from '../../../../src/text/index.ts';
import { TODAY } from './given.ts';

const PLAIN: View = {
  insurer: undefined,
  category: undefined,
  asOf: undefined,
  past: false,
  wording: 'usual',
  wish: NO_WISH,
};
const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/);
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as IsoDate);
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
const anyView: fc.Arbitrary<View> = fc.record({
  insurer: maybe(name),
  category: maybe(name),
  asOf: maybe(day),
  past: fc.boolean(),
  wording: fc.constantFrom(...WORDINGS),
  wish: fc.oneof(fc.constant(NO_WISH), fc.record({ entry: name, answer: maybe(name) })),
});

describe('the address', () => {
  test('leads a colleague to the same view', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(viewOf(searchOf(view))).toEqual(view);
      }),
    );
  });

  test('of the usual view is that of the page', () => {
    expect(searchOf(PLAIN)).toBe('');
    expect(viewOf('')).toEqual(PLAIN);
  });

  test('can be read, and be written by hand', () => {
    const view: View = { ...PLAIN, insurer: 'takasaki', asOf: '2025-09-01' as IsoDate, past: true };
    expect(searchOf(view)).toBe('?insurer=takasaki&asOf=2025-09-01&past=1');
  });

  test('has no place for what was typed', () => {
    expect(viewOf('?q=夫から逃げています&text=秘密')).toEqual(PLAIN);
    expect(Object.keys(PLAIN)).not.toContain('text');
  });

  test('that somebody has broken opens what can be read of it', () => {
    expect(viewOf('?insurer=<b>&category=loss&asOf=2025-02-30&past=yes&words=latin&entry=../x')).toEqual({
      ...PLAIN,
      category: 'loss',
    });
    fc.assert(
      fc.property(fc.string(), (search) => {
        expect(() => searchOf(viewOf(search))).not.toThrow();
      }),
    );
  });
});

describe('a day', () => {
  test.each(['2025-09-01', '2000-01-01', '2099-12-31', '2024-02-29'])('%s is taken', (text) => {
    expect(dayOf(text)).toBe(text);
  });

  test.each(['0002-09-01', '1999-12-31', '2100-01-01', '2025-02-29', '2025-13-01', '2025-9-1', ''])(
    '"%s" is not: it is none, not yet typed to its end, or nothing is known of it',
    (text) => {
      expect(dayOf(text)).toBeUndefined();
    },
  );

  test('is told from what is none as Temporal tells it', () => {
    const number = (most: number) => fc.integer({ min: 0, max: most }).map((n) => String(n).padStart(2, '0'));
    const text = fc.tuple(number(99), number(14), number(33)).map(([y, m, d]) => `20${y}-${m}-${d}`);
    fc.assert(
      fc.property(text, (one) => {
        expect(dayOf(one)).toBe(isoDate(one));
      }),
    );
  });
});

describe('an old link', () => {
  const filters = {
    today: TODAY,
    insurers: [{ id: 'takasaki', name: '高崎市の国民健康保険', short: '高崎市', desk: { name: '市役所' } }],
    categories: [{ id: 'loss', label: '紛失・盗難' }],
    callCenter: { name: '電話' },
  };

  test('loses what is no longer there, and keeps the rest', () => {
    expect(withoutUnknown({ ...PLAIN, insurer: 'takasaki', category: 'gone' }, filters)).toEqual({
      insurer: 'takasaki',
      category: undefined,
    });
  });

  test('of which all is there is left alone', () => {
    expect(withoutUnknown({ ...PLAIN, insurer: 'takasaki', category: 'loss' }, filters)).toBeUndefined();
    expect(withoutUnknown(PLAIN, filters)).toBeUndefined();
  });
});
