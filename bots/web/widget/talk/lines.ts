import type { Language } from '../../../../src/conversation/index.ts';
import type { Part, Reply } from '../../../../src/reply/index.ts';
import type { Sent } from '../../client.ts';

/** A message's answer. */
export type Answered = Extract<Sent, { kind: 'reply' }>;

export type DateRequest = Extract<Part, { kind: 'date-request' }>;

/** What a reply tells about itself beside its parts. */
export interface ReplyLine {
  readonly kind: 'reply';
  readonly id: number;
  readonly reply: Reply;
  readonly entry: string | null;
  /** In which the bot's own sentences were said. */
  readonly language: Language;
  readonly conversationId: string;
  /** The resident has said what they think of it. */
  readonly isRated?: true;
}

/** One line of the talk; `id` is unique within it. */
export type Line =
  | {
      readonly kind: 'own';
      readonly id: number;
      /** Empty once it is hidden. */
      readonly text: string;
      /** Why the words are not shown, nor kept. */
      readonly hidden?: 'my-number' | 'date';
      /** It may hold a personal date, and is kept on the screen only. */
      readonly holdsDate?: true;
    }
  | ReplyLine
  /** A date question, worked out on the device; `said` is what was typed with it, in memory only. */
  | { readonly kind: 'date'; readonly id: number; readonly request: DateRequest; readonly said: string }
  | { readonly kind: 'topics'; readonly id: number }
  /** The talk of the previous page ends here. */
  | { readonly kind: 'resumed'; readonly id: number }
  /** Nothing was sent: it was refused, or would have had a date in it. */
  | {
      readonly kind: 'failure';
      readonly id: number;
      readonly message: string;
      readonly why: 'refused' | 'dates';
    };

/** The next free id. */
export function nextId(lines: readonly Line[]): number {
  return Math.max(0, ...lines.map(({ id }) => id)) + 1;
}

/** A line before it has its place in the talk. */
export type NewLine = Line extends infer L ? (L extends Line ? Omit<L, 'id'> : never) : never;

/** The talk with a line at its end. */
export function withLine(lines: readonly Line[], line: NewLine): readonly Line[] {
  return [...lines, { ...line, id: nextId(lines) } as Line];
}

/** The talk without the bubbles that only say how sending went. */
export function withoutFailures(lines: readonly Line[]): readonly Line[] {
  return lines.filter(({ kind }) => kind !== 'failure');
}

/**
 * The talk with a reply at its end, and after it the date question that it holds. A private notice takes the resident's
 * last words off the screen, and out of memory.
 */
export function withReply(
  lines: readonly Line[],
  { reply, entry, conversationId }: Answered,
  { language, said }: { readonly language: Language; readonly said: string },
): readonly Line[] {
  const requests = reply.parts.filter((part) => part.kind === 'date-request');
  const parts = reply.parts.filter((part) => part.kind !== 'date-request');
  const secret = parts.some((part) => part.kind === 'notice' && part.level === 'private');
  const before = secret ? withLastWordsHidden(lines) : lines;
  const rest: NewLine = { kind: 'reply', reply: { ...reply, parts }, entry, language, conversationId };
  const replied = parts.length > 0 ? withLine(before, rest) : before;
  return requests.reduce((all, request) => withLine(all, { kind: 'date', request, said }), replied);
}

function withLastWordsHidden(lines: readonly Line[]): readonly Line[] {
  const last = lines.findLastIndex(({ kind }) => kind === 'own');
  return lines.map((line, place) =>
    line.kind === 'own' && place === last ? { ...line, text: '', hidden: 'my-number' } : line,
  );
}

/** The open date question, which a typed text may answer: what the bot said last. */
export function openDateLine(lines: readonly Line[]): Extract<Line, { kind: 'date' }> | undefined {
  const last = lines.findLast(({ kind }) => kind === 'reply' || kind === 'date');
  return last?.kind === 'date' ? last : undefined;
}

/** Own words that the date question has dealt with, and the question after them, where its outcome is read next. */
export function withDateWords(lines: readonly Line[], text: string): readonly Line[] {
  const open = openDateLine(lines);
  if (open === undefined) return lines;
  const others = lines.filter((line) => line !== open);
  return [...others, { kind: 'own', id: nextId(lines), text, holdsDate: true }, open];
}

/** The talk with the list of topics at its end, and nowhere else. */
export function withTopics(lines: readonly Line[]): readonly Line[] {
  const others = lines.filter(({ kind }) => kind !== 'topics');
  return [...others, { kind: 'topics', id: nextId(lines) }];
}
