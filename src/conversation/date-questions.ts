import { findInsurer } from '../intents/index.ts';
import { fillDates, type Part } from '../reply/index.ts';
import type { Slot } from '../rules/index.ts';
import { inquire, withInsurer } from './answering.ts';
import { readSlot, type SlotReading } from './inquiry.ts';
import { question } from './questions.ts';
import { askerOf, dateRequest, saysUnknown } from './slots.ts';
import type { ConversationState, Inquiry } from './state.ts';
import type { Step, Talk } from './talk.ts';
import { wordingOf } from './wording/index.ts';

/** A date that the bot has asked for. */
export interface AwaitedDate {
  readonly kind: 'slot';
  readonly slot: Slot;
  readonly inquiry: Inquiry;
}

/** Longer texts are questions of their own, not 「わかりません」 or a date that could not be read. */
const SHORT = 40;

/** The turn after a date was asked for: it comes, is corrected, is not known, or something else is asked first. */
export function dateTurn(talk: Talk, state: ConversationState, awaited: AwaitedDate, text: string): Step {
  const reading = readSlot(text, awaited.slot, awaited.inquiry, talk.asOf);
  switch (reading.kind) {
    case 'read':
      return inquire(talk, state, reading.inquiry);
    case 'unclear':
    case 'impossible':
      return askAgain(talk, state, awaited, misread(state, reading));
    case 'none':
      return somethingElse(talk, state, awaited, text);
  }
}

/** The resident does not have this date: the rule may do with another. */
export function skipDate(talk: Talk, state: ConversationState, { slot, inquiry }: AwaitedDate): Step {
  return inquire(talk, state, { ...inquiry, unknown: [...inquiry.unknown, slot] });
}

/** Why a text could not be read as a date, in the language of the talk. */
export function misread(
  { language }: ConversationState,
  { kind, problem }: Extract<SlotReading, { kind: 'unclear' | 'impossible' }>,
): string {
  return wordingOf(language).dates.misread(kind, problem);
}

/** What was typed is no date that can be used: says why (`problem`), and asks again. */
export function askAgain(
  { asOf }: Talk,
  state: ConversationState,
  { slot, inquiry }: AwaitedDate,
  problem: string,
): Step {
  return {
    decision: 'answer',
    entry: inquiry.entry,
    parts: [{ kind: 'text', text: fillDates(problem) }, dateRequest(slot, askerOf(inquiry, state), asOf)],
    state,
    outcome: { kind: 'needs', needs: [slot] },
  };
}

/** No date: another insurer, "I do not know", a failed try, or a digression, after which the date is asked for again. */
function somethingElse(talk: Talk, state: ConversationState, awaited: AwaitedDate, text: string): Step {
  const mention = findInsurer(text, talk.insurers, false);
  if (mention?.isStatement) return withInsurer(talk, state, mention.insurer);
  const isShort = text.length <= SHORT;
  if (isShort && saysUnknown(text)) return skipDate(talk, state, awaited);
  const { pending: _waiting, ...free } = state;
  const step = question(talk, free, text);
  if (step.restarted) return step;
  if (step.decision === 'unknown' && isShort && /\d/.test(text.normalize('NFKC'))) {
    return askAgain(talk, state, awaited, wordingOf(state.language).dates.noDate);
  }
  // 別の日付や加入先をこちらから聞いたときは、そちらを先に済ませる
  return step.state.pending ? step : resume(talk, step, awaited);
}

function resume({ asOf }: Talk, step: Step, awaited: AwaitedDate): Step {
  const parts: readonly Part[] = [
    ...step.parts.filter(({ kind }) => kind !== 'choices' || step.decision === 'choose'),
    { kind: 'text', text: wordingOf(step.state.language).dates.resume },
    dateRequest(awaited.slot, askerOf(awaited.inquiry, step.state), asOf),
  ];
  return { ...step, parts, state: { ...step.state, topic: awaited.inquiry.entry, pending: awaited } };
}
