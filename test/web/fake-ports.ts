import { join } from 'node:path';
import type { Feedback, WebPorts, WebSettings } from '../../bots/web/index.ts';
import type { ConversationState, TurnInput, TurnResult } from '../../src/conversation/index.ts';
import type { Part } from '../../src/reply/index.ts';
import type { CountedTurn, MissedQuestion } from '../../src/staff/index.ts';
import type { LoggedQuestion } from '../../src/storage/index.ts';
import type { IsoDate } from '../../src/text/index.ts';
import { redact } from '../../src/text/index.ts';

/** One call of the conversation, as the server made it. */
export interface Heard {
  readonly state: ConversationState;
  readonly input: TurnInput;
  readonly asOf: IsoDate;
}

/** What was given to the store. */
export interface Stored {
  readonly feedback: Feedback;
  readonly conversation: string;
  readonly now: number;
}

export interface FakePorts extends WebPorts {
  readonly heard: Heard[];
  readonly opinions: Stored[];
  readonly counts: (readonly [turn: CountedTurn, times: number])[];
  readonly missed: (readonly [question: MissedQuestion, conversation: string])[];
  readonly asked: LoggedQuestion[];
  readonly forgotten: string[];
}

/** The settings of a server for trying: silent, without limits. */
export const settings = (over: Partial<WebSettings> = {}): WebSettings => ({
  logLevel: 'silent',
  isHttps: false,
  allowedOrigins: [],
  rateLimit: 0,
  trustProxy: false,
  ...over,
});

/** Ports that answer every turn alike and write down what they were given. */
export function fakePorts(over: Partial<WebPorts> = {}): FakePorts {
  const heard: Heard[] = [];
  const opinions: Stored[] = [];
  const [counts, missed, asked, forgotten]: [
    FakePorts['counts'],
    FakePorts['missed'],
    FakePorts['asked'],
    string[],
  ] = [[], [], [], []];
  return {
    heard,
    opinions,
    counts,
    missed,
    asked,
    forgotten,
    intake: {
      keeps: 'missed',
      redact,
      count: (turn, times = 1) => counts.push([turn, times]),
      missed: (question, conversation) => missed.push([question, conversation]),
      asked: (question) => asked.push(question),
      answered: () => {},
      forget: (conversation) => forgotten.push(conversation),
    },
    metrics: { contentType: 'text/plain', text: async () => '# none\n' },
    turn(state, input, asOf) {
      heard.push({ state, input, asOf });
      return resultOf([{ kind: 'text', text: 'はい。' }], state);
    },
    suggest: (q) =>
      Array.from({ length: 12 }, (_, place) => ({ text: `${q} ${place}`, entry: 'certificate-lost' })),
    insurers: (language) => [
      { id: 'takasaki', name: language === 'en' ? 'Takasaki City' : '高崎市' },
      { id: 'kobayashi', name: language === 'en' ? 'Kobayashi City' : '小林市' },
    ],
    menu: (language) => [
      {
        id: 'certificate',
        label: language === 'en' ? 'Certificates' : '資格確認書',
        entries: [{ label: 'なくしたとき', value: 'entry:certificate-lost' }],
      },
    ],
    typeset: (text) => `〈${text}〉`,
    typesetReply: (reply) => ({
      ...reply,
      parts: reply.parts.map((part) => (part.kind === 'text' ? { ...part, text: `〈${part.text}〉` } : part)),
    }),
    openingStatus: (_opening, now, language) => ({ isOpen: now > 0, text: language }),
    async addFeedback(feedback, conversation, now) {
      opinions.push({ feedback, conversation, now });
    },
    today: () => '2026-11-21' as IsoDate,
    now: () => 0,
    ready: () => true,
    checkStore: async () => {},
    staticRoot: join(import.meta.dirname, '../../dist'),
    settings: settings(),
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

/** An answer with an entry, of which nothing else matters. */
export const answerOf = (entry: string): Part => ({
  kind: 'answer',
  entry,
  title: entry,
  text: entry,
  scope: 'national',
  asOfNote: '',
  sources: [],
});
