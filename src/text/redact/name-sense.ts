import { toHiragana } from '../kana.ts';
import type { NameLexicon, Weights } from '../name-lexicon.ts';
import { romajiToKana } from '../romaji.ts';
import { LOANS, NEW_LETTERS, NEW_NAMES, NEW_READINGS } from './name-lists.ts';
import { isRole, mayBeName } from './name-words.ts';
import {
  beginsWithSurname,
  hasSurnameReading,
  INSURER_CITIES,
  isSurname,
  ONE_LETTER,
  SURNAME_READINGS,
  SURNAMES,
} from './surnames.ts';

/** Tells names from other words: with a dictionary by what it knows, without one by the list of common family names. */
export interface NameSense {
  /** Whether it is first of all somebody's family name, not a place or a word. */
  isFamily(words: string): boolean;
  /** The same where a greeting stands before it, so that it is no answer to 「どの市ですか」. */
  isFamilyOrPlace(words: string): boolean;
  isGiven(words: string): boolean;
  /** Whether given names are read so, though it may be a word as well: ゆうき. */
  isGivenReading(kana: string): boolean;
  /** Whether it is no word and built as given names are; enough where 「娘の」 or さん stand beside it. */
  isLikeGiven(words: string): boolean;
  /** Whether it is a family name and a given name, with or without a space. */
  isFull(words: string): boolean;
  /** Whether no dictionary has it and it ends as family names do: 月見里. */
  isLikeFamily(words: string): boolean;
  /** Whether a dictionary has it as a word that is no name. */
  isWord(words: string): boolean;
  /** Whether it is somebody's name by any of these, or begins with one; enough behind 「名前は」. */
  isPerson(words: string): boolean;
  /** Whether it is in katakana and no dictionary has it: グエン. */
  isForeign(words: string): boolean;
}

