import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { piecesOf } from '../../../bots/web/staff-page/figures/bars.ts';
import {
  type Row,
  shareInWords,
  staleInWords,
  weekName,
} from '../../../bots/web/staff-page/figures/model.ts';
import { duration } from '../../../bots/web/staff-page/times.ts';
import type { IsoDate } from '../../../src/text/index.ts';

const NONE = { questions: 0, safety: 0, menu: 0, helpful: 0, notHelpful: 0 };
const rowOf = (answered: number, offered = 0, unknown = 0): Row => ({
  ...NONE,
  key: 'k',
  label: 'k',
  answered,
  offered,
  unknown,
});

describe('the bars', () => {
  test('stand on one ground, one part upon the other, none higher than the picture', () => {
    const counts = fc.array(fc.tuple(fc.nat(999), fc.nat(999), fc.nat(999)), { minLength: 1, maxLength: 31 });
    fc.assert(
      fc.property(counts, (all) => {
        const pieces = piecesOf(all.map((parts) => rowOf(...parts)));
        for (const [i, piece] of pieces.entries()) {
          const below = pieces[i - 1];
          const foot = piece.y + piece.height;
          if (below && below.x === piece.x) expect(foot).toBeCloseTo(below.y, 6);
          else expect(foot).toBeCloseTo(172, 6);
          expect(piece.y).toBeGreaterThanOrEqual(12 - 1e-6);
        }
      }),
    );
  });

  test('are as high as what they count', () => {
    const [one, , , three] = piecesOf([rowOf(10), rowOf(30)]);
    expect(three!.height).toBeCloseTo(3 * one!.height, 6);
  });

  test('of days without a question are flat', () => {
    expect(piecesOf([rowOf(0)]).map(({ height }) => height)).toEqual([0, 0, 0]);
  });
});

test('a week is called by the day on which it began', () => {
  expect(weekName('2026-11-02')).toBe('11月2日からの週');
});

test('an answer is to be read again because its day has come, its document is old, or both', () => {
  const day = (text: string) => text as IsoDate;
  const entry = { entry: 'dv', title: '支援措置', review: day('2026-11-01'), isReviewDue: true, old: [] };
  const old = [
    { insurer: 'ako', newest: day('2025-08-01') },
    { insurer: undefined, newest: day('2021-07-01') },
  ];
  expect(staleInWords(entry)).toBe('見直しの日(2026-11-01)が来ています');
  expect(staleInWords({ ...entry, isReviewDue: false, old })).toBe(
    '1年以上前(2021-07-01)の資料による答えが2件あります',
  );
  expect(staleInWords({ ...entry, old })).toContain('来ています。1年以上前');
});

test('a share is told with how sure it is', () => {
  expect(shareInWords({ share: 28 / 30, low: 0.787, high: 0.982, of: 30 })).toBe(
    '93%(確からしい範囲 79〜98%、30件)',
  );
});

test.each([
  [20_000, '1分'],
  [90 * 60_000, '90分'],
  [5 * 3_600_000, '5時間'],
  [47 * 3_600_000, '47時間'],
  [72 * 3_600_000, '3日'],
])('%i milliseconds are %s', (ms, words) => {
  expect(duration(ms)).toBe(words);
});
