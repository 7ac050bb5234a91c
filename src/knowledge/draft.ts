import { type Entry, entryDraft, wholeEntry } from './schema.ts';
import { type Fault, japanese, type Path } from './yaml.ts';

export type ReadDraft =
  | { readonly kind: 'draft'; readonly entry: Entry }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] };

/** Reads an entry as a form sends it; `isFinished` where it is to be saved. What it refers to is checked with the whole. */
export function readDraft(value: unknown, isFinished: boolean): ReadDraft {
  const read = (isFinished ? wholeEntry : entryDraft).safeParse(value);
  if (read.success) return { kind: 'draft', entry: read.data };
  const faults = read.error.issues.map(({ path, code, message }) => ({
    path: path as Path,
    message: japanese(code, message),
  }));
  return { kind: 'faults', faults };
}
