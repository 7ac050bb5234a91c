/** Controls but tab and line end, direction controls, zero-width spaces, annotation marks. */
const UNSEEN = /(?![\t\n])\p{Cc}|[\p{Bidi_Control}\u200b\ufeff\ufff9-\ufffb]/gu;

/** What somebody typed, without characters that draw nothing but change how the rest is drawn or read. */
export function ownWords(text: string): string {
  return text.replace(UNSEEN, '');
}
