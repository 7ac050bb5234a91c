import { calledNames } from './called-names.ts';
import type { NameSense } from './name-sense.ts';
import { mayBeName } from './name-words.ts';
import { apart, BLANK, type Finder, type Span, spansOf } from './span.ts';
import { INSURER_CITIES, isSurname } from './surnames.ts';

const HAN = '\\p{Script=Han}々ヶ';
/** A name in one script each, or a family name and a given name. */
const KANJI_NAME = `[${HAN}ノ]{1,5}(?:\\s?[${HAN}]{1,4}|\\s?(?!です|でご|でし|だ|と(?:申|言|い)|さん|さま|[のはがをにで])[ぁ-んァ-ヴー]{1,5}?)?`;
const KATAKANA_NAME =
  '[ァ-ヴー]{1,10}(?:[・=][ァ-ヴー]{1,10}){1,3}|[ァ-ヴー]{2,10}(?:[\\s・=][ァ-ヴー]{1,10}){0,3}';
const HIRAGANA_NAME = '[ぁ-んー]{2,10}(?:\\s[ぁ-んー]{1,6})?';
const LATIN_NAME =
  "[\\p{Script=Latin}\\p{Script=Cyrillic}][\\p{Script=Latin}\\p{Script=Cyrillic}\\p{M}'.-]{1,14}(?:\\s(?!desu|to\\b|and\\b)[\\p{Script=Latin}\\p{Script=Cyrillic}][\\p{Script=Latin}\\p{Script=Cyrillic}\\p{M}'.-]{0,14}){0,4}";
/** Scripts in which nobody here writes anything but a name. */
const OTHER_NAME =
  '[\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Devanagari}\\p{Script=Myanmar}\\p{Script=Sinhala}\\p{Script=Arabic}\\p{Script=Bengali}\\p{Script=Khmer}\\p{M}]{2,20}(?:\\s[\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Devanagari}\\p{Script=Myanmar}\\p{M}]{1,20})?';
const ANY_NAME = `(?:${KATAKANA_NAME}|${KANJI_NAME}|${HIRAGANA_NAME}|${LATIN_NAME}|${OTHER_NAME})`;

/** Behind a name that somebody gives of themselves, always. */
const INTRODUCED =
  /\s?(?:と|って)(?:(?:申し|もうし)(?!込|こ[まみむめも]|出|で|入|い|訳|わけ|上|あ|てお|ており|ます(?:と|か|の))|申す(?!の)|もうす(?=[。、ー]|$)|名乗る者)|\s?と(?:いう|言う|云う)(?:者|もの(?=です|で[、す]|だ))(?!で?は)|\s+to\s+m(?:ou|o)+shi/g;
/** The same where what stands before may be a name. */
const CALLED = /\s?(?:と|って)(?:言い|いい)ま(?:す|して)(?!か)|\s?ていいます(?!か)|\s+to\s+iimasu/g;
/** Words before a name in its sentence. */
const LEAD_IN =
  /^(?:.*[。、,!?…\n「」『』():;~]|.*\u{FFFC})?\s?(?:(?:はじめまして|初めまして|こんにちは|こんばんは|おはようございます|お世話になります|お世話になっております|すみません|すいません|失礼します|失礼いたします|もしもし|あの|えっと|えーと|先日|昨日|先ほど|以前|いつも|突然|わたし|わたくし|私|僕|ぼく|俺|自分|こちら|当方|本人|代理|家族|母|父|妻|夫|娘|息子|祖母|祖父|孫|兄|弟|姉|妹|世帯主|名前|お名前|なまえ|氏名|名字|苗字|姓|本名|hajimemashite|konnichiwa|watashi|namae|sumimasen)(?:の)?(?:名前|氏名)?(?:は|が|で|も|、|wa|ha)?\s?)*/iu;
/** Up to the particle or ending before a name in kanji, katakana or Latin letters. */
const UP_TO_NAME = new RegExp(
  `^.*[^\\s${HAN}](?:は|の|が|を|に|で|も|と|へ|より|から|した|ます|です|まして|ている|てる|ので|けど|けれど|んだ|った)(?=[${HAN}ァ-ヴA-Za-z])|^.*[${HAN}]{2,}(?:は|の|が|を|に|で|も|から|へ)(?=[${HAN}ァ-ヴA-Za-z])|^.*[ァ-ヴー](?:は|の|が|を|に|で|も|から)(?=[${HAN}])|^.*[村町市区県課](?:の|に住む|在住の)(?=.)`,
  'u',
);
/** A name in kanji or katakana behind a particle, when the sentence could not be taken off otherwise. */
const AT_THE_END = new RegExp(
  `(?<=[はのがをにでも、とへ])(?:[${HAN}]{2,6}(?:\\s[${HAN}]{1,4})?|[ァ-ヴー]{2,10}(?:[\\s・=][ァ-ヴー]{1,10}){0,3})$`,
  'u',
);
const LONGEST_NAME = 20;

