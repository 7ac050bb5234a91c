import { hasJapanese, normalise, romajiToKana, toHiragana } from '../../text/index.ts';

/** A word in the forms in which it is looked for. */
export interface Word {
  /** Its letters as written, the kana folded. */
  readonly written: string;
  /** Its reading, folded. */
  readonly kana: string;
}

/** What stands in the field while a question is being typed. */
export interface Typed {
  /** Separated by spaces; romaji is one word. */
  readonly words: readonly Word[];
  /** All of them together. */
  readonly whole: Word;
  /** The kana that may come next, where the letters of an unfinished one tell: かきくけこ after 再はっk. Else empty. */
  readonly next: string;
  /** Whether it reads as Japanese: kana, kanji or romaji. */
  readonly japanese: boolean;
  /** Whether it stands in Latin letters: romaji, or another language. */
  readonly latin: boolean;
}

/** More is cut: nobody looks at suggestions so far into a sentence, and the time must not grow with the text. */
const LONGEST = 60;
/** Fewer characters begin too many questions. */
const SHORTEST = 2;
const NOT_LETTERS = /[\s\p{P}\p{S}]+/gu;
/** Consonants that an input method has not made a kana of yet; at most three (っちゃ: tch). */
const UNFINISHED_ROMAJI = /[b-df-hj-np-tv-z]{1,3}$/;
const UNFINISHED_KANA =
  /(?<=[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー])[b-df-hj-np-tv-z]{1,3}$/u;
const ENDINGS = ['a', 'i', 'u', 'e', 'o', 'ya', 'yu', 'yo'];
/** Long vowels that are easily left out: しょう is typed しょ, マイナポータル as マイナポタル. */
const LONG_VOWEL = /(?<=[ゅょ])う|ー/g;
/** Small kana typed large, and kana that sound alike. */
const ALIKE: Readonly<Record<string, string>> = {
  っ: 'つ', ゃ: 'や', ゅ: 'ゆ', ょ: 'よ', ぁ: 'あ', ぃ: 'い', ぅ: 'う', ぇ: 'え', ぉ: 'お', ゎ: 'わ', ゕ: 'か', ゖ: 'か',
  ぢ: 'じ', づ: 'ず', を: 'お',
}; // biome-ignore format: a table reads best as one
const ALIKE_KANA = new RegExp(`[${Object.keys(ALIKE).join('')}]`, 'g');

/** The letters of a text in the form in which they are compared: hiragana for katakana, one form for kana that are confused. */
export function foldKana(text: string): string {
  return toHiragana(text)
    .replace(NOT_LETTERS, '')
    .replace(LONG_VOWEL, '')
    .replace(ALIKE_KANA, (kana) => ALIKE[kana]!);
}

/** Reads the beginning of a question, or undefined where it is too short to be one; `inKana` reads kanji. */
export function readTyped(typed: string, inKana: (text: string) => string): Typed | undefined {
  const text = normalise(typed.slice(0, LONGEST)).slice(0, LONGEST);
  if (text.length < SHORTEST) return undefined;
  return hasJapanese(text) ? readJapanese(text, inKana) : readLatin(text);
}

function readJapanese(text: string, inKana: (text: string) => string): Typed {
  const [letters = ''] = text.match(UNFINISHED_KANA) ?? [];
  const next = kanaFrom(letters);
  // Several consonants that begin no kana are a word: 支援DV.
  const isUnfinished = letters.length === 1 || next !== '';
  const forms = (isUnfinished ? text.slice(0, -letters.length) : text)
    .split(' ')
    .map((word) => ({ written: foldKana(word), kana: foldKana(inKana(word)) }));
  return { ...joined(forms), next, japanese: true, latin: false };
}

/** As romaji where it reads so, the last syllable perhaps unfinished; otherwise word by word. */
function readLatin(text: string): Typed {
  const [letters = ''] = text.match(UNFINISHED_ROMAJI) ?? [];
  for (let unread = 0; unread <= letters.length; unread++) {
    const finished = text.length - unread;
    const kana = romajiToKana(text.slice(0, finished));
    if (kana === undefined) continue;
    const word = { written: foldKana(text), kana: foldKana(kana) };
    return { ...joined([word]), next: kanaFrom(text.slice(finished)), japanese: true, latin: true };
  }
  const forms = text.split(' ').map((word) => ({ written: foldKana(word), kana: foldKana(word) }));
  return { ...joined(forms), next: '', japanese: false, latin: true };
}

function joined(forms: readonly Word[]): Pick<Typed, 'words' | 'whole'> {
  const words = forms.filter(({ written }) => written !== '');
  const written = words.map((word) => word.written).join('');
  return { words, whole: { written, kana: words.map(({ kana }) => kana).join('') } };
}

/** The kana that may become of unfinished letters: かきくけこ of k, しすせそ of s, し of sh, none of dv. */
function kanaFrom(letters: string): string {
  if (letters === '') return '';
  // Behind a syllable, because "no", "to" and the like alone are not read as romaji.
  const kana = ENDINGS.map((ending) => romajiToKana(`ka${letters}${ending}`)?.charAt(1) ?? '').join('');
  return [...new Set(foldKana(kana) + (letters === 'n' ? 'ん' : ''))].join('');
}
