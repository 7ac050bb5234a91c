/** What is found; `kept` is what looks like it and may stay, and is looked at no further. */
export type Kind = 'mail' | 'url' | 'date' | 'number' | 'address' | 'name' | 'kept';

/** A stretch of the folded text, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly kind: Kind;
}

/** Looks for one sort of personal data in a folded text in which what was found before is blank. */
export type Finder = (text: string) => readonly Span[];

/** Stands for each unit of what was found already; it is neither a letter nor a digit nor a space. */
export const BLANK = '\u{FFFC}';

export function blanked(text: string, spans: readonly Span[]): string {
  return spans.reduce(
    (rest, { start, end }) => rest.slice(0, start) + BLANK.repeat(end - start) + rest.slice(end),
    text,
  );
}

/** A span for each match, or for its group `is` where the pattern has one. */
export function spansOf(text: string, pattern: RegExp, kind: Kind): readonly Span[] {
  return [...text.matchAll(pattern)].map((match) => {
    const found = match.groups?.is ?? match[0];
    const start = match.index + (match.groups?.is === undefined ? 0 : match[0].indexOf(found));
    return { start, end: start + found.length, kind };
  });
}

/** The same spans where none overlaps one before it. */
export function apart(spans: readonly Span[]): readonly Span[] {
  const kept: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.end > span.start && span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  }
  return kept;
}
