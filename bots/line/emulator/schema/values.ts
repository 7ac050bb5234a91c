import { z } from 'zod';

const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** Letters as a reader counts them; LINE counts labels, names and what a button says for the resident so. */
export const graphemes = (text: string): number => [...segmenter.segment(text)].length;

/** A text of 1 to `most` UTF-16 units. */
export const units = (most: number) =>
  z.string().min(1, 'May not be empty').max(most, `Length must be between 1 and ${most}`);

/** A text of 1 to `most` graphemes. */
export const letters = (most: number) =>
  z
    .string()
    .min(1, 'May not be empty')
    // No text has more graphemes than units, so most need no counting.
    .refine((text) => text.length <= most || graphemes(text) <= most, `Length must be between 1 and ${most}`);

const LONGEST_URL = 1_000;
const LONGEST_IMAGE_URL = 2_000;

/** An address of one of `schemes` that a phone can open, of at most `most` UTF-16 units. */
export const address = (schemes: readonly string[], most: number) =>
  units(most).refine((uri) => isAddress(uri, schemes), `Must be a valid URI: ${schemes.join(', ')}`);

function isAddress(uri: string, schemes: readonly string[]): boolean {
  const scheme = schemes.find((name) => uri.toLowerCase().startsWith(`${name}:`));
  if (scheme === undefined) return false;
  if (scheme === 'tel') return isTel(uri.slice('tel:'.length));
  if (scheme === 'mailto') return /^mailto:[^\s@]+@[^\s@]+$/i.test(uri);
  // Blanks and letters that are not ASCII must have been percent-encoded.
  return /^[a-z]+:\/\/[\x21-\x7e]+$/i.test(uri) && URL.canParse(uri);
}

/** A number as it is dialled: +, digits and hyphens; the # of #8008 is percent-encoded (RFC 3966). */
function isTel(number: string): boolean {
  return /^(?:\+|%23)?\d(?:-?\d){1,16}$/.test(number);
}

/** What a tap may open. */
export const linkAddress = address(['http', 'https', 'line', 'tel', 'mailto'], LONGEST_URL);
export const webAddress = address(['http', 'https'], LONGEST_URL);
/** LINE fetches pictures over HTTPS alone. */
export const imageAddress = address(['https'], LONGEST_IMAGE_URL);

export const colour = z.string().regex(/^#[0-9a-f]{6}(?:[0-9a-f]{2})?$/i, 'Must be #RRGGBB or #RRGGBBAA');

const PIXELS = String.raw`\d+(?:\.\d+)?px`;
const PERCENT = String.raw`\d+(?:\.\d+)?%`;
const SPACES = ['none', 'xs', 'sm', 'md', 'lg', 'xl', 'xxl'];
const SIZES = ['xxs', 'xs', 'sm', 'md', 'lg', 'xl', 'xxl', '3xl', '4xl', '5xl'];

/** One of `words`, or a measure of one of `forms`. */
const measure = (words: readonly string[], ...forms: readonly string[]) =>
  z
    .string()
    .regex(new RegExp(`^(?:${[...words, ...forms].join('|')})$`), `Invalid size: ${words.join(', ')}`);

export const space = measure(SPACES, PIXELS);
export const padding = measure(SPACES, PIXELS, PERCENT);
export const offset = measure(SPACES, `-?${PIXELS}`, `-?${PERCENT}`);
export const length = measure([], PIXELS, PERCENT);
export const pixels = measure([], PIXELS);
export const fontSize = measure(SIZES, PIXELS);
export const imageSize = measure([...SIZES, 'full'], PIXELS, PERCENT);
export const cornerRadius = space;
export const borderWidth = measure(['none', 'light', 'normal', 'medium', 'semi-bold', 'bold'], PIXELS);

const MOST_RATIO = 100_000;

/** `width:height`, each 1 to 100,000, and at most three times as high as wide. */
export const aspectRatio = z.string().refine((ratio) => {
  const [, width, height] = /^(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)$/.exec(ratio)?.map(Number) ?? [];
  if (width === undefined || height === undefined) return false;
  return Math.min(width, height) >= 1 && Math.max(width, height) <= MOST_RATIO && height <= 3 * width;
}, 'Must be width:height, at most three times as high as wide');
