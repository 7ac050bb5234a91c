import { type Finder, spansOf } from './span.ts';

/** Between the words of a domain, as people write it to keep machines from reading it. */
const DOT = String.raw`\s?(?:\.|(?:ドット|どっと|どと)|[(\[{<]\s?(?:dot|ドット|\.)\s?[)\]}>]|\sdot\s)\s?`;
const DOMAIN = String.raw`[\w-]+(?:${DOT}[\w-]+)*${DOT}[a-z]{2,}`;
const AT = String.raw`@|[(\[{<]\s?(?:at|@|アット|アットマーク|あっと)\s?[)\]}>]|[☆★◎●]|ア[ッツ]トマー?ク|あっとまー?く|アット|あっと|\sat\s?mark\s`;
const MAILS = [
  new RegExp(String.raw`[\w.+-]+\s?(?:${AT})\s?${DOMAIN}`, 'gi'),
  // 英語の at と dot は、二つそろったときだけ
  /[\w.+-]+ at [\w-]+(?: dot [\w-]+)+/gi,
  /[\w.+-]+@[\w.-]+/g,
];
/** An address of a page is everybody's; what stands behind ? or # may lead to one person. */
const PERSONAL_URL = /https?:\/\/[^\s、。「」]*[?#@][^\s、。「」]*/g;
const PUBLIC_URL = /https?:\/\/[^\s、。「」()]+|(?<![\w@.])(?:www\.)[\w./-]+/g;

/** Mail addresses, and addresses of pages that say who looked at them. */
export const findContacts: Finder = (text) => [
  ...spansOf(text, PERSONAL_URL, 'url'),
  ...MAILS.flatMap((pattern) => spansOf(text, pattern, 'mail')),
  ...spansOf(text, PUBLIC_URL, 'kept'),
];
