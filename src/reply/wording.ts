import { isoDate } from '../text/calendar.ts';
import { bothCalendars, dateOf, westernYear } from '../text/era.ts';

const PLACEHOLDER = /\{(\d{4}-\d{2}-\d{2})\}/g;
/** A full date of the present era, unless its western form already follows. */
const REIWA_DATE = /令和(元|\d{1,2})年(\d{1,2})月(\d{1,2})日(?![(（]\d{4}年)/g;

/** Replaces `{2027-06-30}` by 令和9年6月30日(2027年6月30日). */
export function fillDates(sentence: string): string {
  return sentence.replace(PLACEHOLDER, (placeholder, text: string) => {
    const date = isoDate(text);
    return date ? bothCalendars(date) : placeholder;
  });
}

/** Adds the western form to the dates of an answer, which the knowledge base writes in the Japanese era only. */
export function withWesternDates(text: string): string {
  return text.replace(REIWA_DATE, (written, year: string, month: string, day: string) => {
    const date = dateOf(westernYear('令和', year === '元' ? 1 : Number(year)), Number(month), Number(day));
    return date ? bothCalendars(date) : written;
  });
}
