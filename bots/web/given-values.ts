import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

const MODULE = 'given-values';

/**
 * Gives values (as JSON, by name) to the files that say `declare const NAME`. An esbuild `define` of more than a word would be
 * loaded by every script, be it named there or not.
 */
export function givenValues(values: Readonly<Record<string, string>>): Plugin {
  const names = Object.keys(values);
  const contents = names.map((name) => `export const ${name} = ${values[name]};`).join('\n');
  return {
    name: MODULE,
    setup({ onResolve, onLoad }) {
      onResolve({ filter: new RegExp(`^${MODULE}$`) }, () => ({ path: MODULE, namespace: MODULE }));
      onLoad({ filter: /./, namespace: MODULE }, () => ({ contents, loader: 'js' }));
      onLoad({ filter: /[\\/]bots[\\/]web[\\/].*\.ts$/ }, async ({ path }) => {
        const source = await readFile(path, 'utf8');
        const named = names.filter((name) => source.includes(`declare const ${name}:`));
        if (named.length === 0) return undefined;
        return { contents: `import { ${named.join(', ')} } from '${MODULE}';\n${source}`, loader: 'ts' };
      });
    },
  };
}
