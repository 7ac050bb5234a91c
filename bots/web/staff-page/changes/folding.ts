import type { Run } from '../../../../src/knowledge/index.ts';

/** A stretch of a text as it is shown; `folded` is out of the way until somebody opens it. */
export type Piece = Run | { readonly kind: 'folded'; readonly text: string; readonly length: number };

/** Characters of an unchanged stretch that stay beside a change. */
export const BESIDE = 40;
/** Fewer are not worth a fold. */
export const SHORTEST_FOLD = 60;

/** A difference with its long unchanged stretches folded, but for what stands beside a change. */
export function folded(runs: readonly Run[]): readonly Piece[] {
  return runs.flatMap((run, place): readonly Piece[] => {
    const letters = [...run.text];
    const head = place === 0 ? 0 : BESIDE;
    const tail = place === runs.length - 1 ? 0 : BESIDE;
    const length = letters.length - head - tail;
    if (run.kind !== 'kept' || length < SHORTEST_FOLD) return [run];
    const end = letters.length - tail;
    const kept = (from: number, to: number): Piece => ({
      kind: 'kept',
      text: letters.slice(from, to).join(''),
    });
    const pieces: readonly Piece[] = [
      kept(0, head),
      { kind: 'folded', text: letters.slice(head, end).join(''), length },
      kept(end, letters.length),
    ];
    return pieces.filter(({ text }) => text !== '');
  });
}

/** A text that was added or removed, with a sign for what could not be seen of it: a new line, a space. */
export function visible(text: string): string {
  const lines = text.replaceAll('\n', '↵\n');
  return text.trim() === '' ? lines.replace(/[^\S\n]/g, '␣') : lines;
}