/** By how much more unusual, in IPADIC's costs, a word may be as a name than as a place or a word. */
const SLACK = { word: 2400, place: 2500 } as const;
/** Words that cost more are seldom written in kana: しんどう is rather 進藤 than 振動. */
const SELDOM_IN_KANA = 7000;
/** 八十の母 is of an age, not of that name. */
const NUMERAL = /^[〇一二三四五六七八九十百千]+[年月日回人度歳才]?$/;
const KANJI = /^[\p{Script=Han}々ヶノ]+$/u;
const KANA = /^[ぁ-んァ-ヴー]+$/;
const LATIN = /^[A-Za-zāūōâûô'-]+$/;
const NAME_LENGTH = { given: 3, family: 4, apart: 2 } as const;

/** 月見里, 千々岩. */
const LIKE_FAMILY =
  /^[\p{Script=Han}々ヶ]{1,2}[里谷川河田山野原井木村島崎沢橋本口宮塚岡森林藤見津瀬江尾上下屋戸浦浜池遊根垣城丸松杉竹寺倉岩]$/u;
/** 二桁, 毎月. */
const STARTS_WITH_NUMBER = /^[一二三四五六七八九十百千万数半毎各両全約]/;
/** ハル子, よし江: kana with an ending of names, and how it is read. */
const WITH_KANJI_END = /^(?<kana>[ぁ-んァ-ヴ]{1,3})(?<kanji>[子美代江枝恵男夫雄郎助吉世乃])$/;
const ENDINGS: Readonly<Record<string, string>> = { 子: 'コ', 美: 'ミ', 代: 'ヨ', 江: 'エ', 枝: 'エ', 恵: 'エ', 男: 'オ', 夫: 'オ', 雄: 'オ', 郎: 'ロウ', 助: 'スケ', 吉: 'キチ', 世: 'ヨ', 乃: 'ノ' }; // biome-ignore format: a table reads best as one

/** Names as the dictionary knows them, or as the list does where there is none. */
export function createNameSense(lexicon?: NameLexicon): NameSense {
  const weigh = (word: string): Weights => lexicon?.weigh(word) ?? {};

  function isFamilyKanji(word: string, mayBePlace: boolean): boolean {
    if (SURNAMES.has(word)) return true;
    if (NUMERAL.test(word)) return false;
    const { family, common = Infinity, place = Infinity } = weigh(word);
    if (word.length === 1 && !ONE_LETTER.has(word)) return false;
    if (lexicon === undefined) return word.length === 1;
    if (family === undefined) return false;
    if (word.length > 1 && family - common > SLACK.word) return false;
    return mayBePlace || family - place <= SLACK.place;
  }

  function isFamilyKana(word: string): boolean {
    const hiragana = toHiragana(word);
    if (SURNAME_READINGS.has(hiragana)) return true;
    if (!lexicon?.isFamilyReading(hiragana)) return false;
    const common = weigh(word).common ?? Infinity;
    if (common < (hiragana.length > 3 ? SELDOM_IN_KANA : Infinity)) return false;
    // 「すんでいたのですが」の「いたの」
    return !/^[ぁ-ん]+の$/.test(word) && hiragana.length > 1;
  }

  const isWord = (word: string) => weigh(word).common !== undefined;

  const isFamily = (word: string, mayBePlace = false): boolean => {
    if (INSURER_CITIES.has(word) && !mayBePlace) return false;
    return KANJI.test(word) ? isFamilyKanji(word, mayBePlace) : readingsOf(word).some(isFamilyKana);
  };

  function isGiven(word: string): boolean {
    const { kana, kanji } = WITH_KANJI_END.exec(word)?.groups ?? {};
    if (kana && kanji) return lexicon?.isGivenReading(kana + ENDINGS[kanji]) ?? false;
    if (KANJI.test(word)) {
      if (NUMERAL.test(word)) return false;
      if (NEW_NAMES.has(word)) return true;
      const { given, common = Infinity } = weigh(word);
      return given !== undefined && given - common <= SLACK.word;
    }
    if (lexicon === undefined) return false;
    if (KANA.test(word) && NEW_READINGS.has(toHiragana(word))) return true;
    return readingsOf(word).some((kana) => lexicon.isGivenReading(kana) && !isWord(kana));
  }

  /** 休職中, 二桁: a word and what is said of it. */
  const isCompound = (word: string) =>
    word.length > NAME_LENGTH.given ||
    STARTS_WITH_NUMBER.test(word) ||
    (word.length === NAME_LENGTH.given && (isWord(word.slice(0, 2)) || isWord(word.slice(1))));

  function isLikeGiven(word: string): boolean {
    if (lexicon === undefined || NUMERAL.test(word) || !mayBeName(word) || isRole(word)) return false;
    if (KANJI.test(word) ? isCompound(word) : LOANS.test(word)) return false;
    const { common, place } = weigh(word);
    if (common !== undefined || place !== undefined) return false;
    return lexicon.isBuiltAsGiven(word) || (KANJI.test(word) && NEW_LETTERS.test(word));
  }

  function isFull(words: string): boolean {
    const [family = '', ...rest] = words.split(/[\s・]/);
    if (rest.length > 0) {
      return (
        rest.length === 1 &&
        isFamily(family, true) &&
        (isGiven(rest[0]!) ||
          isLikeGiven(rest[0]!) ||
          (KANJI.test(family) && KANJI.test(rest[0]!) && isUnknownShort(rest[0]!)))
      );
    }
    if (LATIN.test(words)) return false;
    const shortest = KANJI.test(words) ? 1 : 2;
    for (let at = NAME_LENGTH.family; at >= shortest; at--) {
      const given = words.slice(at);
      if (given.length < NAME_LENGTH.apart || !isFamily(words.slice(0, at), true)) continue;
      // 「東北弁」は、東さんの名前ではない
      if (isGiven(given) || (at > 1 && KANJI.test(given) && isLikeGiven(given))) return true;
    }
    return false;
  }

  /** 美抄: too short to be a compound, and no word. */
  const isUnknownShort = (word: string) =>
    lexicon !== undefined &&
    word.length <= NAME_LENGTH.apart &&
    mayBeName(word) &&
    !isRole(word) &&
    weigh(word).common === undefined &&
    weigh(word).place === undefined;

  function isPerson(words: string): boolean {
    if (beginsWithSurname(words) || hasSurnameReading(words) || isSurname(words)) return true;
    if (isFull(words) || isFamily(words, true) || isGiven(words)) return true;
    if (/^[ぁ-ん]{5,10}$/.test(words)) {
      // いまいりは: a family name that is sure, and what may be a given name
      return [4, 3].some((at) => isFamily(words.slice(0, at), true) && isLikeGiven(words.slice(at)));
    }
    const [first = '', ...rest] = words.split(/[\s・]/);
    return rest.length > 0 && isFamily(first, true);
  }

  return {
    isLikeFamily: (words) =>
      LIKE_FAMILY.test(words) &&
      !/^[一二三四五六七八九十百千万数]+[番階人枚本件度時月日年]/.test(words) &&
      Object.keys(weigh(words)).length === 0 &&
      mayBeName(words) &&
      !isRole(words),
    isPerson,
    isLikeGiven,
    isFamily: (words) => isFamily(words),
    isFamilyOrPlace: (words) => isFamily(words, true),
    isGiven,
    isGivenReading: (kana) => lexicon?.isGivenReading(kana) ?? false,
    isFull,
    isWord,
    isForeign: (words) =>
      lexicon !== undefined &&
      /^[ァ-ヴー]{2,9}$/.test(words) &&
      Object.keys(weigh(words)).every((use) => use === 'family' || use === 'given') &&
      !LOANS.test(words) &&
      mayBeName(words) &&
      !isRole(words),
  };
}

/** In kana, the word itself; in Latin letters, what it may be read as in hiragana. */
function readingsOf(word: string): readonly string[] {
  if (KANA.test(word)) return [word];
  if (!LATIN.test(word)) return [];
  const kana = romajiToKana(word.toLowerCase());
  return kana === undefined || !/^[ぁ-んー]+$/.test(kana) ? [] : longVowelsOf(kana);
}

/** 「さと」 for "Sato" may be さとう: the readings with and without the long vowels that romaji leaves out. */
function longVowelsOf(kana: string): readonly string[] {
  const all = [kana];
  for (const { index } of kana.matchAll(/[おこそとのほもろごぞどぼょゅ]/g)) {
    all.push(`${kana.slice(0, index + 1)}う${kana.slice(index + 1)}`);
    if (kana[index] === 'お') all.push(`おお${kana.slice(index + 1)}`);
  }
  return all;
}
