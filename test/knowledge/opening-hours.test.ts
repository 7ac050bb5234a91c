import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { openingStatus } from '../../src/knowledge/index.ts';
import type { Opening } from '../../src/knowledge/schema.ts';
import { isNationalHoliday, isYearEnd } from '../../src/rules/index.ts';
import type { IsoDate } from '../../src/text/index.ts';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
/** As the call centre: weekdays until 20:00, else until 17:30, closed over New Year. */
const CALL_CENTER: readonly Opening[] = [
  { days: [...WEEKDAYS], from: '09:30', until: '20:00' },
  { days: ['sat', 'sun', 'holiday'], from: '09:30', until: '17:30' },
];
const NIGHT: readonly Opening[] = [
  { days: ['fri'], from: '22:00', until: '24:00' },
  { days: ['sat'], from: '00:00', until: '02:00' },
];

const tokyo = (time: string) => Date.parse(`${time}+09:00`);
const status = (time: string, opening = CALL_CENTER, language: 'ja' | 'en' = 'ja') =>
  openingStatus(opening, tokyo(time), language);

describe('open or not', () => {
  test.each([
    ['2026-11-24T09:29', false, 'a minute before opening'],
    ['2026-11-24T09:30', true, 'the first minute counts'],
    ['2026-11-24T09:29:59.999', false, 'seconds do not open a desk'],
    ['2026-11-24T19:59', true, 'the last minute'],
    ['2026-11-24T19:59:59', true, 'seconds do not close it either'],
    ['2026-11-24T20:00', false, 'the hour of closing is closed'],
    ['2026-11-21T17:30', false, 'Saturday closes earlier'],
    ['2026-11-23T18:00', false, 'a Monday, but 勤労感謝の日: holiday hours'],
    ['2026-09-22T18:00', false, 'a Tuesday between two holidays: 国民の休日'],
    ['2027-03-22T18:00', false, 'a Monday for the Sunday before: 振替休日'],
    ['2026-05-06T17:29', true, 'a substitute holiday has the hours of holidays'],
    ['2026-12-28T19:00', true, 'the last day before New Year’s closing'],
    ['2026-12-29T10:00', false, 'New Year’s closing begins on a Tuesday'],
    ['2027-01-01T10:00', false, 'New Year’s Day is a holiday, but closed all the same'],
    ['2027-01-02T10:00', false, 'so is the Saturday after it'],
    ['2027-01-04T10:00', true, 'open again'],
  ])('%s: %s (%s)', (time, isOpen) => expect(status(time).isOpen).toBe(isOpen));

  it('the hour of Tokyo counts, wherever the server stands', () =>
    expect(openingStatus(CALL_CENTER, Date.parse('2026-11-24T00:30Z'), 'ja').isOpen).toBe(true));

  it('a desk that opens on New Year’s days says so itself', () => {
    const always: readonly Opening[] = [{ days: ['year-end'], from: '09:00', until: '12:00' }];
    expect(status('2027-01-01T10:00', always).isOpen).toBe(true);
    expect(status('2027-01-04T10:00', always).isOpen).toBe(false);
  });
});

describe('until or from when', () => {
  test.each([
    ['2026-11-24T10:00', '一般のお問い合わせは、ただいま受付中です(20時まで)。'],
    ['2026-11-22T10:00', '一般のお問い合わせは、ただいま受付中です(17時30分まで)。'],
    ['2026-11-24T08:00', '一般のお問い合わせは、ただいま受付時間外です(次は11月24日(火)9時30分から)。'],
    ['2026-11-23T18:00', '一般のお問い合わせは、ただいま受付時間外です(次は11月24日(火)9時30分から)。'],
    ['2026-12-28T20:00', '一般のお問い合わせは、ただいま受付時間外です(次は1月4日(月)9時30分から)。'],
  ])('%s: %s', (time, text) => expect(status(time).text).toBe(text));

  it('is told in English too', () => {
    expect(status('2026-11-24T10:00', CALL_CENTER, 'en').text).toBe(
      'Open now for general enquiries (until 20:00).',
    );
    expect(status('2026-11-23T18:00', CALL_CENTER, 'en').text).toBe(
      'Closed now for general enquiries (next open Tuesday 24 November, 9:30).',
    );
  });

  it('hours that go on after midnight are one time', () => {
    expect(status('2026-11-27T23:00', NIGHT).text).toContain('11月28日(土)2時まで');
    expect(status('2026-11-27T23:00', NIGHT, 'en').text).toContain('until 2:00, Saturday 28 November');
    expect(status('2026-11-28T01:59', NIGHT).text).toContain('(2時まで)');
  });

  it('midnight is the end of the day that closes', () =>
    expect(status('2026-11-27T23:00', [NIGHT[0]!]).text).toContain('(24時まで)'));

  it('what never changes within two weeks names no time', () => {
    const days = [...WEEKDAYS, 'sat', 'sun', 'holiday', 'year-end'] as const;
    const always: readonly Opening[] = [{ days: [...days], from: '00:00', until: '24:00' }];
    expect(status('2026-11-27T23:00', always)).toEqual({
      isOpen: true,
      text: '一般のお問い合わせは、ただいま受付中です。',
    });
    const newYear: readonly Opening[] = [{ days: ['year-end'], from: '09:00', until: '12:00' }];
    expect(status('2026-06-01T10:00', newYear)).toEqual({
      isOpen: false,
      text: '一般のお問い合わせは、ただいま受付時間外です。',
    });
  });
});

