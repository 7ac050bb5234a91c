import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type CalendarEvent, calendarFile } from '../../../../bots/web/widget/dates/calendar-file.ts';
import { plainDate } from '../../../../src/text/index.ts';
import { day, days } from './given.ts';

const EVENT: CalendarEvent = {
  date: day('2027-06-30'),
  summary: '資格確認書の有効期限',
  description: '市のページで計算した日付です。',
  reminder: '2週間後:資格確認書の有効期限',
  id: 'k3-x9',
  now: Date.UTC(2026, 10, 22, 5, 0, 0),
};

/** The properties of a file as RFC 5545 reads them: unfolded, one a line. */
const unfolded = (file: string) => file.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);
const unescaped = (text: string) =>
  text.replace(/\\(.)/g, (_, character: string) => (character === 'n' ? '\n' : character));
const value = (file: string, name: string) =>
  unfolded(file)
    .find((line) => line.startsWith(name))
    ?.slice(name.length);

describe('the calendar file', () => {
  test('is one all-day event with a reminder two weeks before', () => {
    expect(unfolded(calendarFile(EVENT))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Madoguchi//Calculator//JA',
      'CALSCALE:GREGORIAN',
      'BEGIN:VEVENT',
      'UID:k3-x9@madoguchi.invalid',
      'DTSTAMP:20261122T050000Z',
      'DTSTART;VALUE=DATE:20270630',
      'DTEND;VALUE=DATE:20270701',
      'SUMMARY:資格確認書の有効期限',
      'DESCRIPTION:市のページで計算した日付です。',
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:2週間後:資格確認書の有効期限',
      'TRIGGER:-P14D',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
    ]);
  });

  it('has lines of 75 octets at most, each ended by CR and LF, with no character cut apart', () => {
    const text = fc.string({ unit: fc.constantFrom(...'資格\\;,:"a 👪𠮷é\n'), maxLength: 120 });
    fc.assert(
      fc.property(text, days(2026, 2036), (summary, date) => {
        const file = calendarFile({ ...EVENT, summary, date });
        expect(file.endsWith('\r\n')).toBe(true);
        for (const line of file.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
          expect(line.isWellFormed()).toBe(true);
        }
        expect(unescaped(value(file, 'SUMMARY:')!)).toBe(summary);
        const end = plainDate(date).add({ days: 1 }).toString().replaceAll('-', '');
        expect(value(file, 'DTEND;VALUE=DATE:')).toBe(end);
      }),
      { numRuns: 500 },
    );
  });
});
