import {
  type ConversationState,
  encodeAction,
  type TurnInput,
  type TurnResult,
} from '../../../src/conversation/index.ts';
import { leavesNoTrace } from '../../../src/staff/index.ts';
import type { Redact } from '../../../src/text/index.ts';

/** The questions behind a talk, redacted, so that staff can be told of those that were not answered well; in memory only. */
export interface Remembered {
  /** For which the last reply offered a choice. */
  readonly open?: string;
  /** The question that led to each entry. */
  readonly byEntry: ReadonlyMap<string, string>;
}

export const NOTHING: Remembered = { byEntry: new Map() };

/** A turn with the state before it. */
export interface TakenTurn {
  readonly was: ConversationState;
  readonly input: TurnInput;
  readonly result: TurnResult;
}

const NONE_OF_THESE = encodeAction({ kind: 'none-of-these' });

/** What is remembered after a turn; nothing where it was about violence or an emergency. */
export function rememberedAfter(before: Remembered, turn: TakenTurn, redact: Redact): Remembered {
  const { decision, entry } = turn.result;
  if (leavesNoTrace(turn.result)) return NOTHING;
  if (decision !== 'answer' && decision !== 'choose') return { byEntry: before.byEntry };
  const question = questionOf(before, turn, redact);
  const byEntry =
    decision === 'answer' && entry !== null && question !== undefined
      ? new Map(before.byEntry).set(entry, question)
      : before.byEntry;
  return { byEntry, ...(decision === 'choose' && question !== undefined && { open: question }) };
}

/** The question that the bot missed in this turn, if it did. */
export function missedIn(
  before: Remembered,
  { input, result }: TakenTurn,
  redact: Redact,
): { readonly text: string; readonly reason: 'unknown' | 'none-of-these' } | undefined {
  if (result.decision !== 'unknown') return undefined;
  if ('text' in input) return { text: redact(input.text), reason: 'unknown' };
  const isRefused = input.choice === NONE_OF_THESE && before.open !== undefined;
  return isRefused ? { text: before.open!, reason: 'none-of-these' } : undefined;
}

/** What was asked: the text typed now, unless it answers a question of the bot, or the one for which a choice was offered. */
function questionOf(
  { open }: Remembered,
  { was, input, result }: TakenTurn,
  redact: Redact,
): string | undefined {
  if ('choice' in input) return open;
  const { pending, answered } = was;
  const awaited = pending?.kind === 'slot' ? pending.inquiry.entry : (pending?.entry ?? answered?.entry);
  const isReply = awaited !== undefined && awaited === result.entry;
  return isReply ? undefined : redact(input.text);
}
