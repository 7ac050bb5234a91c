import type { IsoDate } from '../../../../src/text/index.ts';

/** What comes with the date rules. */
interface Dates {
  withoutDates(text: string, asOf: IsoDate): { readonly text: string; readonly found: boolean };
}

/** Loads the date rules; there are none in this build yet, so no text that may hold a date is sent. */
export function loadDates(): Promise<Dates> {
  return Promise.reject(new Error('no date rules in this build'));
}
