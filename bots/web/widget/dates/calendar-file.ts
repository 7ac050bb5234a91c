import { type IsoDate, plainDate } from '../../../../src/text/index.ts';

/** A whole day to remember. */
export interface CalendarEvent {
  readonly date: IsoDate;
  /** The title in the calendar. */
  readonly summary: string;
  /** What the calendar shows with it; a calendar is often kept elsewhere, so nothing personal belongs here. */
  readonly description: string;
  /** What the calendar says two weeks before. */
  readonly reminder: string;
  /** Random, and without any meaning. */
  readonly id: string;
  /** When the file is made, in milliseconds since 1970. */
  readonly now: number;
}

/** Days before the event on which the calendar reminds. */
const REMIND_DAYS = 14;
/** RFC 5545, 3.1: octets of a line without its end. */
const LINE_OCTETS = 75;

const encoder = new TextEncoder();

/** An iCalendar file (RFC 5545) with one all-day event and a reminder two weeks before. */
export function calendarFile({ date, summary, description, reminder, id, now }: CalendarEvent): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Madoguchi//Calculator//JA',
    'CALSCALE:GREGORIAN',
    'BEGIN:VEVENT',
    `UID:${id}@madoguchi.invalid`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART;VALUE=DATE:${compact(date)}`,
    // The end is the first day that no longer belongs to the event.
    `DTEND;VALUE=DATE:${plainDate(date).add({ days: 1 }).toString().replaceAll('-', '')}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(reminder)}`,
    `TRIGGER:-P${REMIND_DAYS}D`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function compact(date: IsoDate): string {
  return date.replaceAll('-', '');
}

/** 20261122T050000Z. */
function utc(now: number): string {
  return new Date(now).toISOString().replace(/[-:]|\.\d+/g, '');
}

/** Text of a property (RFC 5545, 3.3.11). */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');
}

/** A long line in pieces of 75 octets at most, later ones after a space; no character is cut apart. */
function folded(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > LINE_OCTETS) {
      pieces.push(piece);
      [piece, octets] = [' ', 1];
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join('\r\n');
}
