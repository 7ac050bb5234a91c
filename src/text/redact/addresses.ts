import { type Finder, type Span, spansOf } from './span.ts';

const POSTAL = [
  /〒\s?\d{3}\s?[-ー]?\s?\d{4}/g,
  /(?:郵便番号|ゆうびんばんごう|postal code|zip(?: code)?)[\s:はがを、]{0,3}(?<is>\d{3}\s?[-ー]?\s?\d{4})(?!\d)/gi,
  /(?<![\d)][-ー.\s]{0,2})(?<!\d)\d{3}[-ー]\d{4}(?![-ー]?\d)/g,
];

/** A postal code that everybody may know. */
const OFFICE = /^[\s、,)」]{0,2}[^\s。、\d]{0,12}(?:市役所|区役所|役場|庁舎|支所|保険年金課|税務署)/u;

const NUMBER = '(?:\\d{1,5}|[〇一二三四五六七八九十百千]{1,5})';
const JOIN = '\\s?[-ーノの]\\s?';
/** What no house number is followed by. */
const NO_UNIT =
  '(?![\\d.,]|\\s?(?:[歳才割日年枚分時週間%円倍度本件種桁文回人名つ点条項世代個]|月(?!見)|か月|ヶ月|ヵ月|か所|階|番窓口|番線|号線|以上|以下|未満|歩|キロ|km|m\\b))';

/** House numbers that are sure by themselves: 3丁目5番1号, 35番地の1, 三番五号. */
const SURE = new RegExp(
  `(?:[東西南北]?\\d{1,2}条\\s?)?[東西南北]?${NUMBER}\\s?丁目\\s?${NUMBER}(?:番地?|${JOIN}|\\s)?(?:の?${NUMBER}(?:号(?!線))?)?${NO_UNIT}|(?<![第\\d])${NUMBER}\\s?番地(?:\\s?の?\\s?${NUMBER}|${JOIN}${NUMBER})?(?:号(?!線))?|${NUMBER}番(?:地の)?${NUMBER}号(?!線)`,
  'gu',
);
/** House numbers only behind the name of a place: 35-1, 3丁目, 81. */
const DASHED = new RegExp(`(?<![\\d-])\\d{1,5}(?:丁目)?(?:${JOIN}\\d{1,5}){1,3}(?:番地|号)?${NO_UNIT}`, 'gu');
const PLAIN = new RegExp(`(?<![\\d-])\\d{1,5}${NO_UNIT}(?!-)`, 'gu');

/** How far the name of a place or of a house may reach, in letters. */
const REACH = 40;
const TOWN_NAME = '[\\p{Script=Han}々ヶノツケァ-ヴー]{0,8}(?:[ぁ-ん]{1,5}[\\p{Script=Han}]{0,2})?';
const CITY =
  '(?:(?:[\\p{Script=Han}]{2,3}県|東京都|北海道|京都府|大阪府)\\s?)?(?:(?:[\\p{Script=Han}ヶ]{1,6}|[ぁ-んァ-ヴー]{2,6})[市郡]\\s?)?(?:[\\p{Script=Han}ぁ-ん]{1,4}区\\s?)?';
const PLACE = new RegExp(
  `${CITY}(?:[\\p{Script=Han}ヶノぁ-んァ-ヴー]{1,6}[町村]\\s?)?(?:大字|字)?${TOWN_NAME}\\s?$`,
  'u',
);
/** Before a dashed number: a town, or a city with something behind it. */
const BEFORE_DASHED =
  /(?:[市区町村郡字](?!役|民|内|外|長|議|立|制|税)[^\s、。\d]{0,10}|(?:が丘|ケ丘|ヶ丘|ガ丘|台|団地|条|通り?|筋))\s?$/u;
/** Before a plain number: a city and the name of a place in it, and none of the words of health insurance. */
const BEFORE_PLAIN =
  /(?:[\p{Script=Han}]{1,6}|[ぁ-ん]{2,5})[市郡](?!役|民|内|外|長|の|在|営|立|道|議|税|報|政)(?:[\p{Script=Han}ぁ-んヶ]{1,7}[町村区])?(?:大字|字)?(?!.{0,8}(?:保|証|号|割|税|口|課|係|電話|令和|平成|昭和|約|第|限度|負担|全|窓))[\p{Script=Han}々ヶノ]{1,9}\s?$/u;
const HOME =
  'コーポ|ハイツ|メゾン|マンション|アパート|荘|ビル|レジデンス|パレス|プラザ|ヴィラ|ビラ|シャトー|ロイヤル|ライオンズ|団地|住宅|ハウス|コート|タワー|ハイム|ドミール|フラット|アーバン|クレスト|ドエル|エステート|ヒルズ|寮';
