import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type IsoDate, isoDate, plainDate, toIso } from '../../src/text/calendar.ts';
import { correctDate, readDate } from '../../src/text/dates.ts';
import { eraDate, formatEra } from '../../src/text/era.ts';
import { writtenDates } from '../support/written-dates.ts';

const TODAY = '2026-11-25' as IsoDate;
const SLOTS = ['birthDate', 'residenceUntil', 'issuedOn', 'expiresOn', 'joinedOn', 'dueOn'];
/** Every way of writing a date that is certain of its day, also within a sentence. */
const styles = (date: IsoDate) => [...writtenDates(date), `母は${formatEra(eraDate(date)!)}生まれです`];

const anyDate = fc
  .integer({ min: 0, max: 53_000 })
  .map((days) => toIso(plainDate('1900-01-01' as IsoDate).add({ days })));

it('every date in every style reads back, for every slot', () => {
  fc.assert(
    fc.property(anyDate, fc.constantFrom(...SLOTS), (date, slot) => {
      for (const text of styles(date))
        expect([text, readDate(text, slot, TODAY)]).toMatchObject([text, { date }]);
    }),
    { numRuns: 300 },
  );
});

it('a corrected day, month or year is the only part that changes', () => {
  fc.assert(
    fc.property(anyDate, anyDate, (before, after) => {
      const [y, m, d] = before.split('-');
      const parts = after.split('-').map(Number) as [number, number, number];
      const corrections = [
        [`あ、${parts[0]}年です`, `${parts[0]}-${m}-${d}`],
        [`やっぱり${parts[1]}月でした`, `${y}-${String(parts[1]).padStart(2, '0')}-${d}`],
        [`${Number(d)}日じゃなくて${parts[2]}日`, `${y}-${m}-${String(parts[2]).padStart(2, '0')}`],
      ] as const;
      for (const [text, expected] of corrections) {
        const reading = correctDate({ date: before, era: null }, text, 'birthDate', TODAY);
        expect(reading).toMatchObject(
          isoDate(expected) === undefined ? { kind: 'impossible' } : { kind: 'date', date: expected },
        );
      }
    }),
  );
});

it('any text is read without an error, and every request to type again is polite', () => {
  const alphabet = [...'0123456789年月日/.-、 元一十昭平令SHR末前後の先来去今きのうがつねんにち()'];
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 16 }),
      fc.constantFrom(...SLOTS),
      (text, slot) => {
        const previous = { date: '1956-11-01' as IsoDate, era: '昭和' as const };
        for (const reading of [readDate(text, slot, TODAY), correctDate(previous, text, slot, TODAY)]) {
          if (reading.kind === 'date') expect(isoDate(reading.date)).toBe(reading.date);
          else if (reading.kind !== 'none')
            expect(reading.problem).toMatch(/「.*」や「.*」のように、もう一度入力してください。$/);
        }
      },
    ),
    { numRuns: 3000 },
  );
});
