import {
  type Change,
  type Conflict,
  type KnowledgeBase,
  type PartPath,
  partName,
  type Run,
  textDifference,
} from '../knowledge/index.ts';

/** A change as people read it: which part, and how its text became another. */
export interface Described {
  readonly kind: Change['kind'];
  /** The entry in which it is; null where it is in none. */
  readonly entry: string | null;
  /** 項目 certificate-lost「資格確認書をなくした」 › 答え 高崎市 › 本文. */
  readonly where: string;
  readonly runs: readonly Run[];
}

/** A part that two people have changed; null where one of them has it not, or no more. */
export interface DescribedConflict {
  readonly entry: string | null;
  readonly where: string;
  /** Names from the entry down to the part, answers by `answerName`; from the top where it is in no entry. */
  readonly path: PartPath;
  readonly base: string | null;
  readonly mine: string | null;
  readonly theirs: string | null;
}

/** `kb` is a knowledge base in which the part has its name. */
export function describeChange(change: Change, kb: KnowledgeBase): Described {
  return { kind: change.kind, ...placeOf(change.path, kb), runs: runsOf(change) };
}

export function describeConflict(
  { path, base, mine, theirs }: Conflict,
  kb: KnowledgeBase,
): DescribedConflict {
  const told = (value: Conflict['base']) => (value === null ? null : inWords(value));
  const below = path[0] === 'entries' ? path.slice(2) : path;
  return { ...placeOf(path, kb), path: below, base: told(base), mine: told(mine), theirs: told(theirs) };
}

function placeOf(path: PartPath, kb: KnowledgeBase): Pick<Described, 'entry' | 'where'> {
  return { entry: path[0] === 'entries' ? (path[1] ?? null) : null, where: partName(path, kb) };
}

function runsOf(change: Change): readonly Run[] {
  switch (change.kind) {
    case 'added':
      return [{ kind: 'added', text: inWords(change.after) }];
    case 'removed':
      return [{ kind: 'removed', text: inWords(change.before) }];
    case 'changed':
    case 'reordered':
      return textDifference(inWords(change.before), inWords(change.after));
  }
}

/** Everything that a part says, one thing a line. */
function inWords(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(inWords).join('\n');
  if (typeof value !== 'object' || value === null) return '';
  const { document, section, ...rest } = value as Readonly<Record<string, unknown>>;
  const citation =
    document === undefined
      ? []
      : [`${String(document)}${section === undefined ? '' : `「${String(section)}」`}`];
  return [...Object.values(rest).map(inWords), ...citation].filter((line) => line !== '').join('\n');
}
