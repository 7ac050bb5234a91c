/** A text in the form in which personal data is looked for, with the place of each of its letters in the original. */
export interface Folded {
  readonly text: string;
  /** By the index of a UTF-16 unit of `text`: where what it was made from begins and ends in the original. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** A letter with the marks that belong to it, those of half-width kana (ｶﾞ) too. */
const LETTER = /[\s\S][\p{M}\u{FF9E}\u{FF9F}]*/gu;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const DASHES = /[‐‑‒–—―−─━]/g;
const WAVES = /[〜∼]/g;
const CONTROL = /[^\P{Cc}\n]/gu;

/** Kanji of names, with the form that dictionaries and lists have. */
const NEW_FORM: ReadonlyMap<string, string> = new Map(
  '髙高 﨑崎 邊辺 邉辺 濵浜 濱浜 齋斎 齊斎 斉斎 澤沢 櫻桜 嶋島 嶌島 廣広 國国 惠恵 眞真 榮栄 龍竜 瀧滝 條条 桒桑 舘館 冨富 會会 曾曽 彌弥 壽寿 德徳 黑黒 靜静 淺浅 藏蔵 禮礼'
    .split(' ')
    .map((pair) => [pair[0]!, pair[1]!] as const),
);
const OLD_FORMS = new RegExp(`[${[...NEW_FORM.keys()].join('')}]`, 'gu');

/**
 * NFKC, one kind of dash and wave, nothing invisible; letters keep their case. Unlike `normalise`, the way back to the original is
 * kept, so that everything that is not masked stays as it was typed.
 */
export function foldText(original: string): Folded {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  for (const { 0: letter, index } of original.matchAll(LETTER)) {
    const folded = foldLetter(letter);
    for (let i = 0; i < folded.length; i++) {
      starts.push(index);
      ends.push(index + letter.length);
    }
    text += folded;
  }
  return { text, starts, ends };
}

function foldLetter(letter: string): string {
  return letter
    .toWellFormed()
    .replace(INVISIBLE, '')
    .normalize('NFKC')
    .replace(DASHES, '-')
    .replace(WAVES, '~')
    .replace(CONTROL, ' ')
    .replace(OLD_FORMS, (kanji) => NEW_FORM.get(kanji)!);
}
