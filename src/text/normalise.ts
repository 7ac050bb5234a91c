/** Zero-width and bidirectional control characters and the like: invisible, and used to disguise text. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const CONTROL = /\p{Cc}/gu;
const DASHES = /[‐‑‒–—―−]/g;
const WAVES = /[〜~]/g;

/**
 * The form in which all text is compared: NFKC (half-width kana, full-width digits), lower case,
 * one kind of dash and wave, single spaces, nothing invisible. Lone surrogates become U+FFFD.
 */
export function normalise(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(CONTROL, ' ')
    .replace(DASHES, '-')
    .replace(WAVES, '~')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}
