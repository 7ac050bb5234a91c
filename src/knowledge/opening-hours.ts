import { isNationalHoliday, isYearEnd } from '../rules/index.ts';
import { type IsoDate, plainDate, toIso } from '../text/index.ts';
import { closedText, type Moment, openText, type StatusLanguage } from './opening-words.ts';
import type { Opening } from './schema.ts';

type Day = Opening['days'][number];

/** Whether a desk is open, in a sentence for residents. */
export interface OpeningStatus {
  readonly isOpen: boolean;
  readonly text: string;
}

/** How far ahead the next opening is looked for; no desk is closed for longer. */
const AHEAD_DAYS = 14;
const MINUTES_A_DAY = 24 * 60;
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const satisfies readonly Day[];

/** A time in which a desk is open, in minutes from midnight at the start of the day `now` falls on; `until` is the first closed one. */
interface Span {
  readonly from: number;
  readonly until: number;
}

/**
 * Whether a desk with these hours is open at `now`, in milliseconds since 1970, and when that changes. Speaks of general
 * enquiries, because a lost card can be stopped at any hour. Seconds do not count; Asia/Tokyo knows no summer time.
 */
export function openingStatus(
  opening: readonly Opening[],
  now: number,
  language: StatusLanguage,
): OpeningStatus {
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO('Asia/Tokyo');
  const today = toIso(local.toPlainDate());
  const minute = local.hour * 60 + local.minute;
  const spans = spansFrom(opening, today);
  const momentOf = (at: number): Moment => ({ date: dayAt(today, at), minute: at % MINUTES_A_DAY });
  const current = spans.find(({ from, until }) => from <= minute && minute < until);
  if (current) {
    // Midnight is told as the end of the day that closes.
    const last = momentOf(current.until - 1);
    const closes = { date: last.date, minute: last.minute + 1 };
    const isKnown = current.until < (AHEAD_DAYS + 1) * MINUTES_A_DAY;
    return { isOpen: true, text: openText(language, isKnown ? closes : undefined, today) };
  }
  const next = spans.find(({ from }) => from > minute);
  return { isOpen: false, text: closedText(language, next && momentOf(next.from)) };
}

/** The open times from the day before `today` on, in order; those that touch, over midnight too, are one. */
function spansFrom(opening: readonly Opening[], today: IsoDate): readonly Span[] {
  const days = Array.from({ length: AHEAD_DAYS + 2 }, (_, i) => (i - 1) * MINUTES_A_DAY);
  const all = days.flatMap((start) => {
    const kind = kindOf(dayAt(today, start));
    const hours = opening.filter((group) => group.days.includes(kind));
    return hours.map(({ from, until }) => ({
      from: start + minutesOf(from),
      until: start + minutesOf(until),
    }));
  });
  const merged: Span[] = [];
  for (const span of all.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && span.from <= last.until) {
      merged[merged.length - 1] = { from: last.from, until: Math.max(last.until, span.until) };
    } else merged.push(span);
  }
  return merged;
}

/** Whose hours hold on a day: New Year's closing goes before holidays, holidays before weekdays. */
function kindOf(date: IsoDate): Day {
  if (isYearEnd(date)) return 'year-end';
  return isNationalHoliday(date) ? 'holiday' : WEEKDAYS[plainDate(date).dayOfWeek - 1]!;
}

function dayAt(today: IsoDate, minute: number): IsoDate {
  return toIso(plainDate(today).add({ days: Math.floor(minute / MINUTES_A_DAY) }));
}

/** 09:30 as 570; 24:00 is the end of the day. */
function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return hours! * 60 + minutes!;
}
