/** Month names by their first three letters. */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '(?<year>(?:18|19|20|21)\\d\\d)(?!\\d)';
const GAP = '[ .,/-]{0,3}';

/** A month with a day and a year, in any order that begins with one of the first two or with the year. */
const FULL = [
  `(?<![a-z])${MONTH}${GAP}${DAY}(?!\\d)${GAP}${YEAR}`,
  `(?<!\\d)${DAY}${GAP}(?:of )?${MONTH}${GAP}${YEAR}`,
  `(?<!\\d)${YEAR}${GAP}${MONTH}${GAP}${DAY}(?!\\d)`,
];
/** A month with a day or a year alone. */
const PART = [
  `(?<![a-z])${MONTH}${GAP}${YEAR}`,
  `(?<![a-z])${MONTH}${GAP}${DAY}(?![\\da-z])`,
  `(?<!\\d)${DAY}${GAP}(?:of )?${MONTH}(?![a-z])`,
];

/** Dates in English within a text in lower case, as patterns; those without a year or a day too where `parts` is set. */
export function englishDatePatterns(parts: boolean): readonly RegExp[] {
  return (parts ? [...FULL, ...PART] : FULL).map((source) => new RegExp(source, 'gi'));
}

/** A text with its English dates as the bot's reader knows them: "Nov 1, 1956" is 1956-11-01, "1 Nov" is 11月1日. */
export function withPlainDates(text: string): string {
  let plain = text.normalize('NFKC');
  for (const pattern of englishDatePatterns(true)) {
    plain = plain.replace(pattern, (...match) => {
      const { year, month, day } = match.at(-1) as Readonly<Record<string, string | undefined>>;
      const number = MONTHS.indexOf(month!.slice(0, 3).toLowerCase()) + 1;
      if (day === undefined) return `${year}年${number}月`;
      return year === undefined ? `${number}月${Number(day)}日` : `${year}-${number}-${Number(day)}`;
    });
  }
  return plain;
}
