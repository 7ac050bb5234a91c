import { type IsoDate, isoDate, plainDate, toIso } from '../text/calendar.ts';

/** A date written in the code; a programmer's slip fails at once. */
export function day(text: string): IsoDate {
  const date = isoDate(text);
  if (date === undefined) throw new Error(`src/rules: "${text}" names no day; write YYYY-MM-DD`);
  return date;
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return toIso(plainDate(date).add({ days }));
}

/** The same day of the month, or its last day where the month is shorter (民法143条2項ただし書). */
export function addMonths(date: IsoDate, months: number): IsoDate {
  return toIso(plainDate(date).add({ months }));
}

export function dayBefore(date: IsoDate): IsoDate {
  return addDays(date, -1);
}

export function dayAfter(date: IsoDate): IsoDate {
  return addDays(date, 1);
}

export function endOfMonth(date: IsoDate): IsoDate {
  const plain = plainDate(date);
  return toIso(plain.with({ day: plain.daysInMonth }));
}

/** ISO dates sort as text, which is all that "earlier" needs. */
export function earlier(a: IsoDate, b: IsoDate): IsoDate {
  return a <= b ? a : b;
}

/**
 * The n-th birthday, from which on the person is n years old. Feb 29 falls on Mar 1 in a common year: the last
 * year ends with Feb 28, and the age is reached at its end (年齢計算ニ関スル法律, 民法143条2項).
 */
export function birthday(birth: IsoDate, age: number): IsoDate {
  const plain = plainDate(birth);
  const same = plain.add({ years: age });
  return toIso(same.day === plain.day ? same : same.add({ days: 1 }));
}

/**
 * The n-th birthday as the My Number card and its digital certificates count it: Feb 29 is deemed Feb 28 in a
 * common year (番号法に基づく個人番号カード等に関する命令).
 */
export function cardBirthday(birth: IsoDate, age: number): IsoDate {
  return toIso(plainDate(birth).add({ years: age }));
}

/**
 * The n-th of the card holder's birthdays after a day; a birthday on that very day does not count.
 * Both `count` and the result are as printed on the card: "発行日から5回目の誕生日".
 */
export function cardBirthdayAfter(birth: IsoDate, from: IsoDate, count: number): IsoDate {
  const years = plainDate(from).year - plainDate(birth).year;
  const first = cardBirthday(birth, years) > from ? years : years + 1;
  return cardBirthday(birth, first + count - 1);
}

/**
 * Last day of the month in which an age is reached: the month of the birthday, for those born on the 1st the month
 * before, because the age is reached at the end of the day before (年齢計算ニ関スル法律). Hence also February for
 * those born on Feb 29.
 */
export function endOfMonthReaching(birth: IsoDate, age: number): IsoDate {
  return endOfMonth(dayBefore(birthday(birth, age)));
}
