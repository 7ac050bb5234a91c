import { type ConversationState, encodeAction } from '../../src/conversation/index.ts';
import type { CountedTurn } from '../../src/staff/index.ts';
import type { Effects, LeasedEvent } from '../../src/storage/index.ts';
import type { Intake } from '../intake.ts';
import type { LineEvent } from './events.ts';
import type { Answer } from './respond.ts';

const NONE_OF_THESE = encodeAction({ kind: 'none-of-these' });

type Kept = Pick<Effects, 'question' | 'missed' | 'eraseQuestions'> & { readonly state: ConversationState };

/**
 * What is kept of a turn for staff, and the state with the question for which a choice is now open. Of emergencies and sensitive
 * questions nothing is, however redacted.
 */
export function keptForStaff(
  { keeps, redact }: Pick<Intake, 'keeps' | 'redact'>,
  { happening }: LineEvent,
  answer: Answer,
  before: ConversationState | undefined,
): Kept {
  const { turn, state } = answer;
  // 気づく前に聞かれたことも、同じ相談かもしれない
  if (answer.isSensitive) return { state, eraseQuestions: true };
  // 文字でないものには、選択肢を出したまま答える
  if (turn === undefined || keeps === 'off' || isQuiet(answer)) return { state };
  const { input, result } = turn;
  const { decision, entry } = result;
  const insurer = result.state.insurer ?? null;
  if ('choice' in input) {
    const asked = input.choice === NONE_OF_THESE ? before?.asked : undefined;
    if (asked === undefined) return { state };
    return { state, missed: [{ channel: 'line', insurer, reason: 'none-of-these', entry: null, ...asked }] };
  }
  const message = 'message' in happening ? happening.message : null;
  const question = { channel: 'line', text: redact(input.text), insurer, message };
  return {
    state: decision === 'choose' ? { ...state, asked: { text: question.text, message } } : state,
    ...(keeps === 'on' && { question: { ...question, decision, entry } }),
    ...(decision === 'unknown' && { missed: [{ ...question, reason: 'unknown' as const, entry: null }] }),
  };
}

/** Counts a turn that has reached the resident; one that was answered outright may be judged by staff. */
export function tellStaff(
  intake: Pick<Intake, 'keeps' | 'redact' | 'count' | 'answered'>,
  { conversation }: Pick<LeasedEvent, 'conversation'>,
  { happening }: LineEvent,
  answer: Answer,
): void {
  const counted = countedTurn(answer);
  if (counted === undefined || answer.turn === undefined) return;
  intake.count(counted);
  const { channel, insurer, decision, entry, isSensitive } = counted;
  const { input } = answer.turn;
  if (isSensitive || intake.keeps === 'off' || decision !== 'answer' || entry === null || !('text' in input))
    return;
  const message = 'message' in happening ? happening.message : null;
  intake.answered({ channel, insurer, entry, message, text: intake.redact(input.text) }, conversation);
}

/** The turn as it is counted; undefined where the account spoke by itself. */
function countedTurn(answer: Answer): CountedTurn | undefined {
  if (answer.turn === undefined) return undefined;
  const { input, result } = answer.turn;
  return {
    channel: 'line',
    insurer: result.state.insurer ?? null,
    input: 'text' in input ? 'typed' : 'pressed',
    decision: result.decision,
    entry: result.entry,
    isSensitive: isQuiet(answer),
  };
}

function isQuiet({ turn, isSensitive }: Answer): boolean {
  return isSensitive || turn?.result.decision === 'safety';
}
