import { type Finder, spansOf } from './span.ts';

const WORD = "[\\p{L}\\p{M}'’-]";
/** Two words and more that begin with capitals, as in Nguyễn Văn An or Juliana de Souza. */
const CAPITALS = `\\p{Lu}${WORD}*(?:\\s(?:(?:da|de|do|dos|das|del|la|von|van|bin|binti|al|el)\\s){0,2}\\p{Lu}${WORD}*){0,5}`;
/** How people say their name in the languages that are spoken here, before it. */
const BEFORE_CAPITALS =
  "tôi tên là|tên (?:của )?(?:tôi|em|mình) là|tên là|mình là|tôi là|em là|meu nome é|me chamo|o meu nome é|mi nombre es|me llamo|ang pangalan ko(?: po)? ay|ang pangalan ko|ako po si|ako si|nama saya(?: adalah)?|saya bernama|je m'appelle|mon nom est|ich heiße|mein name ist|mi chiamo|меня зовут|мо[её] имя|мене звати";
const INTRODUCTIONS = [
  `(?<![\\p{L}])(?:${BEFORE_CAPITALS})\\s(?<is>${CAPITALS})`,
  '(?:我叫(?:做)?|我的名字(?:是|叫)|我姓|本人姓名|姓名[:是]?\\s?)(?<is>[\\p{Script=Han}]{2,4}|[A-Z][a-zA-Z]+(?:\\s[A-Z][a-zA-Z]+){0,2})(?=[,，。、.!\\s]|$)',
  '(?:저는|나는|전|이름은|성함은|제 이름은)\\s?(?!외국인|학생|유학생|회사원|주부|한국인|일본인|중국인|남편|아내)(?<is>[\\p{Script=Hangul}]{2,4})(?=입니다|이에요|예요|이라고|라고|이고|인데|,|\\.)',
  '(?:ชื่อ(?:ว่า)?|ผมชื่อ|ดิฉันชื่อ)\\s?(?<is>[\\p{Script=Thai}]{2,20}(?:\\s[\\p{Script=Thai}]{2,20})?)(?=\\s(?:ครับ|ค่ะ|คะ)|[,.]|$)',
  '(?:(?:मेरो|मेरा) नाम|नाम:)\\s?(?<is>[\\p{Script=Devanagari}\\p{M}]+(?:\\s[\\p{Script=Devanagari}\\p{M}]+){0,2}?)(?=\\s(?:हो|है|थियो)|[,।.]|$)',
].map((pattern) => new RegExp(pattern, 'giu'));
/** The flag i lets a small letter pass for a capital. */
const IS_LATIN = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{M}'’\s-]+$/u;

/** Names behind 我叫, me llamo, 저는 and the like. */
export const findIntroductionsAbroad: Finder = (text) =>
  INTRODUCTIONS.flatMap((pattern) => spansOf(text, pattern, 'name')).flatMap((span) => {
    const words = text.slice(span.start, span.end);
    if (!IS_LATIN.test(words)) return [span];
    const name = new RegExp(`^${CAPITALS}`, 'u').exec(words)?.[0];
    return name === undefined ? [] : [{ ...span, end: span.start + name.length }];
  });
