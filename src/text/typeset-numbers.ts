import type { Run } from './readings.ts';

/** An annotated stretch of a text; `start` and `end` in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly runs: readonly Run[];
}

/** Counters that sound alike after every number; ん, じゅう and the like before them are not shown. */
const STEADY: Readonly<Record<string, string>> = {
  年度: 'ねんど',
  年: 'ねん',
  時間: 'じかん',
  週間: 'しゅうかん',
  秒: 'びょう',
  万円: 'まんえん',
  円: 'えん',
  名: 'めい',
  回: 'かい',
  枚: 'まい',
  番地: 'ばんち',
  番: 'ばん',
  号: 'ごう',
  桁: 'けた',
  割: 'わり',
  倍: 'ばい',
  件: 'けん',
  点: 'てん',
  度: 'ど',
  条: 'じょう',
  項: 'こう',
  世帯: 'せたい',
  種類: 'しゅるい',
  丁目: 'ちょうめ',
  代: 'だい',
};
/** Counters with a rule of their own below. */
const CHANGING = ['か月', 'カ月', 'ヶ月', 'ヵ月', '月', '日', '時', '分', '歳', '人', '階'] as const;
/** Days whose number is read with them. */
const DAYS: Readonly<Record<number, string>> = {
  2: 'ふつか',
  3: 'みっか',
  4: 'よっか',
  5: 'いつか',
  6: 'むいか',
  7: 'なのか',
  8: 'ようか',
  9: 'ここのか',
  10: 'とおか',
  14: 'じゅうよっか',
  24: 'にじゅうよっか',
};
/** What may follow a counter and belongs to it. */
const AFTER: Readonly<Record<string, string>> = {
  前: 'まえ',
  後: 'ご',
  間: 'かん',
  目: 'め',
  末: 'まつ',
  分: 'ぶん',
};
/** 回 of 回答, 年 of 年金: the counter is the beginning of another word. */
const OTHER_WORDS =
  '年金|年齢|年収|月曜|月額|日曜|日本|日程|日常|円形|名前|名義|回答|回線|回収|番号|号室|割合|割引|件名|点検|点字|条件|条例|項目|代金|代表|代理|人口|人数|人間|分類|分割|時点|時期|時刻|階段|度数';
const DIGIT = '0-9０-９';
const units = [...Object.keys(STEADY), ...CHANGING].sort((a, b) => b.length - a.length).join('|');
const COUNTED = new RegExp(
  `(?<![${DIGIT}A-Za-z.,，．-])([${DIGIT}]{1,3}(?:,[${DIGIT}]{3})+|[${DIGIT}]{1,9})(?!${OTHER_WORDS})(${units})(?:([${Object.keys(AFTER).join('')}])(?!\\p{Script=Han}))?`,
  'gu',
);

/** The readings of counters after digits (8年, 3か月後, 2日), none where they depend on more than the number. */
export function counterSpans(text: string): readonly Span[] {
  return [...text.matchAll(COUNTED)].flatMap((match): readonly Span[] => {
    const [whole, digits = '', unit = '', after] = match;
    const value = Number(digits.normalize('NFKC').replaceAll(',', ''));
    const around = { before: text.slice(0, match.index), after: text.slice(match.index + whole.length) };
    const runs = counted(digits, value, unit, { ...around, suffix: after });
    if (runs === undefined) return [];
    const tail = after === undefined ? [] : [{ text: after, reading: AFTER[after]! }];
    const end = match.index + whole.length;
    const all = [...runs, ...tail];
    const length = all.reduce((sum, run) => sum + run.text.length, 0);
    return [{ start: end - length, end, runs: all }];
  });
}

interface Around {
  readonly before: string;
  readonly after: string;
  readonly suffix: string | undefined;
}

/** The runs of one counter, with its digits where they are read together. */
function counted(digits: string, value: number, unit: string, around: Around): readonly Run[] | undefined {
  const alone = (reading: string): readonly Run[] => [{ text: unit, reading }];
  const together = (reading: string): readonly Run[] => [{ text: digits + unit, reading }];
  switch (unit) {
    case '月':
      return value >= 1 && value <= 12 ? alone('がつ') : undefined;
    case '日':
      return day(value, around, together, alone);
    case '時':
      return value <= 24 ? alone('じ') : undefined;
    case '分':
      return minute(value, around, alone);
    case '歳':
      return value === 20 ? undefined : alone('さい');
    case '人':
      return value === 1 ? together('ひとり') : value === 2 ? together('ふたり') : alone('にん');
    case '階':
      return value % 10 === 3 ? undefined : alone('かい');
    default:
      return unit in STEADY ? alone(STEADY[unit]!) : [{ text: unit[0]! }, { text: '月', reading: 'げつ' }];
  }
}

type Reader = (reading: string) => readonly Run[];

/** 1日 is ついたち of a month and いちにち of a span; 20日 はつか of a month, and of a span either. */
function day(value: number, { before }: Around, together: Reader, alone: Reader) {
  const isOfMonth = before.endsWith('月');
  if (value === 1) return isOfMonth ? together('ついたち') : undefined;
  if (value === 20) return isOfMonth ? together('はつか') : undefined;
  if (Object.hasOwn(DAYS, value)) return together(DAYS[value]!);
  return value % 10 === 4 || value === 0 ? undefined : alone('にち');
}

/** 3分の1 is a share, 30分 half an hour. */
function minute(value: number, { after, suffix }: Around, alone: Reader) {
  if (suffix === undefined && /^の[0-9０-９]/.test(after)) return alone('ぶん');
  return [2, 5, 7, 9].includes(value % 10) ? alone('ふん') : alone('ぷん');
}
