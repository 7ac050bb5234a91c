import { type Finder, spansOf } from './span.ts';

const DOMAIN = String.raw`[\w-]+(?:\s?(?:\.|ドット|\(dot\)|\sdot\s)\s?[\w-]+)*\s?(?:\.|ドット|\(dot\)|\sdot\s)\s?[a-z]{2,}`;
const MAILS = [
  new RegExp(
    String.raw`[\w.+-]+\s?(?:@|\(at\)|\[at\]|[☆★◎]|アットマーク|あっとまーく|アット)\s?${DOMAIN}`,
    'gi',
  ),
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
