import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Static imports of minified modules, and those that are loaded when they are needed. */
const STATIC = /(?:from|import)\s*"\.\/([^"]+\.js)"/g;
const LAZY = /import\(\s*"\.\/([^"]+\.js)"\s*\)/g;

const read = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8');
const named = (code: string, pattern: RegExp) => [...code.matchAll(pattern)].map(([, file]) => file!);

/** A script with all that it imports at once, each file once. */
export function closure(
  folder: string,
  entry: string,
  seen: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  if (seen.has(entry)) return seen;
  const imported = named(read(folder, entry), STATIC);
  return imported.reduce(
    (all, file) => closure(folder, file, all),
    new Set([...seen, entry]) as ReadonlySet<string>,
  );
}

/** What a set of scripts loads only later. */
export function lazyImports(folder: string, files: Iterable<string>): readonly string[] {
  const all = [...files].flatMap((file) => named(read(folder, file), LAZY));
  return [...new Set(all)];
}

/** Bytes that travel, each file packed by itself with gzip -9. */
export function packedSize(folder: string, files: Iterable<string>): number {
  return [...files].reduce((sum, file) => sum + gzipSync(read(folder, file), { level: 9 }).length, 0);
}

/** The custom elements that a script registers, by name. */
export function elementsIn(folder: string, files: Iterable<string>): readonly string[] {
  const all = [...files].flatMap((file) =>
    [...read(folder, file).matchAll(/"(madoguchi-[a-z-]+)"/g)].map(([, tag]) => tag!),
  );
  return [...new Set(all)];
}