const ROOM = '[A-Z]?\\d{1,4}(?:-\\d{1,4})?(?:号室|号棟|号|室|F|階)?';
const BUILDING = new RegExp(
  `^[\\s、,]?(?:[^\\s\\d、。,()「」はがをに]{0,8}(?:${HOME})[^\\s\\d、。,()「」はがをにで]{0,10}\\s?(?:${ROOM})?|[^\\s\\d、。,()「」はがをにで]{0,12}\\s?[A-Z]?\\d{1,4}(?:号室|号棟)|\\s?[ァ-ヴー・]{3,12}[^\\s\\d、。,()「」はがをにで]{0,6}\\s?[A-Z]?\\d{2,4}(?:号室?)?|\\(?[^\\s\\d、。,()「」]{1,6}方\\)?)`,
  'u',
);
const ROOMS = [
  new RegExp(`[\\p{Script=Han}]{0,4}(?:${HOME})\\s?\\d{1,3}号?棟\\s?\\d{1,4}(?:号室?)?`, 'gu'),
  new RegExp(`(?:${HOME})[^\\s\\d、。,()「」はがをにで]{0,10}\\s?[A-Z]?\\d{2,4}(?:号室?)?${NO_UNIT}`, 'gu'),
  /(?<![\d第])\d{2,4}号室/g,
];
const ROMAJI = [
  /\d{1,5}(?:-\d{1,4}){1,2},?\s?[A-Z][a-z]+(?:-(?:cho|machi|ku|shi|mura|gun|dori))?(?:,?\s?[A-Z][a-z]+(?:-(?:cho|machi|ku|shi|mura|gun|ken|fu|to))?){0,4}/g,
  /[A-Z][a-z]+-(?:shi|cho|machi|ku|ken)(?:[,\s]{1,2}[A-Z][a-z]+(?:-(?:shi|cho|machi|ku))?){0,4}[,\s]{1,2}\d{1,5}(?:-\d{1,4}){0,2}/g,
];

const AT_HOME =
  /(?:住所|じゅうしょ|住まい|住んでいる(?:の|ところ|場所)|所在地|引っ?越し先|送り先|送付先|届け先|jusho|address)(?:は|:|が|を|、|,|\s|「|is|wa){1,3}(?<is>[^。、!?」\n]{2,60}?)(?=です|でございます|だ|に(?:変|な|引|住|送|届|移)|と(?:な|い|申)|になり|desu|[。、!?」\n]|$)/giu;
/** A number that is a house's, in what follows 「住所は」. */
const HOLDS_HOUSE = new RegExp(
  `\\d${JOIN}\\d{1,5}${NO_UNIT}|(?<![.\\d])\\d{1,5}(?=$|\\s)|${NUMBER}(?:丁目|番|号)|[〇一二三四五六七八九]{2,}`,
  'u',
);

/** Postal codes, and places down to the house; the name of a city or a district alone stays. */
export const findAddresses: Finder = (text) => [
  ...POSTAL.flatMap((pattern) => spansOf(text, pattern, 'address')).map((span): Span => {
    const isOffice = OFFICE.test(text.slice(span.end, span.end + REACH));
    return isOffice ? { ...span, kind: 'kept' } : span;
  }),
  ...spansOf(text, AT_HOME, 'address').filter(({ start, end }) => HOLDS_HOUSE.test(text.slice(start, end))),
  ...housesOf(text, SURE, /$/),
  ...housesOf(text, DASHED, BEFORE_DASHED),
  ...housesOf(text, PLAIN, BEFORE_PLAIN),
  ...[...ROOMS, ...ROMAJI].flatMap((pattern) => spansOf(text, pattern, 'address')),
];

/** House numbers behind `before`, with the place before them and the building behind. */
function housesOf(text: string, house: RegExp, before: RegExp): readonly Span[] {
  return spansOf(text, house, 'address').flatMap(({ start, end, kind }) => {
    const ahead = text.slice(Math.max(0, start - REACH), start);
    if (!before.test(ahead)) return [];
    const place = PLACE.exec(ahead)?.[0] ?? '';
    return [{ start: start - place.trimStart().length, end: end + buildingAfter(text, end), kind }];
  });
}

/** How far the building and the room reach behind a house number, in UTF-16 units. */
function buildingAfter(text: string, from: number): number {
  return BUILDING.exec(text.slice(from, from + REACH))?.[0].length ?? 0;
}
