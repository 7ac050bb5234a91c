import type { Part } from '../../../src/reply/index.ts';

export type PartOf<K extends Part['kind']> = Extract<Part, { kind: K }>;

/** Parts that stand in one bubble: an answer with what belongs to it, desks with what follows, or a part of its own. */
export type Group =
  | {
      readonly kind: 'answer';
      readonly remarks: readonly PartOf<'notice'>[];
      readonly answer: PartOf<'answer'>;
      readonly desks: readonly PartOf<'contact'>[];
      readonly next: PartOf<'choices'> | undefined;
    }
  | {
      readonly kind: 'desks';
      readonly desks: readonly PartOf<'contact'>[];
      readonly next: PartOf<'choices'> | undefined;
    }
  | PartOf<'text' | 'choices' | 'date-request' | 'notice'>;

/** The parts of a reply, in order, with those together that are read together. */
export function groupsOf(parts: readonly Part[]): readonly Group[] {
  const groups: Group[] = [];
  let at = 0;
  while (at < parts.length) {
    const remarks = run(parts, at, isRemark);
    const answer = parts[at + remarks.length];
    if (answer?.kind === 'answer') {
      const after = at + remarks.length + 1;
      const { desks, next, end } = follow(parts, after);
      groups.push({ kind: 'answer', remarks, answer, desks, next });
      at = end;
      continue;
    }
    const part = parts[at]!;
    if (part.kind === 'contact') {
      const { desks, next, end } = follow(parts, at);
      groups.push({ kind: 'desks', desks, next });
      at = end;
    } else {
      if (part.kind !== 'answer') groups.push(part);
      at += 1;
    }
  }
  return groups;
}

const isRemark = (part: Part): part is PartOf<'notice'> => part.kind === 'notice' && part.level === 'info';
const isDesk = (part: Part): part is PartOf<'contact'> => part.kind === 'contact';

/** The desks from a place on, and the choices right after them. */
function follow(parts: readonly Part[], from: number) {
  const desks = run(parts, from, isDesk);
  const after = parts[from + desks.length];
  const next = after?.kind === 'choices' ? after : undefined;
  return { desks, next, end: from + desks.length + (next === undefined ? 0 : 1) };
}

function run<P extends Part>(
  parts: readonly Part[],
  from: number,
  belongs: (part: Part) => part is P,
): readonly P[] {
  const found: P[] = [];
  for (const part of parts.slice(from)) {
    if (!belongs(part)) break;
    found.push(part);
  }
  return found;
}
