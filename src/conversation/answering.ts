import type { Part } from '../reply/index.ts';
import { evaluate } from '../rules/index.ts';
import { answerParts, contactParts, relatedPart } from './answer-parts.ts';
import { insurerChoices } from './choices.ts';
import { advance, beginInquiry, ruleApplies } from './inquiry.ts';
import type { ConversationState, Inquiry } from './state.ts';
import { knownInsurer, type Step, type Talk } from './talk.ts';

/** Answers an entry: asks for the insurer where the answers differ, and for dates where a rule can compute. */
export function answerEntry(talk: Talk, state: ConversationState, id: string, text = ''): Step {
  const { knowledge, asOf } = talk;
  const { pending: _over, topic: _last, ...rest } = state;
  const insurer = knownInsurer(state);
  const resolved = knowledge.entry(id, insurer, asOf);
  const remembered: ConversationState =
    resolved.entry.sensitive === undefined ? { ...rest, topic: id } : rest;
  if (state.insurer === undefined && knowledge.differs(id, asOf)) return askInsurer(talk, remembered, id);
  const general = answerParts(knowledge, resolved, insurer, asOf);
  const { rule } = resolved.entry;
  if (rule !== undefined && ruleApplies(resolved, insurer)) {
    const step = inquire(talk, remembered, beginInquiry(id, rule, text, asOf));
    return { ...step, parts: [...general, ...step.parts] };
  }
  return {
    decision: 'answer',
    entry: id,
    parts: [...general, relatedPart(knowledge, id)],
    state: remembered,
    ...(rule !== undefined && insurer !== undefined && { outcome: evaluate(rule, insurer, {}, asOf) }),
  };
}

/** What an entry says before everything else: the hotlines of a sensitive one, which wait for no further question. */
export function urgentParts({ knowledge, asOf }: Talk, entry: string): readonly Part[] {
  return answerParts(knowledge, knowledge.entry(entry, undefined, asOf), undefined, asOf).filter(
    (part) => part.kind === 'notice' && part.level === 'urgent',
  );
}

/** Asks for the insurer. What a sensitive question was about stands on the buttons too, because no store may hold it. */
function askInsurer(talk: Talk, state: ConversationState, entry: string): Step {
  const isSensitive = talk.knowledge.kb.entries[entry]!.sensitive !== undefined;
  const ask: Part = {
    kind: 'choices',
    prompt: 'ご加入の健康保険によって答えが変わります。どちらにご加入ですか。',
    choices: insurerChoices(talk.knowledge, isSensitive ? entry : undefined),
  };
  return {
    decision: 'answer',
    entry,
    parts: [...urgentParts(talk, entry), ask],
    state: { ...state, pending: { kind: 'insurer', entry, ...(isSensitive && { isSensitive }) } },
  };
}

/** Takes an inquiry one step on: the date, or the next question for it. */
export function inquire({ knowledge, asOf }: Talk, state: ConversationState, inquiry: Inquiry): Step {
  const { outcome, parts, state: next } = advance(knowledge, state, inquiry, asOf);
  const after = outcome.kind === 'needs' ? [] : [relatedPart(knowledge, inquiry.entry)];
  return { decision: 'answer', entry: inquiry.entry, parts: [...parts, ...after], state: next, outcome };
}

/** The insurer was told or changed: the question that waits, or the one answered last, is answered for it. */
export function withInsurer(
  talk: Talk,
  before: ConversationState,
  insurer: string,
  answered?: Inquiry,
): Step {
  const state: ConversationState = { ...before, insurer };
  const { pending, topic } = state;
  const inquiry = pending?.kind === 'slot' ? pending.inquiry : answered;
  if (inquiry) return restate(talk, state, inquiry);
  const waiting = pending?.kind === 'insurer' ? pending.entry : topic;
  if (waiting !== undefined) return answerEntry(talk, state, waiting);
  const own = talk.knowledge.kb.insurers[insurer];
  const text = own ? `${own.name}にご加入の方としてお答えします。` : '全国共通の内容をお答えします。';
  const desks = own ? contactParts(talk.knowledge, insurer, 'all') : [];
  return {
    decision: 'menu',
    parts: [{ kind: 'text', text: `${text}知りたいことを書いてください。` }, ...desks],
    state,
  };
}

/** An inquiry taken up for another insurer: its own general answer first, then the date. */
function restate(talk: Talk, state: ConversationState, inquiry: Inquiry): Step {
  const { knowledge, asOf } = talk;
  const insurer = knownInsurer(state);
  const resolved = knowledge.entry(inquiry.entry, insurer, asOf);
  if (!ruleApplies(resolved, insurer)) return answerEntry(talk, state, inquiry.entry);
  const step = inquire(talk, state, inquiry);
  return { ...step, parts: [...answerParts(knowledge, resolved, insurer, asOf), ...step.parts] };
}
