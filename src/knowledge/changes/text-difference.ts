/** A stretch of a text that stayed, came or went. */
export interface Run {
  readonly kind: 'kept' | 'added' | 'removed';
  readonly text: string;
}

/** Texts that differ in more words than this, one times the other, are shown as replaced: comparing takes that many steps. */
const MAX_STEPS = 4_000_000;

const words = new Intl.Segmenter('ja', { granularity: 'word' });
const wordsOf = (text: string) => Array.from(words.segment(text), ({ segment }) => segment);

/** How one text becomes another, word by word, with as much kept as can be; what goes comes before what replaces it. */
export function textDifference(before: string, after: string): readonly Run[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const head = old.findIndex((word, i) => word !== now[i]);
  const start = head < 0 ? old.length : head;
  let tail = 0;
  while (tail < Math.min(old.length, now.length) - start && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  return joined([
    ...old.slice(0, start).map(run('kept')),
    ...compared(old.slice(start, old.length - tail), now.slice(start, now.length - tail)),
    ...old.slice(old.length - tail).map(run('kept')),
  ]);
}

const run =
  (kind: Run['kind']) =>
  (text: string): Run => ({ kind, text });

function compared(old: readonly string[], now: readonly string[]): readonly Run[] {
  if (old.length * now.length > MAX_STEPS) return [...old.map(run('removed')), ...now.map(run('added'))];
  const common = commonLengths(old, now);
  const runs: Run[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      runs.push({ kind: 'kept', text: old[i]! });
      i++;
      j++;
    } else if (j >= now.length || (i < old.length && common[i + 1]![j]! >= common[i]![j + 1]!)) {
      runs.push({ kind: 'removed', text: old[i++]! });
    } else {
      runs.push({ kind: 'added', text: now[j++]! });
    }
  }
  return runs;
}

/** How many words the texts have in common from `i` and `j` on: the table of the longest common subsequence. */
function commonLengths(old: readonly string[], now: readonly string[]): readonly Uint32Array[] {
  const table = Array.from({ length: old.length + 1 }, () => new Uint32Array(now.length + 1));
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      table[i]![j] =
        old[i] === now[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!);
    }
  }
  return table;
}

/** Neighbours of a kind become one; between two kept stretches, what goes stands before what comes. */
function joined(runs: readonly Run[]): readonly Run[] {
  const result: Run[] = [];
  let waiting = { removed: '', added: '' };
  const flush = () => {
    if (waiting.removed !== '') result.push({ kind: 'removed', text: waiting.removed });
    if (waiting.added !== '') result.push({ kind: 'added', text: waiting.added });
    waiting = { removed: '', added: '' };
  };
  for (const { kind, text } of runs) {
    if (kind !== 'kept') {
      waiting[kind] += text;
      continue;
    }
    flush();
    const last = result.at(-1);
    if (last?.kind === 'kept') result[result.length - 1] = { kind, text: last.text + text };
    else result.push({ kind, text });
  }
  flush();
  return result;
}
