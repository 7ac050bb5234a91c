import { closure, elementsIn, lazyImports, packedSize } from './chunks.ts';

/** Released bundles of peers, gzip -9, in kB, as issue 5 gives them. */
const PEERS = [
  ['Typebot', 196],
  ['Botpress webchat', 234],
  ['Deep Chat', 111],
  ['Bot Framework Web Chat', 483],
] as const;

/** What is loaded at which moment, as rows of a table; a part that is loaded later is told by what makes it known. */
export function sizes(folder: string): readonly (readonly [what: string, bytes: number])[] {
  const chat = stages(folder, 'widget.js');
  const rows = (all: readonly Stage[]) =>
    all.map(({ name, files }) => [name, packedSize(folder, files)] as const);
  return [
    ...rows(chat),
    ...rows(stages(folder, 'calculator.js')),
    ...PEERS.map(([name, kilobytes]) => [`${name}, all`, kilobytes * 1000] as const),
  ];
}

interface Stage {
  readonly name: string;
  /** What it brings along that is not there yet. */
  readonly files: readonly string[];
}

/** A script with all that it imports at once, and then each that it loads later. */
function stages(folder: string, entry: string): readonly Stage[] {
  const first = closure(folder, entry);
  const found: Stage[] = [{ name: entry, files: [...first] }];
  const waiting = [...lazyImports(folder, first)];
  let there = first;
  for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
    const all = closure(folder, file, there);
    const files = [...all].filter((one) => !there.has(one));
    there = all;
    if (files.length === 0) continue;
    found.push({ name: `${entry}, later: ${label(folder, files)}`, files });
    waiting.push(...lazyImports(folder, files));
  }
  return found;
}

/** The elements of ours, the one first that a script is for if it names several. */
const ELEMENTS = ['madoguchi-talk', 'madoguchi-calculator', 'madoguchi-date-question'];

/** What scripts are for: Temporal for browsers that lack it, readings, or an element. */
function label(folder: string, files: readonly string[]): string {
  if (files.some((name) => name.startsWith('global'))) return 'Temporal, only where it is missing';
  if (files.some((name) => name.startsWith('virtual'))) return 'ふりがな';
  const named = elementsIn(folder, files);
  return ELEMENTS.find((tag) => named.includes(tag)) ?? files.join(', ');
}
