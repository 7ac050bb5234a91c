import { toHiragana } from '../kana.ts';
import type { NameSense } from './name-sense.ts';
import { isRole, mayBeName } from './name-words.ts';
import type { Finder, Span } from './span.ts';
import { NEARBY } from './surnames.ts';

const HAN = '\\p{Script=Han}々ヶ';
/** What stands behind the name of somebody who says who they are. */
const SAID =
  /\s?(?:です(?![かと])|でございます|でした|でーす|っす|ッス|デス|だ(?=[。、けがよ\s]|$)|なんです(?!か)|なんや|や(?=けど|ねんけど|[。、])|」\s?(?:と|って)\s?(?:い[いう]|言|申|もうし|読み|よみ|書き)(?!.{0,3}か)|(?:と|って)?(?:いうんや|いうもん|いうん(?:で|だ)|言うもん|言いま?す|いいま?す|申し|もうし)(?!か)|と\s?いい?います|\s(?:desu|to\s?m[ou]+shi)\b(?!\ska)|\s?本人(?:です|が|で、)|の(?:妻|夫|嫁|婿|家内|主人|娘|息子|母|父|長男|長女|次男|次女|孫|祖母|祖父|姉|妹|兄|弟|家族|身内|親族|代理|世帯)(?!手帳|保険))/gu;
