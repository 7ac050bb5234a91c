import { findInsurer, isMenuIntent, type MenuIntent } from '../intents/index.ts';
import { answerEntry, urgentParts } from './answering.ts';
import { choice, entryChoice } from './choices.ts';
import { menuParts, unknownParts } from './fixed-replies.ts';
import { type ConversationState, initialState } from './state.ts';
import type { Step, Talk } from './talk.ts';

const UNCLEAR = 'どれについてのご質問ですか。';
const TWOFOLD = 'いくつかのことをお尋ねですね。どれからお答えしましょうか。';

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
      const offered = match.offered.map((entry) => entryChoice(talk.knowledge, entry));
      const choices = [...offered, choice('どれでもない', { kind: 'none-of-these' })];
      const prompt = match.isTwofold ? TWOFOLD : UNCLEAR;
      // 両方とも確かに聞かれているなら、緊急の案内は選ばれるのを待たない
      const urgent = match.isTwofold ? match.offered.flatMap((entry) => urgentParts(talk, entry)) : [];
      return { decision: 'choose', parts: [...urgent, { kind: 'choices', prompt, choices }], state };
    }
    case 'menu':
      return isMenuIntent(match.intent) ? menu(talk, state, match.intent) : unknown(talk, state);
    case 'unknown':
      return unknown(talk, state, match.group);
  }
}

export function unknown({ knowledge }: Talk, state: ConversationState, group?: string): Step {
  return { decision: 'unknown', parts: unknownParts(knowledge, group, state.insurer), state };
}

export function menu({ knowledge }: Talk, state: ConversationState, intent: MenuIntent): Step {
  const parts = menuParts(knowledge, intent, state.insurer);
  if (intent === 'restart') return { decision: 'menu', parts, state: initialState(), restarted: true };
  return { decision: 'menu', parts, state };
}
