import type { Part } from '../reply/index.ts';
import { evaluate } from '../rules/index.ts';
import { answerParts, contactParts, relatedPart } from './answer-parts.ts';
import { insurerChoices } from './choices.ts';
import { advance, beginInquiry, ruleApplies } from './inquiry.ts';
import { namesOf } from './names.ts';
import type { ConversationState, Inquiry } from './state.ts';
import { knownInsurer, type Step, type Talk, type Teller, tellerOf } from './talk.ts';
import { wordingOf } from './wording/index.ts';

/** Answers an entry: asks for the insurer where the answers differ, and for dates where a rule can compute. */
export function answerEntry(talk: Talk, state: ConversationState, id: string, text = ''): Step {
  const { knowledge, asOf } = talk;
  const { pending: _over, topic: _last, ...rest } = state;
  const insurer = knownInsurer(state);
  const resolved = knowledge.entry(id, insurer, asOf);
  const remembered: ConversationState =
    resolved.entry.sensitive === undefined ? { ...rest, topic: id } : rest;
  if (state.insurer === undefined && knowledge.differs(id, asOf)) return askInsurer(talk, remembered, id);
  const general = answerParts(tellerOf(talk, state), resolved);
  const { rule } = resolved.entry;
  if (rule !== undefined && ruleApplies(resolved, insurer)) {
    const step = inquire(talk, remembered, beginInquiry(id, rule, text, asOf));
    return { ...step, parts: [...general, ...step.parts] };
  }
  return {
    decision: 'answer',
    entry: id,
    parts: [...general, relatedPart(knowledge, id, state.language)],
    state: remembered,
    ...(rule !== undefined && insurer !== undefined && { outcome: evaluate(rule, insurer, {}, asOf) }),
  };
}

/** What an entry says before everything else: the hotlines of a sensitive one, which wait for no further question. */
export function urgentParts(talk: Talk, { language }: ConversationState, entry: string): readonly Part[] {
  const { knowledge, asOf } = talk;
  const teller: Teller = { knowledge, asOf, insurer: undefined, language };
  return answerParts(teller, knowledge.entry(entry, undefined, asOf)).filter(
    (part) => part.kind === 'notice' && part.level === 'urgent',
  );
}

/** Asks for the insurer. What a sensitive question was about stands on the buttons too, because no store may hold it. */
function askInsurer(talk: Talk, state: ConversationState, entry: string): Step {
  const isSensitive = talk.knowledge.kb.entries[entry]!.sensitive !== undefined;
  const ask: Part = {
    kind: 'choices',
    prompt: wordingOf(state.language).talk.askInsurer,
    choices: insurerChoices(talk.knowledge, isSensitive ? entry : undefined, state.language),
  };
  return {
    decision: 'answer',
    entry,
    parts: [...urgentParts(talk, state, entry), ask],
    state: { ...state, pending: { kind: 'insurer', entry, ...(isSensitive && { isSensitive }) } },
  };
}

/** Takes an inquiry one step on: the date, or the next question for it. */
export function inquire({ knowledge, asOf }: Talk, state: ConversationState, inquiry: Inquiry): Step {
  const { outcome, parts, state: next } = advance(knowledge, state, inquiry, asOf);
  const after = outcome.kind === 'needs' ? [] : [relatedPart(knowledge, inquiry.entry, state.language)];
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
  const name = own && namesOf(talk.knowledge, state.language).insurer(own).name;
  const text = wordingOf(state.language).talk.insuredWith(name);
  const desks = own ? contactParts(tellerOf(talk, state), 'all') : [];
  return { decision: 'menu', parts: [{ kind: 'text', text }, ...desks], state };
}

/** An inquiry taken up for another insurer: its own general answer first, then the date. */
function restate(talk: Talk, state: ConversationState, inquiry: Inquiry): Step {
  const { knowledge, asOf } = talk;
  const insurer = knownInsurer(state);
  const resolved = knowledge.entry(inquiry.entry, insurer, asOf);
  if (!ruleApplies(resolved, insurer)) return answerEntry(talk, state, inquiry.entry);
  const step = inquire(talk, state, inquiry);
  return { ...step, parts: [...answerParts(tellerOf(talk, state), resolved), ...step.parts] };
}
