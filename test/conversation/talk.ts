import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type ConversationState,
  createTurn,
  initialState,
  type TurnResult,
} from '../../src/conversation/index.ts';
import { holdsMyNumber, type Match, signsOfDanger } from '../../src/intents/index.ts';
import { createKnowledge, loadKnowledgeBase } from '../../src/knowledge/index.ts';
import { isoDate, normalise } from '../../src/text/index.ts';

const FILE = join(import.meta.dirname, '../../knowledge-base.yaml');
export const knowledge = createKnowledge(
  loadKnowledgeBase(readFileSync(FILE, 'utf8'), 'knowledge-base.yaml').kb,
);
export const TODAY = isoDate('2026-11-21')!;

/** A matcher that knows a few questions by heart: these tests are about the talk, not about understanding. */
const BY_HEART = new Map<string, Match>(
  Object.entries({
    はじめから: { decision: 'menu', intent: 'restart', candidates: [] },
    担当に聞きたい: { decision: 'menu', intent: 'human', candidates: [] },
    メニュー: { decision: 'menu', intent: 'menu', candidates: [] },
    こんにちは: { decision: 'menu', intent: 'greeting', candidates: [] },
    ごみの日は: { decision: 'unknown', group: 'city-services', candidates: [] },
    保険税はいくら: { decision: 'unknown', group: 'nhi-premiums', candidates: [] },
    なくした: { decision: 'choose', offered: ['certificate-lost', 'myna-lost'], candidates: [] },
    逃げていて解除もしたい: {
      decision: 'choose',
      isTwofold: true,
      offered: ['dv-support', 'registration-cancel'],
      candidates: [],
    },
  } satisfies Record<string, Match>),
);

function match(utterance: string): Match {
  const entry = Object.keys(knowledge.kb.entries).find((id) =>
    utterance.includes(knowledge.kb.entries[id]!.title),
  );
  if (entry !== undefined) return { decision: 'answer', entry, candidates: [{ entry, confidence: 1 }] };
  return BY_HEART.get(utterance) ?? { decision: 'unknown', group: undefined, candidates: [] };
}

/** The patterns alone, without what is learned. */
const detectSafety = (text: string) =>
  holdsMyNumber(normalise(text)) ? 'my-number' : signsOfDanger(normalise(text));
export const turn = createTurn({ knowledge, match, detectSafety });

/** The title of an entry, which the matcher of these tests takes for a question about it. */
export const asks = (entry: string) => knowledge.kb.entries[entry]!.title;

/** Plays a conversation: texts, or choices written as `[value]`. */
export function play(insurer: string | undefined, ...inputs: readonly string[]): readonly TurnResult[] {
  let state: ConversationState = initialState(insurer);
  return inputs.map((input) => {
    const choice = /^\[(.+)\]$/.exec(input)?.[1];
    const result = turn(state, choice === undefined ? { text: input } : { choice }, TODAY);
    state = result.state;
    return result;
  });
}

/** The last turn of a conversation. */
export const last = (results: readonly TurnResult[]): TurnResult => results.at(-1)!;

/** Everything that a reply says, for searching. */
export const said = ({ reply }: TurnResult): string => JSON.stringify(reply);

/** The kinds of the parts of a reply, in order. */
export const kinds = ({ reply }: TurnResult): readonly string[] => reply.parts.map(({ kind }) => kind);

export const dateOf = ({ outcome }: TurnResult): string | undefined =>
  outcome?.kind === 'date' ? outcome.date : undefined;