const MINUTE_MS = 60_000;
const AHEAD_DAYS = 14;
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'holiday', 'year-end'] as const;

/** Walks on minute by minute and looks at the clock on the wall. */
function naive(opening: readonly Opening[], now: number): { isOpen: boolean; change: string | undefined } {
  const kinds = new Map<string, (typeof DAYS)[number]>();
  const wall = (at: number) => new Date(at + 9 * 60 * MINUTE_MS).toISOString();
  const kindOf = (day: string) => {
    if (isYearEnd(day as IsoDate)) return 'year-end';
    return isNationalHoliday(day as IsoDate)
      ? 'holiday'
      : DAYS[(new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7]!;
  };
  const isOpenAt = (at: number) => {
    const [day, time] = [wall(at).slice(0, 10), wall(at).slice(11, 16)];
    if (!kinds.has(day)) kinds.set(day, kindOf(day));
    return opening.some(
      ({ days, from, until }) => days.includes(kinds.get(day)!) && from <= time && time < until,
    );
  };
  const isOpen = isOpenAt(now);
  const lastDay = wall(now + AHEAD_DAYS * 24 * 60 * MINUTE_MS).slice(0, 10);
  for (let at = now; wall(at).slice(0, 10) <= lastDay; at += MINUTE_MS) {
    if (isOpenAt(at) === isOpen) continue;
    const [, month, day, hour, minute] = /-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(wall(at))!.map(Number);
    if (isOpen && hour === 0 && minute === 0) return { isOpen, change: '24時まで' };
    const time = `${hour}時${minute === 0 ? '' : `${minute}分`}`;
    return { isOpen, change: isOpen ? `${time}まで` : `${month}月${day}日` };
  }
  return { isOpen, change: undefined };
}

const time = fc
  .integer({ min: 0, max: 24 * 4 })
  .map((quarters) => [Math.floor(quarters / 4), (quarters % 4) * 15])
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const hours = fc
  .tuple(time, time)
  .filter(([from, until]) => from !== until)
  .map((both) => both.toSorted())
  .map(([from, until]) => ({ from: from!, until: until! }));
const openings = fc
  .tuple(fc.shuffledSubarray([...DAYS], { minLength: 1 }), fc.nat(), hours, hours)
  .map(([days, cut, one, other]): readonly Opening[] => {
    const first = { days: days.slice(0, (cut % days.length) + 1), ...one };
    const rest = days.slice((cut % days.length) + 1);
    return rest.length === 0 ? [first] : [first, { days: rest, ...other }];
  });
/** Within the table of holidays, whole New Years among them. */
const moments = fc
  .integer({ min: tokyo('2026-01-01T00:00'), max: tokyo('2028-01-20T00:00') })
  .map((at) => at - (at % MINUTE_MS));

it('says what walking on minute by minute finds out', () => {
  fc.assert(
    fc.property(openings, moments, (opening, now) => {
      const { isOpen, text } = openingStatus(opening, now, 'ja');
      const walked = naive(opening, now);
      expect(isOpen).toBe(walked.isOpen);
      expect(text).toContain(walked.change === undefined ? 'です。' : walked.change);
    }),
    { numRuns: 60 },
  );
});

it('seconds never matter', () => {
  fc.assert(
    fc.property(openings, moments, fc.integer({ min: 0, max: MINUTE_MS - 1 }), (opening, now, rest) => {
      expect(openingStatus(opening, now + rest, 'en')).toEqual(openingStatus(opening, now, 'en'));
    }),
  );
});
