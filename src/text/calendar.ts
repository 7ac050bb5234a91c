/** A calendar date in Asia/Tokyo, `YYYY-MM-DD`; the brand keeps unchecked strings out. */
export type IsoDate = string & { readonly __brand: 'IsoDate' };

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** The checked date, or undefined where the text is not `YYYY-MM-DD` or names no day of the calendar. */
export function isoDate(text: unknown): IsoDate | undefined {
  if (typeof text !== 'string' || !SHAPE.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() as IsoDate;
  } catch {
    return undefined;
  }
}

/** The ISO string of a date. */
export function toIso(date: Temporal.PlainDate): IsoDate {
  return date.toString() as IsoDate;
}

/** The date behind an ISO string, to calculate with. */
export function plainDate(date: IsoDate): Temporal.PlainDate {
  return Temporal.PlainDate.from(date);
}
