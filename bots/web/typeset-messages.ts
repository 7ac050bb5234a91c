import type { Plugin } from 'esbuild';

/** What the talk imports when readings are switched on: `readings`, its own words typeset, by the plain ones. */
export const READINGS_MODULE = 'virtual:readings';

/** Words typeset, by how they are written in the messages. */
export type Readings = Readonly<Record<string, string>>;

/** Every string of a tree of messages, once each, in its order; functions are passed over. */
export function stringsOf(messages: unknown): readonly string[] {
  if (typeof messages === 'string') return [messages];
  if (typeof messages !== 'object' || messages === null) return [];
  return [...new Set(Object.values(messages).flatMap(stringsOf))];
}

/** A tree of messages with every string typeset; functions, and whatever else it holds, stay as they are. */
export function typesetMessages<T>(messages: T, typeset: (text: string) => string): T {
  const set = (value: unknown): unknown => {
    if (typeof value === 'string') return typeset(value);
    if (Array.isArray(value)) return value.map(set);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, set(inner)]));
  };
  return set(messages) as T;
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
