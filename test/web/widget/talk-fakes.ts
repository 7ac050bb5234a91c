import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Client, OutgoingMessage, Sent } from '../../../bots/web/client.ts';
import { ja } from '../../../bots/web/widget/messages/ja.ts';
import { DateDesk } from '../../../bots/web/widget/talk/dates.ts';
import { FeedbackDesk } from '../../../bots/web/widget/talk/feedback.ts';
import type { TextStorage } from '../../../bots/web/widget/talk/keeper.ts';
import type { LinePorts } from '../../../bots/web/widget/talk/line-view.ts';
import type { Answered } from '../../../bots/web/widget/talk/lines.ts';
import type { TalkSettings } from '../../../bots/web/widget/talk/settings.ts';
import { Topics } from '../../../bots/web/widget/talk/topics.ts';
import type { View } from '../../../bots/web/widget/talk/view.ts';
import type { Part } from '../../../src/reply/index.ts';
import type { IsoDate } from '../../../src/text/index.ts';

export const BASE = new URL('https://bot.example/');
export const TODAY = '2026-11-22' as IsoDate;

export const SETTINGS: TalkSettings = {
  base: BASE,
  insurer: 'takasaki',
  language: 'ja',
  furigana: false,
  question: '',
  heading: '',
  isInline: false,
};

/** A host without an element. */
export function fakeHost(): ReactiveControllerHost & { readonly controllers: readonly ReactiveController[] } {
  const controllers: ReactiveController[] = [];
  return {
    controllers,
    addController: (controller) => void controllers.push(controller),
    removeController() {},
    requestUpdate() {},
    updateComplete: Promise.resolve(true),
  };
}

/** A storage in memory; `text` is all that it holds. */
export function fakeStorage(): TextStorage & { readonly text: () => string } {
  const held = new Map<string, string>();
  return {
    text: () => [...held.values()].join('\n'),
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: (key) => void held.delete(key),
  };
}

export const answerPart = (text: string): Extract<Part, { kind: 'answer' }> => ({
  kind: 'answer',
  entry: 'certificate-lost',
  title: '資格確認書をなくした',
  text,
  scope: 'insurer',
  asOfNote: '令和8年8月1日時点の高崎市の資料による内容です。',
  sources: [{ document: 'd', section: '紛失', title: '高崎市の案内', date: '2026-08-01' as IsoDate }],
});

export const dateRequest: Extract<Part, { kind: 'date-request' }> = {
  kind: 'date-request',
  slot: 'birthDate',
  rule: 'certificate-validity',
  insurer: 'takasaki',
  prompt: '生年月日を教えてください。',
  min: '1896-01-01' as IsoDate,
  max: TODAY,
  initial: '1960-01-01' as IsoDate,
  choices: [],
};

export function answered(...parts: readonly Part[]): Answered {
  return {
    kind: 'reply',
    conversationId: 'c1',
    entry: 'certificate-lost',
    decision: 'answer',
    reply: { parts },
  };
}

/** A server that gives the next of `answers` each time, the last one again and again; `sent` is what it was sent. */
export function fakeClient(...answers: readonly Sent[]) {
  const sent: OutgoingMessage[] = [];
  const forgotten: string[] = [];
  const client: Client = {
    send: async (message) => {
      sent.push(message);
      return answers[Math.min(sent.length, answers.length) - 1] ?? { kind: 'unreachable' };
    },
    suggest: async () => [],
    menu: async () => [],
    insurers: async () => [],
    giveFeedback: async () => true,
    forget: (id) => void forgotten.push(id),
  };
  return { client, sent, forgotten };
}

export const VIEW: View = {
  messages: ja,
  language: 'ja',
  furigana: false,
  base: BASE,
  typeset: (text) => text,
  readings: undefined,
};

/** What a line needs of the talk around it, to be looked at only. */
export const PORTS: LinePorts = {
  choose() {},
  feedback: new FeedbackDesk(fakeHost(), {
    client: () => fakeClient().client,
    rated() {},
    announce() {},
  }),
  dates: new DateDesk(fakeHost(), { load: () => Promise.reject(new Error('no chunk')), today: () => TODAY }),
  topics: new Topics(fakeHost(), async () => []),
  reloadTopics() {},
  leave() {},
};

/** A template as the markup that it comes to, white space between its lines aside; what it listens for is left out. */
export function shown(template: unknown): string {
  return flat(template).replace(/\s+/g, ' ').trim();
}

function flat(value: unknown): string {
  if (Array.isArray(value)) return value.map(flat).join('');
  if (typeof value === 'object' && value !== null && 'strings' in value && 'values' in value) {
    const { strings, values } = value as { strings: readonly string[]; values: readonly unknown[] };
    return strings.map((text, i) => text + flat(values[i])).join('');
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
