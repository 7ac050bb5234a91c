import holidayJp from '@holiday-jp/holiday_jp';
import { type IsoDate, plainDate } from '../text/calendar.ts';
import { dayAfter } from './ages.ts';

const SATURDAY = 6;

/** New Year's closing of municipal offices, Dec 29 to Jan 3 (地方自治法4条の2第2項3号 and the cities' ordinances). */
export function isYearEnd(date: IsoDate): boolean {
  const monthDay = date.slice(5);
  return monthDay >= '12-29' || monthDay <= '01-03';
}

/** Whether the day is a national holiday, substitute holidays (振替休日) and days between two (国民の休日) included; table to 2050. */
export function isNationalHoliday(date: IsoDate): boolean {
  return Object.hasOwn(holidayJp.holidays, date);
}

/** Whether the city hall is closed: Saturday, Sunday, national holiday (table to 2050), Dec 29 to Jan 3. */
export function isMunicipalHoliday(date: IsoDate): boolean {
  return plainDate(date).dayOfWeek >= SATURDAY || isYearEnd(date) || isNationalHoliday(date);
}

/**
 * The day itself where the city hall is open, else the next open day: a filing whose last day is a municipal holiday
 * is in time on that day (地方自治法4条の2第4項). Expiry dates never roll this way.
 */
export function nextOpenDay(date: IsoDate): IsoDate {
  let open = date;
  while (isMunicipalHoliday(open)) open = dayAfter(open);
  return open;
}
