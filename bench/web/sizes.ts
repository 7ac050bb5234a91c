import { closure, lazyImports, packedSize } from './chunks.ts';

/** Released bundles of peers, gzip -9, in kB, as issue 5 gives them. */
const PEERS = [
  ['Typebot', 196],
  ['Botpress webchat', 234],
  ['Deep Chat', 111],
  ['Bot Framework Web Chat', 483],
] as const;

/** What is loaded at which moment, as rows of a table. */
export function sizes(folder: string): readonly (readonly [what: string, bytes: number])[] {
  const first = closure(folder, 'widget.js');
  const steps = [...stages(folder, first)];
  const own = steps.map(([what, files]) => [what, packedSize(folder, files)] as const);
  return [
    ['widget.js: first load', packedSize(folder, first)],
    ...own,
    ['/calculator', packedSize(folder, closure(folder, 'calculator.js'))],
    ...PEERS.map(([name, kilobytes]) => [`${name}, all`, kilobytes * 1000] as const),
  ];
}

/** Every script that is loaded later, with what it brings along that is not there yet. */
function* stages(folder: string, first: ReadonlySet<string>): Iterable<readonly [string, readonly string[]]> {
  let there = first;
  for (const waiting = [...lazyImports(folder, first)]; waiting.length > 0; ) {
    const file = waiting.shift()!;
    const all = closure(folder, file, there);
    const brought = [...all].filter((one) => !there.has(one));
    if (brought.length === 0) continue;
    there = all;
    yield [`+ ${file}`, brought];
    waiting.push(...lazyImports(folder, brought));
  }
}
