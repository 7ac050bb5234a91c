const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const KANJI = /[\p{Script=Han}々]/u;
/** Distance between a hiragana letter and its katakana twin in Unicode. */
const TWIN = 0x60;

export function hasJapanese(text: string): boolean {
  return JAPANESE.test(text);
}

export function hasKanji(text: string): boolean {
  return KANJI.test(text);
}

/** Hiragana turned into katakana; everything else stays. */
export function toKatakana(text: string): string {
  return text.replace(/[\u3041-\u3096]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + TWIN));
}

/** Katakana turned into hiragana; everything else stays. */
export function toHiragana(text: string): string {
  return text.replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - TWIN));
}
