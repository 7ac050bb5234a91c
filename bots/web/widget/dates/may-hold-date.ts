/** Characters that a number can be written with; 元 is the first year of an era. */
const NUMERAL = /[\d〇○零一二三四五六七八九壱弐参十拾百千元]/g;
const SPOKEN_MONTH = /[がガ][つツ]/;
const UNIT = /[年月]|ねん|ネン|生まれ|うまれ|ウマレ|産まれ|誕生|たんじょう|タンジョウ|born|birth|d\.?o\.?b/i;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * Whether a text may hold a date: cheap, and true for every text in which `withoutDates` finds one. Kept apart from the reader
 * of dates, so that the talk can ask before it loads that.
 */
export function mayHoldDate(text: string): boolean {
  const plain = text.replace(INVISIBLE, '').normalize('NFKC');
  const numerals = plain.match(NUMERAL)?.length ?? 0;
  return numerals >= 3 || SPOKEN_MONTH.test(plain) || (numerals > 0 && UNIT.test(plain));
}
