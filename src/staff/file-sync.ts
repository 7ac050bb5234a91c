import {
  type Change,
  type Conflict,
  diff,
  digestOf,
  editYaml,
  loadKnowledgeBase,
  merge,
  type Problem,
  readMark,
  withMark,
  withoutMark,
} from '../knowledge/index.ts';
import type { IsoDate } from '../text/index.ts';
import type { FindFaults } from './knowledge-texts.ts';
import type { KnowledgeVersions, Version } from './versions.ts';

export interface SyncPorts {
  readonly versions: KnowledgeVersions;
  readonly findFaults: FindFaults;
}

/** A knowledge-base.yaml as somebody has it, perhaps with edits of their own. */
export interface LocalFile {
  readonly yaml: string;
  /** How faults call it. */
  readonly name: string;
  /** The version that it was made from, where somebody says so; else its own mark tells. */
  readonly base?: number | undefined;
  readonly today: IsoDate;
}

/** Neither the file nor the database may be written. */
export type Stopped =
  | { readonly kind: 'faults'; readonly problems: readonly Problem[] }
  /** `changes`: what differs between the file and version `current`, of which nobody knows who changed it. */
  | { readonly kind: 'unknown-base'; readonly current: number; readonly changes: readonly Change[] }
  /** The database has `current`, which the file was not made from; where both changed the same, `conflicts` says what. */
  | {
      readonly kind: 'behind';
      readonly base: number;
      readonly current: number;
      readonly conflicts: readonly Conflict[];
    };

/** `yaml` is the text of the file with its new mark, to be written. */
export type Pull =
  | { readonly kind: 'nothing-published' }
  | { readonly kind: 'up-to-date'; readonly number: number; readonly yaml: string }
  | {
      readonly kind: 'pulled';
      readonly number: number;
      readonly changes: readonly Change[];
      readonly yaml: string;
    }
  | Stopped;

/** `ready`: it may be published. */
export type Push =
  | { readonly kind: 'up-to-date'; readonly number: number; readonly yaml: string }
  | {
      readonly kind: 'ready';
      /** Undefined for the first version. */
      readonly changes: readonly Change[] | undefined;
      readonly base: number;
    }
  | Stopped;

/** What `kb pull` would write: the current version in the file, with the file's own edits and comments kept. Throws `KnowledgeBaseError`. */
export async function planPull(file: LocalFile, { versions, findFaults }: SyncPorts): Promise<Pull> {
  const { kb } = loadKnowledgeBase(file.yaml, file.name);
  const current = await versions.current();
  if (!current) return { kind: 'nothing-published' };
  const theirs = kbOf(current);
  const marked = (yaml: string) => withMark(yaml, { number: current.number, digest: digestOf(current.yaml) });
  if (diff(kb, theirs).length === 0) {
    return { kind: 'up-to-date', number: current.number, yaml: marked(file.yaml) };
  }
  const base = await baseOf(file, current, versions);
  if (!base) return { kind: 'unknown-base', current: current.number, changes: diff(kb, theirs) };
  const merged = merge(kbOf(base), kb, theirs);
  if (merged.kind === 'conflicts') {
    return { kind: 'behind', base: base.number, current: current.number, conflicts: merged.conflicts };
  }
  const yaml = marked(editYaml(file.yaml, merged.kb, file.name));
  const problems = findFaults(loadKnowledgeBase(yaml, file.name), file.today);
  if (problems.length > 0) return { kind: 'faults', problems };
  const changes = diff(kb, merged.kb);
  const kind = changes.length === 0 ? 'up-to-date' : 'pulled';
  return { kind, number: current.number, changes, yaml };
}

/** What `kb push` would publish. Throws `KnowledgeBaseError`. */
export async function planPush(file: LocalFile, { versions, findFaults }: SyncPorts): Promise<Push> {
  const loaded = loadKnowledgeBase(file.yaml, file.name);
  const problems = findFaults(loaded, file.today);
  if (problems.length > 0) return { kind: 'faults', problems };
  const current = await versions.current();
  if (!current) return { kind: 'ready', changes: undefined, base: 0 };
  const theirs = kbOf(current);
  const changes = diff(theirs, loaded.kb);
  if (changes.length === 0) {
    const mark = { number: current.number, digest: digestOf(current.yaml) };
    return { kind: 'up-to-date', number: current.number, yaml: withMark(file.yaml, mark) };
  }
  const base = await baseOf(file, current, versions);
  if (!base) return { kind: 'unknown-base', current: current.number, changes: diff(loaded.kb, theirs) };
  if (base.number === current.number) return { kind: 'ready', changes, base: base.number };
  const merged = merge(kbOf(base), loaded.kb, theirs);
  const conflicts = merged.kind === 'conflicts' ? merged.conflicts : [];
  return { kind: 'behind', base: base.number, current: current.number, conflicts };
}

/** What is published of a file, and the file's text once that is version `number`. */
export function pushed(yaml: string, number: number): { readonly published: string; readonly file: string } {
  return { published: withoutMark(yaml), file: withMark(yaml, { number, digest: digestOf(yaml) }) };
}

/**
 * The version that a file was made from: the one that somebody names, or the one of its mark. A file without a mark is known as
 * the first version, which is made of it without writing it.
 */
async function baseOf(
  { yaml, base }: LocalFile,
  current: Version,
  versions: KnowledgeVersions,
): Promise<Version | undefined> {
  if (base !== undefined) return versions.get(base);
  const mark = readMark(yaml);
  const number = mark?.number ?? 1;
  const version = number === current.number ? current : await versions.get(number);
  const digest = mark?.digest ?? digestOf(yaml);
  return version && digestOf(version.yaml) === digest ? version : undefined;
}

const kbOf = ({ yaml, number }: Version) => loadKnowledgeBase(yaml, `データベースの第${number}版`).kb;
