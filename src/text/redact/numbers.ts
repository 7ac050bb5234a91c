import { type Finder, type Span, spansOf } from './span.ts';

/** Kanji digits, the circles typed for 〇, and the digits of deeds, each one letter. */
const KANJI_DIGITS = '〇一二三四五六七八九';
const OTHER_DIGITS: ReadonlyMap<string, string> = new Map([
  ...[...'○◯零'].map((zero) => [zero, '0'] as const),
  ...[...'壱弐参'].map((digit, i) => [digit, String(i + 1)] as const),
]);
const ANY_KANJI_DIGIT = new RegExp(`[${KANJI_DIGITS}${[...OTHER_DIGITS.keys()].join('')}]`, 'g');

/** Digits in groups, however they are divided on a phone or on paper. */
const RUN = /[+(]?(?<!\d|\d\.)\d(?:[-ー・.\s()_*|]{0,3}\d){3,}/g;
/** A My Number on paper stands in three groups of four; dictated, they are divided by commas. */
const THREE_FOURS = /(?<!\d)\d{4}\s?[、,/・:]\s?\d{4}\s?[、,/・:]\s?\d{4}(?!\d)/g;
/** Letters of a residence card or a passport belong to the number. */
const LETTERS = /(?<![A-Za-z\d])[A-Za-z]{1,3}-?\d{5,}[A-Za-z]{0,2}(?![A-Za-z\d])/g;
/** 〇二七の三二一の五五五五, 090 の 2283 の 5519. */
const WITH_NO = /(?<![\d/])0\d{1,3}\s?[のノ/]\s?\d{2,4}\s?[のノ/]\s?\d{3,4}(?![\d/])/g;
const THREE_FOURS_WITH_NO = /(?<!\d)\d{4}\s?(?:の|ノ|no)\s?\d{4}\s?(?:の|ノ|no)\s?\d{4}(?!\d)/g;
const KANA_DIGIT =
  '(?:ぜろ|れい|まる|おう|オー|いち|いっ|ワン|にい|にー|に|さん|よん|よう|し|ごお|ごう|ごー|ご|ろく|ろっ|なな|しち|はち|はっ|きゅう|きゅー|く|ゼロ|レイ|マル|イチ|ニイ|ニー|ニ|サン|ヨン|シ|ゴオ|ゴウ|ゴー|ゴ|ロク|ナナ|シチ|ハチ|キュウ|キュー|ク|zero|rei|ichi|ni|san|yon|go|roku|nana|hachi|kyu{1,2})';
const SPOKEN = new RegExp(`(?<![a-z])${KANA_DIGIT}(?:(?:の|ノ|[-・、,。.\\s]{0,3})${KANA_DIGIT}){7,}`, 'g');

const UNIT =
  '(?:円|えん|万|億|千円|人|にん|点|件|歩|枚|年|個|kw|キロ|km|cm|mm|ml|mg|m2|m|g|%|ポイント|名|世帯|票|桁|けた|ケタ|文字|歳|才|か月|ヶ月|ヵ月|月|日|時|分|秒|回|階|割|ページ|頁|条|号(?!室)|字|行|つの|種類|番窓口|番目)';
const BEFORE_UNIT = new RegExp(`^\\s?${UNIT}`, 'i');
/** Numbers that stand on a card, a book or a letter, by the word before them. */
const BEHIND =
  '(?:は|が|の|に|を|も|って|:|;|=|→|、|,|「|『|\\(|[-#.]|\\s|です|no\\.?|wa|ga|is|下[0-9一二三四]桁|末尾){0,5}';
const SIGN = '[^\\s\\d、。,!?「」()が\u{FFFC}]{0,3}?\\s?[-ー]?';
const CARD_NUMBERS = [
  `記号(?:・?番号)?${BEHIND}${SIGN}(?<is>\\d[\\d\\s・ー-]*)(?=(?:${SIGN}?番号)|(?!\\d|\\s?${UNIT}))`,
  `記号[^。\\n]{0,16}?番号${BEHIND}(?<is>\\d{1,10})(?!\\d|\\s?${UNIT})`,
  `枝番(?:号)?${BEHIND}(?!00)(?<is>\\d{1,3})(?!\\d|って|とは|とか|\\s?${UNIT}|つ)`,
  `(?:保険者|証|証書|口座|会員|お客様|カード|暗証|整理|受給者|宛名|世帯|個人|記号番|登録|免許|パスポート|旅券|在留|年金|診察券)?(?:番号|ナンバー|ばんごう|(?<![a-z])no\\.?|№|number|bango{0,1}u?|pin|パスワード)${BEHIND}(?<is>[a-z]{0,4}[-ー]?\\d[\\d\\s・ー-]{2,})(?!\\d|\\s?${UNIT})`,
  `(?:普通|当座|貯蓄|口座|口座番号)(?:預金|貯金)?${BEHIND}(?<is>\\d[\\d\\s-]{5,})(?!\\d|\\s?${UNIT})`,
  `(?<!\\d)(?<is>\\d{4})(?=(?:という|って(?:いう)?|が)(?:暗証)?(?:番号|ナンバー)(?!札))`,
].map((pattern) => new RegExp(pattern, 'gi'));

/** Telephone and My Numbers, numbers of cards, accounts and insured people, in digits, kanji or words. */
export const findNumbers: Finder = (text) => {
  const digits = text.replace(ANY_KANJI_DIGIT, (kanji) => digitOf(kanji));
  return [
    ...spansOf(digits, THREE_FOURS, 'number'),
    ...spansOf(digits, THREE_FOURS_WITH_NO, 'number'),
    ...spansOf(digits, WITH_NO, 'number'),
    ...CARD_NUMBERS.flatMap((pattern) => spansOf(digits, pattern, 'number')),
    ...spansOf(digits, LETTERS, 'number'),
    ...[...digits.matchAll(RUN)].flatMap((match) => personalParts(match, digits, text)),
    ...spansOf(text, SPOKEN, 'number'),
  ]
    .map((span) => trimmed(span, text))
    .filter(({ start, end }) => !isOfNobody(digits.slice(start, end), digits.slice(end, end + 2)));
};

const digitOf = (kanji: string) => OTHER_DIGITS.get(kanji) ?? String(KANJI_DIGITS.indexOf(kanji));

/** 「番号が000から」「整理券の番号は146番」 */
const isOfNobody = (run: string, next: string) =>
  /^\D{0,2}0+$/.test(run) || (/^\d{1,3}$/.test(run) && /^番(?!号)/.test(next));

/** The whole run, or those of its words that are numbers by themselves. */
function personalParts(match: RegExpExecArray, digits: string, text: string): readonly Span[] {
  const whole = { start: match.index, end: match.index + match[0].length };
  if (isPersonal(whole, digits, text)) return [{ ...whole, kind: 'number' }];
  return [...match[0].matchAll(/[^\s・]+/g)]
    .map((word) => ({ start: whole.start + word.index, end: whole.start + word.index + word[0].length }))
    .filter((part) => part.end - part.start < match[0].length && isPersonal(part, digits, text))
    .map((part) => ({ ...part, kind: 'number' as const }));
}

const IS_YEARS = /^(?:(?:19|20)\d\d\D*)+$/;
const IS_MONTH = /^(?:19|20)\d\d\s?[-.・ー]\s?(?:0?[1-9]|1[0-2])$/;
const ROUND_SUM = /^\d{1,4}000$/;
/** Numbers of machines, laws and queues. */
const OF_A_THING =
  /(?:エラー(?:コード|番号|no\.?)?|(?<!パス)コード|型番|品番|バージョン|ver\.?|整理券(?:の番号|番号)?|法律第?|第|様式|qr)[\s:はが「(]{0,3}$/i;
/** The country's line for questions on My Number, which residents ask about. */
const PUBLIC_LINE = /^\(?0120\)?\D?95\D?0178$/;
/** Fewer digits than these are ages, days and house numbers. */
const LEAST = { digits: 5, inKanji: 7, withGaps: 9 } as const;

function isPersonal({ start, end }: { start: number; end: number }, digits: string, text: string): boolean {
  const run = digits.slice(start, end);
  const groups = run.match(/\d+/g) ?? [];
  const count = groups.join('').length;
  if (count < LEAST.digits) return false;
  // 「０１１２２７８８４５ 分割」の「分」は、単位ではない
  if (BEFORE_UNIT.test(digits.slice(end)) && !(count >= LEAST.withGaps && /^\s/.test(digits.slice(end)))) {
    return false;
  }
  if (OF_A_THING.test(digits.slice(Math.max(0, start - 16), start)) || PUBLIC_LINE.test(run)) return false;
  if (IS_YEARS.test(run) || IS_MONTH.test(run) || ROUND_SUM.test(run)) return false;
  if (/[〇一二三四五六七八九]/.test(text.slice(start, end)) && count < LEAST.inKanji) return false;
  // 70 74 75 のように、別々の数を並べただけかもしれない
  if (/[\s・.]/.test(run) && count < LEAST.withGaps) return false;
  return groups.some((group) => group.length > 2) || count >= LEAST.withGaps;
}

/** Without the spaces and marks at its end. */
function trimmed({ start, end, kind }: Span, text: string): Span {
  const kept = text.slice(start, end).replace(/[\s・ー-]+$/, '');
  return { start, end: start + kept.length, kind };
}
