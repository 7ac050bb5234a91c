import { findInsurer, isMenuIntent, type MenuIntent } from '../intents/index.ts';
import { answerEntry, urgentParts } from './answering.ts';
import { choice, entryChoice } from './choices.ts';
import { menuParts, unknownParts } from './fixed-replies.ts';
import { type ConversationState, initialState } from './state.ts';
import { type Step, type Talk, tellerOf } from './talk.ts';
import { wordingOf } from './wording/index.ts';

/** A question in free text; `previous` is the entry that a question of a few words may lean on. */
export function question(talk: Talk, before: ConversationState, text: string, previous?: string): Step {
  const mention = before.insurer === undefined ? findInsurer(text, talk.insurers, false) : undefined;
  const state = mention ? { ...before, insurer: mention.insurer } : before;
  const match = talk.match(text, previous);
  return { ...decided(talk, state, text, match), candidates: match.candidates };
}

function decided(talk: Talk, state: ConversationState, text: string, match: ReturnType<Talk['match']>): Step {
  switch (match.decision) {
    case 'answer':
      return answerEntry(talk, state, match.entry, text);
    case 'choose': {
      const { twofold, unclear, noneOfThese } = wordingOf(state.language).talk;
      const offered = match.offered.map((entry) => entryChoice(talk.knowledge, entry, state.language));
      const choices = [...offered, choice(noneOfThese, { kind: 'none-of-these' })];
      const prompt = match.isTwofold ? twofold : unclear;
      // 両方とも確かに聞かれているなら、緊急の案内は選ばれるのを待たない
      const urgent = match.isTwofold ? match.offered.flatMap((entry) => urgentParts(talk, state, entry)) : [];
      return { decision: 'choose', parts: [...urgent, { kind: 'choices', prompt, choices }], state };
    }
    case 'menu':
      return isMenuIntent(match.intent) ? menu(talk, state, match.intent) : unknown(talk, state);
    case 'unknown':
      return unknown(talk, state, match.group);
  }
}

export function unknown(talk: Talk, state: ConversationState, group?: string): Step {
  return { decision: 'unknown', parts: unknownParts(tellerOf(talk, state), group), state };
}

/** Starting over forgets everything but the language, which is the resident's and not the talk's. */
export function menu(talk: Talk, state: ConversationState, intent: MenuIntent): Step {
  const parts = menuParts(tellerOf(talk, state), intent);
  if (intent !== 'restart') return { decision: 'menu', parts, state };
  return { decision: 'menu', parts, state: initialState(undefined, state.language), restarted: true };
}
