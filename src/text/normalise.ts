/** Zero-width and bidirectional control characters and the like: invisible, and used to disguise text. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const CONTROL = /\p{Cc}/gu;
/** Smart punctuation of phones: "isn’t" is "isn't". */
const APOSTROPHES = /[‘’ʼ]/g;
const DASHES = /[‐‑‒–—―−]/g;
const WAVES = /[〜~]/g;

/**
 * The form in which all text is compared: NFKC (half-width kana, full-width digits), lower case,
 * one kind of dash, wave and apostrophe, single spaces, nothing invisible. Lone surrogates become U+FFFD. Idempotent:
 * what is invisible goes before letters are composed, and letters that only meet in lower case are composed at the end.
 */
export function normalise(text: string): string {
  return text
    .toWellFormed()
    .replace(INVISIBLE, '')
    .normalize('NFKC')
    .replace(CONTROL, ' ')
    .replace(APOSTROPHES, "'")
    .replace(DASHES, '-')
    .replace(WAVES, '~')
    .toLowerCase()
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
}
