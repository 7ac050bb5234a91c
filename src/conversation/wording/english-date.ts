import { type IsoDate, plainDate } from '../../text/index.ts';

/** A date as English readers of every country understand it: 31 July 2027. */
export function englishDate(date: IsoDate): string {
  return plainDate(date).toLocaleString('en-GB', { dateStyle: 'long', calendar: 'gregory' });
}
