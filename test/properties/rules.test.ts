import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, type Facts } from '../../src/rules/index.ts';
import type { IsoDate } from '../../src/text/calendar.ts';

/** The reference: dates as [year, month, day] and nothing of src/, so that it cannot share a mistake with it. */
type Ymd = readonly [year: number, month: number, day: number];

const isLeap = (y: number) => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
const daysIn = (y: number, m: number) =>
  [31, isLeap(y) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1]!;
const number = ([y, m, d]: Ymd) => y * 10000 + m * 100 + d;
const least = (...all: readonly Ymd[]) => all.reduce((a, b) => (number(b) < number(a) ? b : a));
const iso = ([y, m, d]: Ymd) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}` as IsoDate;

function next([y, m, d]: Ymd): Ymd {
  if (d < daysIn(y, m)) return [y, m, d + 1];
  return m < 12 ? [y, m + 1, 1] : [y + 1, 1, 1];
}

function previous([y, m, d]: Ymd): Ymd {
  if (d > 1) return [y, m, d - 1];
  return m > 1 ? [y, m - 1, daysIn(y, m - 1)] : [y - 1, 12, 31];
}

function turning(age: number, [y, m, d]: Ymd): Ymd {
  return m === 2 && d === 29 && !isLeap(y + age) ? [y + age, 3, 1] : [y + age, m, d];
}

function cardBirthday(year: number, [, m, d]: Ymd): Ymd {
  return m === 2 && d === 29 && !isLeap(year) ? [year, 2, 28] : [year, m, d];
}

function seventyRow(birth: Ymd): Ymd {
  const [y, m, d] = turning(70, birth);
  if (d > 1) return [y, m, daysIn(y, m)];
  return m > 1 ? [y, m - 1, daysIn(y, m - 1)] : [y - 1, 12, 31];
}

function certificate(birth: Ymd, stay?: Ymd): Ymd | 'over 75' {
  const [at70, at75] = [number(turning(70, birth)), number(turning(75, birth))];
  if (at75 <= 20260801) return 'over 75';
  const rows: Ymd[] = [[2027, 7, 31]];
  if (at75 <= 20270731) rows.push(previous(turning(75, birth)));
  if (at70 > 20260801 && at70 <= 20270701) rows.push(seventyRow(birth));
  if (stay !== undefined && number(stay) <= 20270729) rows.push(next(stay));
  return least(...rows);
}

function notice(birth: Ymd): Ymd | 'over 75' | 'no expiry' {
  const [at70, at75] = [number(turning(70, birth)), number(turning(75, birth))];
  if (at75 <= 20260801) return 'over 75';
  if (at75 <= 20270731) return previous(turning(75, birth));
  return at70 <= 20260801 ? [2027, 7, 31] : 'no expiry';
}

function legacyKobayashi(birth: Ymd): Ymd | 'over 75' {
  const [at70, at75] = [number(turning(70, birth)), number(turning(75, birth))];
  if (at75 <= 20241201) return 'over 75';
  const rows: Ymd[] = [[2025, 7, 31]];
  if (at75 <= 20250731) rows.push(previous(turning(75, birth)));
  if (at70 > 20241201 && number(seventyRow(birth)) < 20250731) rows.push(seventyRow(birth));
  return least(...rows);
}

function legacyAko(birth: Ymd): Ymd | 'over 75' {
  const [at70, at75] = [number(turning(70, birth)), number(turning(75, birth))];
  if (at75 <= 20241201) return 'over 75';
  return at70 <= 20250801 ? least([2025, 7, 31], previous(turning(75, birth))) : [2025, 11, 30];
}

/** The n-th birthday after a day, found by walking the years. */
function birthdayAfter(birth: Ymd, from: Ymd, count: number): Ymd {
  let [year, left] = [from[0] - 1, count];
  while (left > 0) {
    year += 1;
    if (number(cardBirthday(year, birth)) > number(from)) left -= 1;
  }
  return cardBirthday(year, birth);
}

function digital(
  birth: Ymd,
  issued: Ymd,
): { readonly certificate: Ymd; readonly card: Ymd; readonly usable: Ymd } {
  const adult = number(issued) >= 20220401 ? 18 : 20;
  const card = birthdayAfter(birth, issued, number(issued) < number(turning(adult, birth)) ? 5 : 10);
  const expires = least(card, birthdayAfter(birth, issued, 5));
  const [y, m] = expires[1] > 9 ? [expires[0] + 1, expires[1] - 9] : [expires[0], expires[1] + 3];
  return { certificate: expires, card, usable: [y, m, daysIn(y, m)] };
}

function outcomeOf(id: Parameters<typeof evaluate>[0], insurer: string, facts: Facts, asOf: Ymd): string {
  const outcome = evaluate(id, insurer, facts, iso(asOf));
  if (outcome.kind === 'date') return outcome.date;
  if (outcome.kind === 'not-applicable') return outcome.reason.includes('75歳') ? 'over 75' : outcome.reason;
  return outcome.kind === 'no-expiry' ? 'no expiry' : `needs ${outcome.needs}`;
}

const expected = (value: Ymd | string) => (typeof value === 'string' ? value : iso(value));

const ymd = (from: number, to: number) =>
  fc
    .tuple(
      fc.integer({ min: from, max: to }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 }),
    )
    .map(([y, m, d]): Ymd => [y, m, Math.min(d, daysIn(y, m))]);

const AS_OF: Ymd = [2026, 12, 31];

describe('against the reference', () => {
  it('every birth date from 1920 to 2026, in every table', () => {
    const wrong: string[] = [];
    const check = (birth: Ymd, id: Parameters<typeof evaluate>[0], insurer: string, value: Ymd | string) => {
      const actual = outcomeOf(id, insurer, { birthDate: iso(birth) }, AS_OF);
      if (actual !== expected(value)) wrong.push(`${id} ${insurer} ${iso(birth)}: ${actual}, not ${value}`);
    };
    for (let birth: Ymd = [1920, 1, 1]; birth[0] <= 2026; birth = next(birth)) {
      check(birth, 'certificate-validity', 'takasaki', certificate(birth));
      check(birth, 'notice-validity', 'takasaki', notice(birth));
      check(birth, 'legacy-validity', 'kobayashi', legacyKobayashi(birth));
      check(birth, 'legacy-validity', 'ako', legacyAko(birth));
    }
    expect(wrong.slice(0, 5)).toEqual([]);
  }, 20_000);

  it('certificates of foreign nationals', () => {
    fc.assert(
      fc.property(ymd(1945, 2026), ymd(2026, 2028), (birth, stay) => {
        fc.pre(number(stay) >= number(birth));
        const facts = { birthDate: iso(birth), residenceUntil: iso(stay) };
        for (const id of ['certificate-validity', 'foreign-national-validity'] as const) {
          expect(outcomeOf(id, 'takasaki', facts, AS_OF)).toBe(expected(certificate(birth, stay)));
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('digital certificates and cards', () => {
    fc.assert(
      fc.property(ymd(1920, 2026), ymd(2016, 2026), (birth, issued) => {
        fc.pre(number(issued) >= number(birth));
        const facts = { birthDate: iso(birth), issuedOn: iso(issued) };
        const outcome = evaluate('digital-certificate-validity', 'ako', facts, iso(AS_OF));
        const reference = digital(birth, issued);
        expect(outcome).toMatchObject({
          date: iso(reference.certificate),
          dates: [
            { name: 'certificate-expires', date: iso(reference.certificate) },
            { name: 'card-expires', date: iso(reference.card) },
            { name: 'usable-until', date: iso(reference.usable) },
          ],
        });
      }),
      { numRuns: 2000 },
    );
  });

  it('fourteen days after joining, one year after the due date', () => {
    fc.assert(
      fc.property(ymd(1990, 2027), (from) => {
        let joined = from;
        for (let i = 0; i < 14; i += 1) joined = next(joined);
        const year = from[0] + 1;
        const due: Ymd = [year, from[1], Math.min(from[2], daysIn(year, from[1]))];
        expect(outcomeOf('leave-nhi', 'takasaki', { joinedOn: iso(from) }, AS_OF)).toBe(iso(joined));
        expect(outcomeOf('tax-arrears', 'takasaki', { dueOn: iso(from) }, AS_OF)).toBe(iso(due));
      }),
      { numRuns: 500 },
    );
  });
});
