import { basename } from 'node:path';
import type { Metafile } from 'esbuild';

/** The file that the build made of an entry or of a lazily loaded module, by the end of the module's path. */
export function outputOf({ outputs }: Metafile, module: string): string | undefined {
  return Object.keys(outputs).find((output) => outputs[output]!.entryPoint?.endsWith(module));
}

/** The file in which a module ended up, by the end of its path. */
export function outputWith({ outputs }: Metafile, module: string): string | undefined {
  return Object.keys(outputs).find((output) =>
    Object.entries(outputs[output]!.inputs).some(
      ([input, { bytesInOutput }]) => input.endsWith(module) && bytesInOutput > 0,
    ),
  );
}

/** A file and everything that it loads at once, each before those that need it; what it loads later is left out. */
export function loadedWith(
  metafile: Metafile,
  output: string,
  found = new Set<string>(),
): ReadonlySet<string> {
  if (found.has(output)) return found;
  const imports = metafile.outputs[output]?.imports ?? [];
  for (const { path, kind, external } of imports) {
    if (kind === 'import-statement' && external !== true) loadedWith(metafile, path, found);
  }
  return found.add(output);
}

/** The files that a script of a page loads at once, itself left out, by name: what a page may ask for ahead. */
export function preloadsOf(metafile: Metafile, script: string): readonly string[] {
  const output = Object.keys(metafile.outputs).find((path) => basename(path) === script);
  if (output === undefined) return [];
  return [...loadedWith(metafile, output)].filter((path) => path !== output).map((path) => basename(path));
}
