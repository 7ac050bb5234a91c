import { join } from 'node:path';
import type { WebPorts } from '../../bots/web/server.ts';
import type { ConversationState, TurnInput, TurnResult } from '../../src/conversation/index.ts';
import type { Part } from '../../src/reply/index.ts';
import type { IsoDate } from '../../src/text/index.ts';

/** One call of the conversation, as the server made it. */
export interface Heard {
  readonly state: ConversationState;
  readonly input: TurnInput;
  readonly asOf: IsoDate;
}

export interface FakePorts extends WebPorts {
  readonly heard: Heard[];
}

/** Ports that answer every turn alike and write down what they were given. */
export function fakePorts(over: Partial<WebPorts> = {}): FakePorts {
  const heard: Heard[] = [];
  return {
    heard,
    turn(state, input, asOf) {
      heard.push({ state, input, asOf });
      return resultOf([{ kind: 'text', text: 'はい。' }], state);
    },
    suggest: (q) =>
      Array.from({ length: 12 }, (_, place) => ({ text: `${q} ${place}`, entry: 'certificate-lost' })),
    insurers: [
      { id: 'takasaki', name: '高崎市' },
      { id: 'kobayashi', name: '小林市' },
    ],
    today: () => '2026-11-21' as IsoDate,
    now: () => 0,
    ready: () => true,
    checkStore: async () => {},
    staticRoot: join(import.meta.dirname, '../../bots/web/public'),
    logLevel: 'silent',
    ...over,
  };
}

/** A turn that says `parts` and leaves `state` to be remembered. */
export function resultOf(parts: readonly Part[], state: ConversationState): TurnResult {
  const candidates = [{ entry: 'certificate-lost', confidence: 0.9 }];
  return {
    decision: 'answer',
    entry: 'certificate-lost',
    candidates,
    outcome: null,
    reply: { parts },
    state,
  };
}
