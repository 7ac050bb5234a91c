import type { ConversationState } from '../../../src/conversation/index.ts';
import { leavesNoTrace } from '../../../src/staff/index.ts';
import type { WebPorts } from '../ports.ts';
import { missedIn, type Remembered, type TakenTurn } from './remembered.ts';

/** What telling staff needs of a conversation. */
export interface Told {
  readonly state: ConversationState;
  readonly wasSensitive: boolean;
  readonly remembered: Remembered;
  readonly opinions: ReadonlyMap<string, boolean>;
  readonly feedbackId: string;
}

/** Counts a turn, and keeps its question where the bot missed it; of somebody in danger nothing is kept from then on, nor what was before. */
export function tellStaff(
  { intake }: WebPorts,
  before: Remembered,
  turn: TakenTurn,
  { feedbackId, wasSensitive }: Pick<Told, 'feedbackId' | 'wasSensitive'>,
): void {
  const { input, result } = turn;
  const { decision, entry, state, reply } = result;
  const insurer = state.insurer ?? null;
  const isSensitive = leavesNoTrace(result);
  const by = 'text' in input ? 'typed' : 'pressed';
  intake.count({ channel: 'web', insurer, input: by, decision, entry, isSensitive });
  if (reply.isSensitive) intake.forget(feedbackId);
  if (isSensitive || wasSensitive) return;
  const missed = missedIn(before, turn, intake.redact);
  if (missed !== undefined) intake.missed({ channel: 'web', insurer, entry: null, ...missed }, feedbackId);
  if (intake.keeps === 'off' || !('text' in input)) return;
  const asked = { channel: 'web', text: intake.redact(input.text), insurer, message: null };
  if (decision === 'answer' && entry !== null) intake.answered({ ...asked, entry }, feedbackId);
  if (intake.keeps === 'on') intake.asked({ ...asked, decision, entry }, feedbackId);
}

/** Counts what was thought of an answer, once; an answer that did not help is a missed question. */
export function tellOpinion({ intake }: WebPorts, kept: Told, entry: string, helpful: boolean): void {
  const { state, opinions, remembered, wasSensitive, feedbackId } = kept;
  const insurer = state.insurer ?? null;
  const before = opinions.get(entry);
  if (before === helpful) return;
  const counted = (is: boolean) =>
    ({
      channel: 'web',
      insurer,
      input: 'feedback',
      decision: is ? 'helpful' : 'not-helpful',
      entry,
      isSensitive: false,
    }) as const;
  if (before !== undefined) intake.count(counted(before), -1);
  intake.count(counted(helpful));
  const text = remembered.byEntry.get(entry);
  if (helpful || wasSensitive || text === undefined) return;
  intake.missed({ channel: 'web', text, insurer, reason: 'not-helpful', entry }, feedbackId);
}
