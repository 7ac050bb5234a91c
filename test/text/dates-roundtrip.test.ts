import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type IsoDate, isoDate, plainDate, toIso } from '../../src/text/calendar.ts';
import { correctDate, readDate } from '../../src/text/dates.ts';
import { bothCalendars, ERAS, eraDate, formatEra, formatWestern } from '../../src/text/era.ts';

const TODAY = '2026-11-25' as IsoDate;
const SLOTS = ['birthDate', 'residenceUntil', 'issuedOn', 'expiresOn', 'joinedOn', 'dueOn'];
const KANJI = '〇一二三四五六七八九';

const wide = (text: string) =>
  text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const positional = (text: string) => text.replace(/[0-9]/g, (digit) => KANJI[Number(digit)]!);
const withTens = (text: string) =>
  text.replace(/\d+/g, (digits) => {
    const [tens, ones] = [Math.floor(Number(digits) / 10), Number(digits) % 10];
    return (tens > 1 ? KANJI[tens]! : '') + (tens > 0 ? '十' : '') + (ones > 0 ? KANJI[ones]! : '');
  });

/** Every way of writing a date that is certain of its day. */
function styles(date: IsoDate): readonly string[] {
  const [y, m, d] = date.split('-').map(Number) as [number, number, number];
  const era = eraDate(date)!;
  const { kana, letter } = ERAS.find((each) => each.era === era.era)!;
  const two = (value: number) => String(value).padStart(2, '0');
  const western = [
    date,
    `${y}/${m}/${d}`,
    `${y}.${m}.${d}`,
    `${y} ${m} ${d}`,
    `${y}、${m}、${d}`,
    date.replaceAll('-', ''),
  ];
  const short = ['.', '/', '-'].map((mark) => [era.year, m, d].join(mark));
  return [
    ...western,
    ...western.map(wide),
    formatWestern(date),
    positional(formatWestern(date)),
    formatEra(era),
    wide(formatEra(era)),
    withTens(formatEra(era)),
    positional(formatEra(era)),
    bothCalendars(date),
    ...short.flatMap((text) => [
      letter + text,
      letter.toUpperCase() + text,
      era.era + text,
      era.era[0] + text,
    ]),
    `${letter.toUpperCase()}${two(era.year)}${two(m)}${two(d)}`,
    `${kana}${era.year}ねん${m}がつ${d}にち`,
    `${era.era} ${era.year} 年 ${m} 月 ${d} 日`,
    `母は${formatEra(era)}生まれです`,
  ];
}

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
