import type { Plugin } from 'esbuild';

/** Words typeset, by how they are written in the messages. */
export type Readings = Readonly<Record<string, string>>;

/** Every string of a tree of messages, once each, in its order; functions are passed over. */
export function stringsOf(messages: unknown): readonly string[] {
  if (typeof messages === 'string') return [messages];
  if (typeof messages !== 'object' || messages === null) return [];
  return [...new Set(Object.values(messages).flatMap(stringsOf))];
}

/** Gives `virtual:readings` to a build: a module of its own with splitting, fetched by those who want readings alone. */
export function readingsPlugin(readings: Readings): Plugin {
  const told = Object.entries(readings).filter(([plain, typeset]) => plain !== typeset);
  return {
    name: 'readings',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^virtual:readings$/ }, ({ path }) => ({ path, namespace: 'readings' }));
      onLoad({ filter: /./, namespace: 'readings' }, () => ({
        contents: `export const readings = ${JSON.stringify(Object.fromEntries(told))};`,
      }));
    },
  };
}