/** A name that is told after a word that asks for one. */
const LABELLED = new RegExp(
  `(?:名前|お名前|なまえ|氏名|名義(?:人)?|フルネーム|本名|名字|苗字|姓名|世帯主名?|差出人|(?:申請|届出|契約|被保険|対象|相談|利用)者名?|届出人名?|代理人|宛名|宛先|受取人|依頼者|相談者|契約者|連絡者|ふりがな|フリガナ|シメイ|カナ|(?:^|[\\s。、])私|わたし|わたくし|watashi|boku|atashi|質問者|署名|担当者名?|旧姓|以上、?|namae|name)(?:\\s?(?:は|が|:|=|、|,|・|→)\\s?|(?<![a-z])\\s|\\s(?:is|wa|ha)\\s|\\((?:フリガナ|ふりがな|カナ)\\)\\s?:?|[)】\\]]\\s?)(?<is>${ANY_NAME})(?=\\s?(?:です|でございます|でした|だ[。、よけが]|desu|と(?:申|言|い)|といい|って|[。、,.!?)\\n「」(;/]|$|で、|で(?:す|、)|さん|様|に(?:なっ|なり)|\\s|${BLANK}|\\d|歳))`,
  'giu',
);
/** The same where the letters come first: 名前がローマ字でMARIA SANTOSです. */
const SPELLED = new RegExp(
  `(?:名前|氏名|名義|名字|苗字|表記|印字)[はがも][^。、\\n]{0,10}?(?:ローマ字|英字|英語|アルファベット|カタカナ|カナ|ひらがな|漢字)(?:表記)?(?:で(?!も)|だと)\\s?「?(?<is>${ANY_NAME})(?=」|\\s?(?:です|でした|で、|なの|に(?:なっ|なり)|と(?:書|印|あ|な|表)|って(?:書|あ)|表記))`,
  'giu',
);
/** Surely nobody but a person is labelled so. */
const SELF = /(?:私|わたし|わたくし|watashi|以上|担当者?)[^\n]{0,3}$/i;
const ENGLISH =
  /\b(?:[Mm]y name(?:'s| is)|[Nn]ame is|I am called|[Cc]all me|[Tt]his is|I'm|I am|i am|i'm|Mr\.?|Mrs\.?|Ms\.?|Miss|Dr\.?|[Rr]egards,)\s+(?<is>\p{Lu}[\p{Script=Latin}\p{Script=Cyrillic}\p{M}'-]+(?:\s\p{Lu}(?:[\p{Script=Latin}\p{Script=Cyrillic}\p{M}'-]*|\.)){0,4})/gu;
const WEAK_ENGLISH = /\b(?:i'm|i am|this is)\s+$/i;
/** A family name alone where somebody says who they are. */
const ALONE = new RegExp(
  `(?<=^|[\\s。、,!?…\\n「(]|[市町村区県]の|住む|在住の|(?:母|父|妻|夫|娘|息子)の)(?<is>[${HAN}]{2,3}|[ぁ-ん]{3,6}|[ァ-ヴー]{3,6})(?=\\s?(?:です|でございます|ですけど|ですが|だけど|だが|ですー|の(?:妻|夫|家内|娘|息子|母|父|長男|長女|代理|嫁|孫|祖母|祖父)))`,
  'gu',
);
/** ジョン・スミス and Maria Garcia where somebody says who they are. */
const FOREIGN =
  /(?<=^|[\s。、,!?「(はく])(?<is>[ァ-ヴー]{2,10}[・=][ァ-ヴー]{2,10}(?:[・=][ァ-ヴー]{2,10})?|[A-Z][a-z]{1,14}(?:\s[A-Z][a-z]{1,14}){1,3})(?=\s?(?:です|でございます|と(?:申|言|い)))/gu;

/** Names as people give them, by the words around them; a dictionary may have found the usual ones already. */
export function namesByWords(sense: NameSense, isKnownElsewhere: boolean): Finder {
  const findCalled = calledNames(sense, isKnownElsewhere);
  return (text) =>
    apart([
      ...introduced(text, INTRODUCED, (words) => isNoQuotation(words, sense)),
      ...introduced(text, CALLED, (words) => looksLikeName(words, sense)),
      ...[LABELLED, SPELLED]
        .flatMap((pattern) => spansOf(text, pattern, 'name'))
        .filter((span) => isLabelled(span, text, sense)),
      ...spansOf(text, ENGLISH, 'name').filter((span) => isEnglish(span, text, sense)),
      ...spansOf(text, FOREIGN, 'name').filter(({ start, end }) => mayBeName(text.slice(start, end))),
      ...findCalled(text),
      ...spansOf(text, ALONE, 'name').filter(({ start, end }) =>
        isOneself(text.slice(start, end), text.slice(end)),
      ),
    ]);
}

/** The name that ends where each match begins. */
function introduced(text: string, cue: RegExp, isName: (words: string) => boolean): readonly Span[] {
  return [...text.matchAll(cue)].flatMap(({ index }): readonly Span[] => {
    const isQuoted = text[index - 1] === '」';
    const end = isQuoted ? index - 1 : index;
    const from = Math.max(0, end - 2 * LONGEST_NAME);
    let words = text.slice(from, end);
    if (isQuoted) words = words.slice(words.lastIndexOf('「') + 1);
    words = words.slice(LEAD_IN.exec(words)?.[0].length ?? 0);
    words = words.slice(UP_TO_NAME.exec(words)?.[0].length ?? 0);
    words = (AT_THE_END.exec(words)?.[0] ?? words).slice(-LONGEST_NAME).trimStart();
    if (words === '' || !isName(words)) return [];
    return [{ start: end - words.length, end, kind: 'name' }];
  });
}

const MIXED = new RegExp(`[${HAN}].*[ぁ-ん]`, 'u');
const ONLY_HIRAGANA = /^[ぁ-んー\s]+$/;
/** How a quoted sentence ends: 「困ると申します」, 「便利だと申します」. */
const SENTENCE_END = /(?:[るいただてれよねなぬむぶぐつくすうけろ]|です|ます|ません|かも|とか|なあ)$/;

/** Whether what somebody says with と申します is their name rather than a sentence. */
function isNoQuotation(words: string, sense: NameSense): boolean {
  if (sense.isPerson(words)) return true;
  if (ONLY_HIRAGANA.test(words)) return !/(?:る|ない|だ|です|ます|か|て|よ|ね)$/.test(words);
  return !(MIXED.test(words) && SENTENCE_END.test(words));
}

/** For a cue that is also said of things: 「限度額適用認定証といいます」 is no name. */
function looksLikeName(words: string, sense: NameSense): boolean {
  if (sense.isPerson(words)) return true;
  if (MIXED.test(words) || ONLY_HIRAGANA.test(words)) return false;
  return mayBeName(words) && (words.length <= 8 || /^[\p{L}\p{M}\s.'-]+$/u.test(words));
}

function isLabelled({ start, end }: Span, text: string, sense: NameSense): boolean {
  const words = text.slice(start, end);
  if (sense.isPerson(words)) return true;
  if (!mayBeName(words) || (MIXED.test(words) && SENTENCE_END.test(words))) return false;
  if (ONLY_HIRAGANA.test(words) && !/^\s?(?:です|でございます|と(?:申|言|い)|といい)/.test(text.slice(end)))
    return false;
  // 「name is wrong」「namae wa kawarimasu」
  if (/^[a-z][A-Za-z\s'.-]*$/.test(words) && !isSurname(words)) return false;
  if (!SELF.test(text.slice(Math.max(0, start - 6), start))) return true;
  // 「私は急いでいます」
  return words.split(/[\s・]/).some((part) => sense.isForeign(part)) || /^\p{Lu}\p{Ll}+\s\p{Lu}/u.test(words);
}

const NATIONAL =
  /^(?:Japanese|American|Chinese|Korean|Vietnamese|Filipino|Brazilian|Nepali|Indian|British|French|German|From|Not|Living|Moving|Sorry|My|The|A|An|In|On|At)\b/;

function isEnglish({ start, end }: Span, text: string, sense: NameSense): boolean {
  const words = text.slice(start, end);
  if (NATIONAL.test(words)) return false;
  if (!WEAK_ENGLISH.test(text.slice(0, start))) return true;
  return words.includes(' ') || sense.isPerson(words);
}

/** 「小林です」 may answer which city; who goes on after 「小林ですが、」 has said their name. */
const isOneself = (words: string, after: string) =>
  isSurname(words) && (!INSURER_CITIES.has(words) || /^\s?です(?:が|けど|けれども?)[、,]/.test(after));
