import type { NameSense } from './name-sense.ts';
import { isRole, mayBeName } from './name-words.ts';
import { type Finder, type Span, spansOf } from './span.ts';
import { beginsWithSurname, isSurname, ONE_LETTER, SURNAME_READINGS } from './surnames.ts';

const HAN = '\\p{Script=Han}々ヶ';
const HONORIFIC =
  /\s?-?(?:さん(?!の[丁番])|(?<![ァ-ヴー・])サン(?![ァ-ヴー・])|さま(?=[、。,.!?\s]|の|は|が|に|を|と|も|で|から|より|へ|宛|$)|(?<!王)様(?![式子々態相変似])|氏(?!名|子|族|神)|殿(?!堂)|ちゃん(?!と)|くん|君(?!が|は|の)|(?<=[a-z][\s-])(?:san|sama|chan|kun)\b)/gi;
/** What may be a name right before さん or 様, the script that it ends in first. */
const BEFORE_HONORIFIC = [
  /[ァ-ヴー]{2,10}(?:[\s・=][ァ-ヴー]{2,10}){0,3}$/u,
  /(?<![A-Za-z])[A-Za-z]{2,14}(?:\s[A-Za-z]{2,14})?$/u,
  new RegExp(`[${HAN}ノ]{1,5}(?:\\s[${HAN}]{1,3})?$`, 'u'),
  new RegExp(`[${HAN}]{2,3}\\s?[ぁ-んァ-ヴー]{1,5}$`, 'u'),
  /[ぁ-ん]{2,10}$/u,
];
const TITLED = new RegExp(
  `(?<is>[${HAN}]{2,3})(?=\\s?(?:先生|医師|主任|課長|係長|部長|院長|保健師|看護師))`,
  'gu',
);
const KIN =
  /(?:母|父|妻|夫|娘|息子|子|長男|長女|次男|次女|孫|兄|弟|姉|妹|祖母|祖父)(?:[、(](?<is>[ァ-ヴー]{2,4})(?=[のがはもを、)]|です)|\((?<is>[\p{Script=Han}々]{1,4}\s[\p{Script=Han}々ぁ-んァ-ヴー]{1,4})\))/gu;

const ONLY_HAN = new RegExp(`^[${HAN}]{2,}$`, 'u');

/** Names by the さん, 様 or 先生 behind them, or by the 母 before. Where a dictionary has looked already, words in kanji that it does not know are rather no names. */
export function calledNames(sense: NameSense, isKnownElsewhere: boolean): Finder {
  const isName = isKnownElsewhere
    ? (words: string) => !ONLY_HAN.test(words) || beginsWithSurname(words) || sense.isPerson(words)
    : () => true;
  return (text) => [
    ...[...text.matchAll(HONORIFIC)].flatMap((match) => honoured(text, match.index, { isName, sense })),
    ...spansOf(text, KIN, 'name').filter(({ start, end }) => mayBeName(text.slice(start, end))),
    ...spansOf(text, TITLED, 'name').filter(({ start, end }) => beginsWithSurname(text.slice(start, end))),
  ];
}

interface Judge {
  readonly isName: (words: string) => boolean;
  readonly sense: NameSense;
}

/** The name that ends where さん or 様 begins, if it is one. */
function honoured(text: string, end: number, { isName, sense }: Judge): readonly Span[] {
  const before = text.slice(Math.max(0, end - 24), end);
  const words = BEFORE_HONORIFIC.map((pattern) => pattern.exec(before)?.[0]).find(
    (found) => found !== undefined,
  );
  const name =
    words === undefined ||
    !(
      isName(words) ||
      sense.isLikeGiven(words) ||
      sense.isLikeFamily(words) ||
      isChild(words, text.slice(end, end + 4), sense)
    )
      ? undefined
      : nameIn(words, text.slice(end, end + 4), sense);
  return name === undefined ? [] : [{ start: end - name.length, end, kind: 'name' }];
}

function nameIn(words: string, honorific: string, sense: NameSense): string | undefined {
  if (/^[ぁ-ん]+$/.test(words)) return hiraganaName(words, honorific, sense);
  const last = words.split(/\s/).at(-1)!;
  if (isRole(words) || isRole(last)) return undefined;
  if (/^[A-Za-z\s]+$/.test(words))
    return isSurname(last) || sense.isPerson(last) || /^[A-Z]/.test(words) ? words : undefined;
  // 「出さん」「移さん」は、出さない、移さないの意味
  if (words.length === 1 && !ONE_LETTER.has(words)) return undefined;
  if (/\p{Script=Han}.*[ぁ-ん]/u.test(words) && !sense.isPerson(words)) return undefined;
  // 君、ちゃん、氏は、名前でないものにもつく
  return /^\s?(?:さん|サン|さま|様)/.test(honorific) ||
    beginsWithSurname(words) ||
    sense.isPerson(words) ||
    sense.isLikeGiven(words) ||
    isChild(words, honorific, sense)
    ? words
    : undefined;
}

/** 蒼汰くん: what nobody but a child is called by, if it is no word; 「届くんですか」 is a verb. */
const isChild = (words: string, honorific: string, sense: NameSense) =>
  /^(?:ちゃん|くん)(?:[のがはもを、。とに]|$)/.test(honorific) &&
  ONLY_HAN.test(words) &&
  words.length > 1 &&
  words.length < 4 &&
  !/[行届書聞働引置開着続]$/.test(words) &&
  !sense.isWord(words);

/** The longest end of the words that is a name: 「となりのしもださん」. Two letters are one only as a whole word with ちゃん or くん. */
function hiraganaName(words: string, honorific: string, sense: NameSense): string | undefined {
  const usual = [...SURNAME_READINGS].find((reading) => words.endsWith(reading));
  if (usual) return usual;
  const isClose = /^\s?(?:ちゃん|くん)/.test(honorific);
  const ends = Array.from({ length: words.length - 1 }, (_, at) => words.slice(at));
  return ends.find((end) => {
    if (isRole(end)) return false;
    if (end.length === 2) return isClose && sense.isGiven(end);
    return (
      sense.isFull(end) || sense.isFamily(end) || sense.isGiven(end) || (isClose && sense.isLikeGiven(end))
    );
  });
}
