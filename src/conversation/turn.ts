import { findInsurer, type Matcher, type SafetyConcern, type SafetyDetector } from '../intents/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import type { Slot } from '../rules/index.ts';
import type { IsoDate } from '../text/index.ts';
import { answerParts } from './answer-parts.ts';
import { answerEntry, inquire, withInsurer } from './answering.ts';
import { type Action, decodeAction } from './choices.ts';
import { type AwaitedDate, askAgain, dateTurn, misread, skipDate } from './date-questions.ts';
import { categoryPart, deskParts, safetyParts } from './fixed-replies.ts';
import { correctLast } from './inquiry.ts';
import { menu, question, unknown } from './questions.ts';
import { usesSlot } from './slots.ts';
import {
  type ConversationState,
  type Inquiry,
  initialState,
  OTHER_INSURER,
  type TurnInput,
  type TurnResult,
} from './state.ts';
import { type Step, type Talk, tellerOf } from './talk.ts';

/** One turn of a conversation: pure and synchronous; `asOf` is today in Asia/Tokyo. */
export type Turn = (state: ConversationState, input: TurnInput, asOf: IsoDate) => TurnResult;

export interface ConversationPorts {
  readonly knowledge: Knowledge;
  readonly match: Matcher;
  readonly detectSafety: SafetyDetector;
}

/** A longer text is a new question, not a correction of the last date or the name of an insurer. */
const SHORT = 40;
const ELSEWHERE = /ほか|他|以外|わから|分から|知らな|不明|けんぽ|会社|社保|健保|ない|other|none|don'?t know/i;

export function createTurn({ knowledge, match, detectSafety }: ConversationPorts): Turn {
  const insurers = Object.entries(knowledge.kb.insurers).map(([id, { mentions }]) => ({ id, mentions }));
  return (before, input, asOf) => {
    // 前の答えの日付は、この一回だけ訂正に使い、残さない
    const { answered, asked: _offered, ...state } = stillKnown(before, knowledge);
    const talk: Talk = { knowledge, match, detectSafety, insurers, asOf };
    const step =
      'text' in input
        ? typed(talk, state, input.text, answered)
        : pressed(talk, state, input.choice, answered);
    return {
      decision: step.decision,
      entry: step.entry ?? null,
      candidates: step.candidates ?? [],
      outcome: step.outcome ?? null,
      reply: { parts: step.parts, ...(isSensitive(step, knowledge) && { isSensitive: true }) },
      state: step.state,
    };
  };
}

/** Whether the turn is about somebody in danger from another person, be that answered or only offered. */
function isSensitive({ decision, entry, parts }: Step, knowledge: Knowledge): boolean {
  const offered = decision === 'choose' ? parts : [];
  const meant = offered.flatMap((part) => {
    if (part.kind !== 'choices') return [];
    const actions = part.choices.map(({ value }) => decodeAction(value, knowledge));
    return actions.flatMap((action) => (action?.kind === 'entry' ? action.entry : []));
  });
  return [...meant, ...(entry === undefined ? [] : [entry])].some(
    (id) => knowledge.kb.entries[id]!.sensitive !== undefined,
  );
}

/** A stored conversation may have begun under an earlier knowledge base: what that alone knew is forgotten. */
function stillKnown(state: ConversationState, { kb }: Knowledge): ConversationState {
  const { insurer, topic, pending, answered, ...rest } = state;
  const hasEntry = (id: string) => Object.hasOwn(kb.entries, id);
  const hasRule = ({ entry, rule }: Inquiry) => hasEntry(entry) && kb.entries[entry]!.rule === rule;
  const isPending =
    pending && (pending.kind === 'insurer' ? hasEntry(pending.entry) : hasRule(pending.inquiry));
  return {
    ...rest,
    ...(insurer !== undefined &&
      (insurer === OTHER_INSURER || Object.hasOwn(kb.insurers, insurer)) && { insurer }),
    ...(topic !== undefined && hasEntry(topic) && { topic }),
    ...(isPending && { pending }),
    ...(answered && hasRule(answered) && { answered }),
  };
}

