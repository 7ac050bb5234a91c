/** A run of text, or something in it that can be followed. */
export interface Piece {
  readonly text: string;
  readonly href?: string;
}

/** Web addresses, short numbers, and runs of digits and hyphens, whole, so that no piece of a longer number is taken for one. */
const RUNS = /https?:\/\/[\x21-\x7e]*[\w/#=&-]|#\d+|[\d-]+/g;
const PHONE = /^(?:0\d{1,4}-\d{1,4}-\d{3,4}|#\d{4})$/;
/** Police, ambulance and the child abuse line; three digits are a number to call only where everything is about calling. */
const SHORT = /^(?:110|119|189)$/;

/** Cuts a text into runs, web addresses and telephone numbers; joined again, the pieces are the text. */
export function pieces(text: string, urgent = false): readonly Piece[] {
  const found: Piece[] = [];
  let end = 0;
  for (const { 0: run, index } of text.matchAll(RUNS)) {
    const href = hrefOf(run, urgent);
    if (href === undefined) continue;
    if (index > end) found.push({ text: text.slice(end, index) });
    found.push({ text: run, href });
    end = index + run.length;
  }
  if (end < text.length) found.push({ text: text.slice(end) });
  return found;
}

function hrefOf(run: string, urgent: boolean): string | undefined {
  if (run.startsWith('http')) return run;
  return PHONE.test(run) || (urgent && SHORT.test(run)) ? telHref(run) : undefined;
}

/** The `tel:` address of a hyphenated number; # of a short number must be escaped in an address. */
export function telHref(tel: string): string {
  return `tel:${tel.replaceAll('-', '').replace('#', '%23')}`;
}

/** An address of the web, or undefined; sources come from a file that staff edit, and a link must never run a script. */
export function webHref(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:\/\//i.test(url) ? url : undefined;
}

/** `2026-08-01` as 2026年8月1日. */
export function japaneseDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
