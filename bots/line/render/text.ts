const GRAPHEMES = new Intl.Segmenter('ja', { granularity: 'grapheme' });
/** Enough to see what belongs to the grapheme at a cut; the longest emoji sequences have some 30 units. */
const CONTEXT = 64;
/** Nothing to see: white space, control characters, and what only shapes its neighbours. LINE refuses such texts. */
const BLANK = /^[\s\p{Cc}\p{Default_Ignorable_Code_Point}]*$/u;

export function isBlank(text: string): boolean {
  return BLANK.test(text);
}

/** A text as it can be sent: valid Unicode, one kind of line end, nothing blank around it; empty where nothing is to be seen. */
export function tidy(text: string): string {
  const clean = text.toWellFormed().replace(/\r\n?/g, '\n');
  return isBlank(clean) ? '' : clean.trim();
}

/** A text on one line. */
export function oneLine(text: string): string {
  return tidy(text).replace(/\s+/g, ' ');
}

/** How many characters somebody sees. */
export function graphemesIn(text: string): number {
  let count = 0;
  for (const _ of GRAPHEMES.segment(text)) count++;
  return count;
}

/** The last place up to `at` where no grapheme is cut; inside a grapheme longer than that, where no surrogate pair is. */
function boundary(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const start = GRAPHEMES.segment(text.slice(0, at + CONTEXT)).containing(at)?.index ?? at;
  if (start > 0) return start;
  return /^[\uDC00-\uDFFF]/.test(text.slice(at, at + 1)) && at > 1 ? at - 1 : at;
}

/** A text of at most `most` UTF-16 units, ending in … where something is left out. */
export function clip(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, boundary(text, most - 1)).trimEnd()}…`;
}

/** Where a text is best cut, the best first. */
const CUTS = [/\n/g, /[。！？!?]|\. /g, /[、，,;；]| /g];

/** A text in pieces of at most `most` UTF-16 units, cut at the end of a paragraph or sentence; joined, they are the text. */
export function pieces(text: string, most: number): readonly string[] {
  const found: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const cut = bestCut(rest, most);
    found.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  return rest === '' ? found : [...found, rest];
}

/** A cut in the first half would leave a stump, so a lesser one further on is better. */
function bestCut(text: string, most: number): number {
  const head = text.slice(0, most);
  for (const cuts of CUTS) {
    const last = [...head.matchAll(cuts)].at(-1);
    const at = last === undefined ? 0 : boundary(text, last.index + last[0].length);
    if (at > most / 2) return at;
  }
  return boundary(text, most);
}

/** Where a title can end early and still say something: before a bracket or after a mark. */
const PHRASE_ENDS = /(?=[（(「『[])|(?<=[、。・，,）)」』\]：:！？!? ])/g;

/** A label on one line of at most `most` graphemes; a longer one ends at a phrase, with …. */
export function shortLabel(label: string, most: number): string {
  const line = oneLine(label);
  const shown = clip(line, most * 8);
  if (graphemesIn(shown) <= most) return shown;
  const head = firstGraphemes(shown, most - 1);
  const ends = [...head.matchAll(PHRASE_ENDS)].map(({ index }) => boundary(head, index));
  const end = ends.filter((at) => at >= head.length / 2).at(-1) ?? head.length;
  return `${head.slice(0, end).replace(/[、・，, …]+$/u, '')}…`;
}

function firstGraphemes(text: string, most: number): string {
  return Array.from(GRAPHEMES.segment(text), ({ segment }) => segment)
    .slice(0, most)
    .join('');
}
