import { ERAS } from './era.ts';
import { toHiragana } from './kana.ts';
import { normalise } from './normalise.ts';
import { withDigits, withKanaDigits } from './numerals.ts';

const ROMAJI_ERA: readonly (readonly [RegExp, string])[] = [
  [/meiji/g, '明治'],
  [/tais(?:h|y)ou?/g, '大正'],
  [/s(?:h|y)ou?wa/g, '昭和'],
  [/heisei/g, '平成'],
  [/reiwa/g, '令和'],
];
/** Days of the month with names of their own. Only after 月 or の: いつか and なのか are ordinary words as well. */
const NAMED_DAYS: ReadonlyMap<string, number> = new Map([
  ['ついたち', 1],
  ['ふつか', 2],
  ['みっか', 3],
  ['よっか', 4],
  ['いつか', 5],
  ['むいか', 6],
  ['なのか', 7],
  ['ようか', 8],
  ['ここのか', 9],
  ['とおか', 10],
  ['じゅうよっか', 14],
  ['はつか', 20],
  ['にじゅうよっか', 24],
]);
const NAMED_DAY = new RegExp(
  `(?<=月 ?の?)(${[...NAMED_DAYS.keys()].sort((a, b) => b.length - a.length).join('|')})`,
  'g',
);
/**
 * Words in kana that are looked for in kanji, or whose end sounds like a number (さくねん). 一昨日 and 一昨年 go the other
 * way: their 一 is no number.
 */
const WORDS: readonly (readonly [string, string])[] = [
  ['一昨日', 'おととい'],
  ['一昨年', 'おととし'],
  ['さくねん', '昨年'],
  ['きょねん', '去年'],
  ['ことし', '今年'],
  ['さらいねん', '再来年'],
  ['らいねん', '来年'],
  ['せんせんげつ', '先々月'],
  ['せんげつ', '先月'],
  ['こんげつ', '今月'],
  ['さらいげつ', '再来月'],
  ['らいげつ', '来月'],
  ['せんせんしゅう', '先々週'],
  ['せんしゅう', '先週'],
  ['こんしゅう', '今週'],
  ['さらいしゅう', '再来週'],
  ['らいしゅう', '来週'],
  ['げつよう', '月曜'],
  ['かよう', '火曜'],
  ['すいよう', '水曜'],
  ['もくよう', '木曜'],
  ['きんよう', '金曜'],
  ['どよう', '土曜'],
  ['にちよう', '日曜'],
];
const LARGEST = { year: 2199, month: 12, day: 31 } as const;

/** Era names, however written, as their two kanji where a year follows. */
function withEraNames(text: string): string {
  let named = text;
  for (const { era, kana } of ERAS) named = named.replaceAll(kana, era);
  for (const [romaji, era] of ROMAJI_ERA) named = named.replace(romaji, era);
  return named;
}

/**
 * The form in which dates are looked for: normalised, katakana as hiragana, numbers as digits, ねん がつ にち as
 * 年 月 日, era names as kanji, 元年 as 1年, no spaces beside 年 月 日.
 */
export function dateText(raw: string): string {
  const words = WORDS.reduce((all, [from, to]) => all.replaceAll(from, to), toHiragana(normalise(raw)));
  let text = withDigits(withEraNames(words)).replaceAll('がんねん', '元年');
  text = withKanaDigits(text, 'ねん', LARGEST.year).replace(/(?<=\d ?)ねん/g, '年');
  text = withKanaDigits(text, 'がつ', LARGEST.month).replace(/(?<=\d ?)がつ/g, '月');
  text = withKanaDigits(text, 'にち', LARGEST.day).replace(/(?<=\d ?)にち/g, '日');
  return text
    .replace(NAMED_DAY, (name) => `${NAMED_DAYS.get(name)}日`)
    .replace(/(明治|大正|昭和|平成|令和|[明大昭平令])元/g, '$11')
    .replace(/(?<![a-z])([mtshr])[. ]?元/g, '$11')
    .replaceAll('元年', '1年')
    .replace(/(?<=\d)ー(?=\d)/g, '-')
    .replace(/(?<=\d) ?([年月日])(?: (?=\d|末))?/g, '$1');
}