/** What may be a name right before it, the longest form first. */
const FORMS = [
  new RegExp(`[${HAN}]{1,4}[\\s・][${HAN}]{1,3}$`, 'u'),
  new RegExp(`[${HAN}]{1,4}\\s?(?:[ぁ-ん]{2,5}|[ァ-ヴー]{2,5})$`, 'u'),
  new RegExp(`[${HAN}ヶノ]{1,6}$`, 'u'),
  /[ァ-ヴー]{2,10}(?:[\s・=][ァ-ヴー]{1,10}){1,4}$/u,
  /[ァ-ヴー]{2,10}$/u,
  /[ぁ-んー]{2,6}\s[ぁ-んー]{2,6}$/u,
  /(?<![A-Za-z\p{M}])\p{Lu}[\p{L}'.-]{1,14}(?:\s[\p{L}][\p{L}'.-]{0,14}){1,4}$/u,
  /(?<![A-Za-z\p{M}])\p{Lu}[\p{L}'-]{1,14}$/u,
  /(?<![\p{L}\p{M}])[a-z]{3,12}(?:\s[a-z]{2,12})?$/u,
  /[\p{Script=Hangul}\p{Script=Thai}\p{Script=Devanagari}\p{Script=Cyrillic}\p{Script=Myanmar}\p{M}]{2,20}$/u,
];
const HIRAGANA = /[ぁ-ん]{2,10}$/u;
/** What a name may begin behind: a new sentence, or somebody who turns to themselves. */
const AT_THE_START = /(?:^|[\s。、,!?…「『(:\n])$/u;
const SELF =
  /(?:わたくし|わたし|私|僕|ぼく|俺|うち|こちら|こっち|当方|もしもし|はい|あのー?|えー?っ?と|えー|すみません|すいません|すんません|どうも|はじめまして|初めまして|こんにちは|こんばんは|お世話になります|以上|名前は|本人は|世帯主は|名義は|[市町村区県郡]の|在住の|に住む|(?:電話|連絡|相談|申請|訪問|質問|メール|問い?合わせ)(?:を)?(?:した|しました|いたしました|いただいた))\s?$/u;
/** Only behind these is a place (千葉です) or a short kana word somebody's name. */
const GREETED =
  /(?:わたくし|わたし|私|僕|こちら|もしもし|はい|あのー?|えっと|すみません|すいません|どうも|はじめまして|初めまして|こんにちは|こんばんは|おはようございます|なります|なっております|なってます|失礼(?:いた)?します|恐れ入ります|ました|以上)[\s。、,!…]{0,2}$/u;
/** こちら安藤、… and よろしくお願いします。安藤: nothing follows that says so. */
const BY_PLACE = [
  // 戸籍の字と証の字を比べる人の
  new RegExp(`(?<=戸籍[^、。\\s]{0,4}[はが]「?)(?<is>[${HAN}]{2,4})(?=[」、。])`, 'gu'),
  new RegExp(
    `(?<=(?:^|[\\s。、])こちら\\s?)(?<is>[${HAN}]{1,4}(?:\\s[${HAN}]{1,3})?|[ァ-ヴー]{3,8})(?=[、。\\s])`,
    'gu',
  ),
  new RegExp(
    `(?<=(?:願い(?:いた)?(?:し|致し)ます|お願い申し上げます|失礼(?:いた)?します|まで|以上|ください|草々|敬具)[。、!\\s]{1,3})(?<is>[${HAN}]{1,4}(?:\\s?[${HAN}]{1,3})?|[${HAN}]{1,4}\\s?[ぁ-んァ-ヴー]{2,5}|[ぁ-んァ-ヴー]{2,6}(?:\\s[ぁ-んァ-ヴー]{2,6})?)(?=[。\\s]*(?:\\(|$))`,
    'gu',
  ),
  new RegExp(
    `(?<=(?:^|[\\s。、])(?:うち|わたし|私|わたくし)、?\\s?)(?<is>[${HAN}]{1,4}(?:\\s?[${HAN}]{1,3})?)(?=[、。])`,
    'gu',
  ),
];

/** 「はい、堀越です」「高崎市の南と言いますけど」: names by where people say who they are. */
export function findIntroductions(sense: NameSense): Finder {
  return (text) => {
    // カタカナだけで書く人の「マッテマス」は、辞書にない名前と見分けられない
    const isInKatakana = /[ァ-ヴ]{2}(?:デス|マス)/.test(text) && !/[ぁ-ん]{2}/.test(text);
    return findBy(text, isInKatakana ? amongKatakana(sense) : sense);
  };
}

/** 「タカイデス」 is rather 高い than 高井. */
function amongKatakana(sense: NameSense): NameSense {
  const isNoWord = (words: string) => !sense.isWord(toHiragana(words));
  return {
    ...sense,
    isForeign: () => false,
    isFamily: (words) => isNoWord(words) && sense.isFamily(words),
    isFamilyOrPlace: (words) => isNoWord(words) && sense.isFamilyOrPlace(words),
    isGiven: (words) => isNoWord(words) && sense.isGiven(words),
  };
}

function findBy(text: string, sense: NameSense): readonly Span[] {
  return [
    ...[...text.matchAll(SAID)].flatMap((match) => introduced(text, match.index, sense)),
    ...BY_PLACE.flatMap((pattern) =>
      [...text.matchAll(pattern)].flatMap(({ groups, index }) =>
        isSomebody(groups!.is!, true, sense) ? [spanAt(index, index + groups!.is!.length)] : [],
      ),
    ),
  ];
}

const spanAt = (start: number, end: number): Span => ({ start, end, kind: 'name' });

/** How far a name may reach back, in UTF-16 units. */
const REACH = 40;

function introduced(text: string, end: number, sense: NameSense): readonly Span[] {
  const before = text.slice(Math.max(0, end - REACH), end);
  for (const words of candidatesIn(before)) {
    const ahead = text.slice(Math.max(0, end - words.length - REACH), end - words.length);
    const isNamed = SELF.test(ahead);
    const isFirst = AT_THE_START.test(ahead);
    if (!isNamed && !isFirst) continue;
    // 「うちはまだです」の「はまだ」
    if (!isFirst && /^[はもがのにをで][ぁ-ん]/.test(words)) continue;
    const isQuoted = text[end] === '」' && /(?:^|[。\n])「$/.test(ahead);
    if (isQuoted && isOddWord(words, sense)) return [spanAt(end - words.length, end)];
    if (isSomebody(words, GREETED.test(ahead), sense)) return [spanAt(end - words.length, end)];
  }
  return [];
}

/** 「五百旗頭」といいます: who says it in quotation marks says how it is written. */
const isOddWord = (words: string, sense: NameSense) =>
  /^[\p{Script=Han}々]{2,4}$/u.test(words) && mayBeName(words) && !isRole(words) && !sense.isWord(words);

function* candidatesIn(before: string): Generator<string> {
  for (const form of FORMS) {
    const found = form.exec(before)?.[0];
    if (found !== undefined) yield found;
  }
  const hiragana = HIRAGANA.exec(before)?.[0] ?? '';
  for (let length = hiragana.length; length > 1; length--) yield hiragana.slice(-length);
}

/** A word of the same letters, a role or a place may stand there as well: 質問です, 保護者です, 東京です. */
function isSomebody(words: string, isGreeted: boolean, sense: NameSense): boolean {
  if (NEARBY.has(words) && !isGreeted) return false;
  if (!mayBeName(words) && words.length > 1 && !sense.isFamily(words)) return false;
  if (/^[\p{Script=Latin}\s'.-]+$/u.test(words)) return isLatinName(words, sense);
  if (sense.isFull(words)) return true;
  if (isRole(words) && words.length > 1 && !sense.isFamily(words)) return false;
  if (isGreeted ? sense.isFamilyOrPlace(words) : sense.isFamily(words)) {
    return words.length > 2 || isGreeted || !/^[ぁ-んァ-ヴー]+$/.test(words);
  }
  if (isGreeted && sense.isLikeFamily(words)) return true;
  const parts = words.split(/[\s・=]/);
  const [first = '', second = ''] = parts;
  if (/^[ぁ-ん]+\s[ぁ-ん]{2,5}$/.test(words)) {
    // 「ゆうき まいです」
    if (
      isGreeted &&
      [first, second].every((part) => sense.isFamilyOrPlace(part) || sense.isGivenReading(part))
    )
      return true;
    return sense.isFamily(first) && !sense.isWord(second) && mayBeName(second);
  }
  if (parts.every((part) => /^[ァ-ヴー]+$/.test(part))) {
    return (
      parts.some((part) => sense.isForeign(part)) &&
      !parts.some((part) => sense.isWord(part) && part.length > 2)
    );
  }
  if (/^[ぁ-んァ-ヴー]{2}$/.test(words) && !isGreeted) return false;
  return words.length > 1 && sense.isGiven(words);
}

function isLatinName(words: string, sense: NameSense): boolean {
  const parts = words.split(/\s/);
  const isName = (part: string) => sense.isFamily(part) || sense.isGiven(part);
  // 「kaigo hoken desu」
  if (/^[a-z]/.test(words)) return parts.every(isName);
  if (parts.some(isName)) return true;
  return (
    parts.length > 1 &&
    parts.every((part) => /^\p{Lu}['.]?[\p{L}-]*\p{Ll}|^\p{Lu}\.?$|^(?:da|de|van|bin|la|dos)$/u.test(part))
  );
}