function typed(talk: Talk, state: ConversationState, text: string, answered: Inquiry | undefined): Step {
  const concern = talk.detectSafety(text);
  if (concern !== undefined) return safety(talk, state, concern);
  const { pending } = state;
  if (pending?.kind === 'slot') return dateTurn(talk, state, pending, text);
  const awaitsInsurer = pending?.kind === 'insurer';
  const mention = findInsurer(text, talk.insurers, awaitsInsurer);
  if (mention?.isStatement) return withInsurer(talk, state, mention.insurer, answered);
  const isShort = text.length <= SHORT;
  if (awaitsInsurer && isShort && ELSEWHERE.test(text) && talk.match(text).decision !== 'answer') {
    return withInsurer(talk, state, OTHER_INSURER);
  }
  const corrected =
    answered?.last && isShort ? correctTurn(talk, state, answered, answered.last.slot, text) : undefined;
  return corrected ?? question(talk, state, text, pending ? undefined : state.topic);
}

/** The turn after a date was answered: a slip is put right, or undefined where the text is about something else. */
function correctTurn(
  talk: Talk,
  state: ConversationState,
  answered: Inquiry,
  slot: Slot,
  text: string,
): Step | undefined {
  const correction = correctLast(text, answered, talk.asOf);
  switch (correction.kind) {
    case 'read':
      return inquire(talk, state, correction.inquiry);
    case 'unclear':
    case 'impossible': {
      if (talk.match(text).decision !== 'unknown') return undefined;
      const awaited = { kind: 'slot', slot, inquiry: answered } as const;
      return askAgain(talk, { ...state, pending: awaited }, awaited, misread(state, correction));
    }
    case 'none':
      return undefined;
  }
}

function pressed(talk: Talk, state: ConversationState, value: string, answered: Inquiry | undefined): Step {
  const action: Action | undefined = decodeAction(value, talk.knowledge);
  switch (action?.kind) {
    case 'entry':
      return answerEntry(talk, state, action.entry);
    case 'category':
      return { decision: 'menu', parts: [categoryPart(tellerOf(talk, state), action.category)], state };
    case 'insurer':
      return action.entry === undefined
        ? withInsurer(talk, state, action.insurer, answered)
        : answerEntry(talk, { ...state, insurer: action.insurer }, action.entry);
    case 'date':
      return pickedDate(talk, state, action);
    case 'skip-slot':
      return state.pending?.kind === 'slot'
        ? skipDate(talk, state, state.pending)
        : menu(talk, state, 'menu');
    case 'none-of-these':
      return unknown(talk, state);
    case 'desk':
      return { decision: 'menu', parts: deskParts(tellerOf(talk, state)), state };
    case 'menu':
    case undefined:
      return menu(talk, state, 'menu');
  }
}

/** A date from a picker: the one that was asked for, or another for the date answered last; an older picker is out of date. */
function pickedDate(
  talk: Talk,
  state: ConversationState,
  { slot, date }: Extract<Action, { kind: 'date' }>,
): Step {
  const { pending, topic } = state;
  if (pending?.kind === 'slot' && pending.slot === slot) return dateTurn(talk, state, pending, date);
  const rule = topic === undefined ? undefined : talk.knowledge.kb.entries[topic]?.rule;
  if (pending || topic === undefined || rule === undefined || !usesSlot(rule, slot)) {
    return menu(talk, state, 'menu');
  }
  const anew: AwaitedDate = {
    kind: 'slot',
    slot,
    inquiry: { entry: topic, rule, facts: {}, unknown: [] },
  };
  return dateTurn(talk, state, anew, date);
}

/** What must be said first; violence is followed by the entry on support measures, and leaves nothing behind. */
function safety(talk: Talk, state: ConversationState, concern: SafetyConcern): Step {
  const { knowledge, asOf } = talk;
  const { insurer, language } = state;
  const { pending: _dropped, ...calm } = state;
  const parts = safetyParts(concern, language);
  const entry = Object.keys(knowledge.kb.entries).find((id) => knowledge.kb.entries[id]!.sensitive === 'dv');
  if (concern !== 'violence' || entry === undefined) return { decision: 'safety', parts, state: calm };
  const support = answerParts(tellerOf(talk, state), knowledge.entry(entry, insurer, asOf));
  // 緊急の電話番号は上でもう伝えている
  const rest = support.filter((part) => part.kind !== 'notice' || part.level !== 'urgent');
  return { decision: 'safety', entry, parts: [...parts, ...rest], state: initialState(insurer, language) };
}
