/** Kanji digits with the forms used on deeds (大字) and the circle that people type for 〇. */
const KANJI_DIGIT: ReadonlyMap<string, number> = new Map([
  ...[...'〇一二三四五六七八九'].map((kanji, value) => [kanji, value] as const),
  ...[...'零壱弐参'].map((kanji, value) => [kanji, value] as const),
  ['○', 0],
]);
const KANJI_UNIT: ReadonlyMap<string, number> = new Map([
  ['千', 1000],
  ['百', 100],
  ['十', 10],
  ['拾', 10],
]);
const KANJI_RUN = /[〇○零一二三四五六七八九壱弐参十拾百千]+/g;

/** Spoken numbers below ten thousand; the readings that change before a unit (さんびゃく, ろっぴゃく) included. */
const KANA_DIGIT: ReadonlyMap<string, number> = new Map([
  ['いち', 1],
  ['いっ', 1],
  ['に', 2],
  ['さん', 3],
  ['し', 4],
  ['よん', 4],
  ['よ', 4],
  ['ご', 5],
  ['ろく', 6],
  ['ろっ', 6],
  ['しち', 7],
  ['なな', 7],
  ['はち', 8],
  ['はっ', 8],
  ['きゅう', 9],
  ['く', 9],
]);
const KANA = [...KANA_DIGIT.keys()].sort((a, b) => b.length - a.length).join('|');
const KANA_NUMBER = new RegExp(
  `^(?:(${KANA})?(?:せん|ぜん))?(?:(${KANA})?[ひびぴ]ゃく)?(?:(${KANA})?じゅう)?(${KANA})?$`,
);
const LONGEST_KANA_NUMBER = 'せんきゅうひゃくきゅうじゅうきゅう'.length;

function positional(digits: readonly number[]): number {
  return digits.reduce((value, digit) => value * 10 + digit, 0);
}

/** 三十一, 千九百五十六 (units falling, one digit before each) or 一九五六, 三一 (digits in their places). */
function kanjiNumber(text: string): number | undefined {
  const parts = [...text].map((kanji) => ({ digit: KANJI_DIGIT.get(kanji), unit: KANJI_UNIT.get(kanji) }));
  if (parts.every(({ digit }) => digit !== undefined)) return positional(parts.map(({ digit }) => digit!));
  let [total, last] = [0, Number.POSITIVE_INFINITY];
  let digit: number | undefined;
  for (const part of parts) {
    if (part.unit === undefined) {
      if (part.digit === undefined || digit !== undefined) return undefined;
      digit = part.digit;
    } else {
      if (part.unit >= last || digit === 0) return undefined;
      total += (digit ?? 1) * part.unit;
      [last, digit] = [part.unit, undefined];
    }
  }
  return total + (digit ?? 0);
}

/** さんじゅういち, せんきゅうひゃくごじゅうろく; undefined where the kana are no number below ten thousand. */
function kanaNumber(text: string): number | undefined {
  const match = KANA_NUMBER.exec(text);
  if (text === '' || match === null) return undefined;
  const [thousands, hundreds, tens, ones] = match.slice(1).map((kana) => KANA_DIGIT.get(kana ?? ''));
  const part = (unit: string, digit: number | undefined, value: number) =>
    new RegExp(unit).test(text) ? (digit ?? 1) * value : 0;
  return (
    part('[せぜ]ん', thousands, 1000) + part('ゃく', hundreds, 100) + part('じゅう', tens, 10) + (ones ?? 0)
  );
}

/** The whole text as a number: 31, ３１, 三十一, 二〇二六, さんじゅういち, 元 (the first year of an era); else undefined. */
export function readNumber(text: string): number | undefined {
  const folded = text.normalize('NFKC');
  if (folded === '元' || folded === 'がん') return 1;
  if (/^\d+$/.test(folded)) return Number(folded);
  return folded === '' || !folded.match(KANJI_RUN)?.includes(folded)
    ? kanaNumber(folded)
    : kanjiNumber(folded);
}

/** Kanji numbers in a text as digits; runs that are no number stay. */
export function withDigits(text: string): string {
  return text.replace(KANJI_RUN, (run) => String(kanjiNumber(run) ?? run));
}

/**
 * Spoken numbers before a unit as digits: "じゅういちがつ" with the unit がつ becomes "11がつ". Of the kana before the
 * unit the longest end that is a number up to `most` counts, so that particles before it stay.
 */
export function withKanaDigits(text: string, unit: string, most: number): string {
  return text.replace(new RegExp(`[ぁ-ん]{1,${LONGEST_KANA_NUMBER}}?(?=${unit})`, 'g'), (kana) => {
    for (let start = 0; start < kana.length; start += 1) {
      const value = kanaNumber(kana.slice(start));
      if (value !== undefined && value <= most) return kana.slice(0, start) + value;
    }
    return kana;
  });
}
