const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu;
const LATIN_WORD = /[A-Za-z]+/g;
/** In no language. */
const WEB_ADDRESS = /https?:\/\/[\x21-\x7e]+/g;

/**
 * The language that a text of the bot is to be read aloud in. An English talk mixes both: a Japanese answer under an English
 * heading, an English sentence with the name of an office. Undefined where it is in neither, as a time or a number.
 */
export function languageOf(text: string): 'ja' | 'en' | undefined {
  const japanese = text.match(JAPANESE)?.length ?? 0;
  const latin = text.replace(WEB_ADDRESS, '').match(LATIN_WORD)?.length ?? 0;
  if (latin + japanese === 0) return undefined;
  // A word of English says about as much as two letters of Japanese.
  return latin > japanese / 2 ? 'en' : 'ja';
}
