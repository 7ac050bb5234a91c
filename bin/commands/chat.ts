import { z } from 'zod';
import { type ConversationState, createTurn, initialState } from '../../src/conversation/index.ts';
import { loadUnderstanding, readKnowledge } from '../assemble.ts';
import { answerLines } from '../jsonl.ts';
import { commonFields } from '../requests.ts';
import { readArguments, today, UsageError } from '../usage.ts';

/** `chat --jsonl`: whole conversations on standard input, a line each. */
export async function chat(args: readonly string[]): Promise<number> {
  const { values } = readArguments(args, { jsonl: { type: 'boolean', default: false } });
  if (!values.jsonl) throw new UsageError('chat には --jsonl が必要です。');
  const knowledge = readKnowledge();
  const { match, detectSafety } = await loadUnderstanding(knowledge.kb);
  const turn = createTurn({ knowledge, match, detectSafety });
  const request = z.object({ ...commonFields(knowledge.kb), turns: z.array(z.object({ user: z.string() })) });
  return answerLines(request, ({ insurer, asOf, turns }) => {
    let state: ConversationState = initialState(insurer ?? undefined);
    return {
      turns: turns.map(({ user }) => {
        const { decision, entry, outcome, reply, state: next } = turn(state, { text: user }, asOf ?? today());
        state = next;
        return { decision, entry, outcome, reply };
      }),
    };
  });
}
