import type { Run } from '../../../../src/knowledge/index.ts';

/** A stretch of a text as it is shown; `folded` is out of the way until somebody opens it. */
export type Piece = Run | { readonly kind: 'folded'; readonly text: string; readonly length: number };

/** Characters of an unchanged stretch that stay beside a change, at least. */
export const BESIDE = 40;
/** As many more stay where a sentence or a line ends there. */
export const UNTIL_END = 30;
/** Fewer are not worth a fold. */
export const SHORTEST_FOLD = 40;

const ENDS = ['。', '\n'];

/** A difference with its long unchanged stretches folded, but for what stands beside a change. */
export function folded(runs: readonly Run[]): readonly Piece[] {
  return runs.flatMap((run, place): readonly Piece[] => {
    if (run.kind !== 'kept') return [run];
    const letters = [...run.text];
    const from = place === 0 ? 0 : headOf(letters);
    const until = place === runs.length - 1 ? letters.length : tailOf(letters);
    if (until - from < SHORTEST_FOLD) return [run];
    const text = (start: number, end: number) => letters.slice(start, end).join('');
    const pieces: readonly Piece[] = [
      { kind: 'kept', text: text(0, from) },
      { kind: 'folded', text: text(from, until), length: until - from },
      { kind: 'kept', text: text(until, letters.length) },
    ];
    return pieces.filter((piece) => piece.text !== '');
  });
}

/** Where the part after a change ends that stays. */
function headOf(letters: readonly string[]): number {
  const end = letters.slice(BESIDE, BESIDE + UNTIL_END).findIndex((letter) => ENDS.includes(letter));
  return BESIDE + (end < 0 ? 0 : end + 1);
}

/** Where the part before a change begins that stays: after the end of a sentence, where one is near. */
function tailOf(letters: readonly string[]): number {
  const start = Math.max(0, letters.length - BESIDE);
  const near = Math.max(0, start - UNTIL_END);
  const end = letters.slice(near, start).findLastIndex((letter) => ENDS.includes(letter));
  return end < 0 ? start : near + end + 1;
}

/** A text that was added or removed, with a sign for what could not be seen of it: a new line, a space. */
export function visible(text: string): string {
  const lines = text.replaceAll('\n', '↵\n');
  return text.trim() === '' ? lines.replace(/[^\S\n]/g, '␣') : lines;
}
