import { type FastifyInstance, fastify } from 'fastify';
import {
  type Carrier,
  httpCarrier,
  type SlackStandIn,
  StaffMember,
  startSlackStandIn,
} from '../../bots/slack/emulator/index.ts';
import { createSlackChannel, EVENTS_PATH, type SlackChannelPorts } from '../../bots/slack/index.ts';
import { createKnowledge, type Knowledge, knowledgeBaseSchema } from '../../src/knowledge/index.ts';
import { type CounterPorts, createCounter, createLookup, type Search } from '../../src/staff/index.ts';
import type { IsoDate } from '../../src/text/index.ts';
import { answer, entry, smallBase } from '../fixtures/knowledge.ts';

export const SECRET = 'the-signing-secret';
export const BOT_TOKEN = 'xoxb-the-bot-token';
export const APP_TOKEN = 'xapp-the-app-token';
export const TODAY = '2026-11-22' as IsoDate;
export const DESK = 'https://faq.example.jp/staff';

/** A knowledge base of two insurers: an entry of each, a sensitive one and one with a date rule. */
export function staffBase() {
  const base = smallBase();
  base.entries = {
    lost: entry('紛失', [
      { ...answer('北市の窓口へ。', { insurer: 'north' }), easy: 'きたしへ。' } as ReturnType<typeof answer>,
      answer('南市の窓口へ。', { insurer: 'south' }),
      answer('どこでも同じ。'),
    ]),
    south: entry('南だけ', [answer('南市だけです。', { insurer: 'south' })]),
    leave: { ...entry('脱退'), rule: 'leave-nhi' } as ReturnType<typeof entry>,
    support: { ...entry('支援'), sensitive: 'dv' } as ReturnType<typeof entry>,
  };
  return base;
}

export function staffKnowledge(): Knowledge {
  return createKnowledge(knowledgeBaseSchema.parse(staffBase()));
}

/** Finds the entries whose title stands in what is typed; 「全部」 finds all of them. */
export function byTitle({ kb }: Knowledge): Search {
  return (typed) =>
    Object.keys(kb.entries).filter((id) => typed.includes(kb.entries[id]!.title) || typed.includes('全部'));
}

export interface SlackBot {
  readonly slack: SlackStandIn;
  readonly staff: StaffMember;
  readonly carrier: Carrier;
  /** The address that Slack calls. */
  readonly url: string;
  readonly log: readonly string[];
  readonly waits: readonly number[];
  /** Resolves after the work of everything so far. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export interface BotOptions {
  readonly counter?: Partial<CounterPorts>;
  readonly channel?: Partial<SlackChannelPorts>;
  readonly now?: () => number;
  readonly routes?: (app: FastifyInstance) => Promise<void>;
}

/** The bot over HTTP beside a stand-in for Slack. */
export async function startBot(options: BotOptions = {}): Promise<SlackBot> {
  const now = options.now ?? Date.now;
  const slack = await startSlackStandIn({ botToken: BOT_TOKEN, appToken: APP_TOKEN, now });
  const knowledge = options.counter?.knowledge ?? staffKnowledge();
  const counter = createCounter({
    knowledge,
    lookup: createLookup(knowledge, byTitle(knowledge)),
    ownInsurer: undefined,
    ...options.counter,
  });
  const log: string[] = [];
  const app = fastify({
    logger: { level: 'trace', stream: { write: (line: string) => void log.push(line) } },
  });
  const waits: number[] = [];
  const channel = createSlackChannel({
    settings: {
      botToken: BOT_TOKEN,
      apiUrl: slack.apiUrl(),
      connection: { kind: 'http', signingSecret: SECRET },
      deskUrl: DESK,
    },
    counter: () => counter,
    now,
    today: () => TODAY,
    log: app.log,
    wait: async (ms) => void waits.push(ms),
    ...options.channel,
  });
  app.register(channel.routes);
  if (options.routes) app.register(options.routes);
  const url = `${await app.listen({ port: 0, host: '127.0.0.1' })}${EVENTS_PATH}`;
  const carrier = httpCarrier({ url, signingSecret: SECRET, now });
  return {
    slack,
    staff: new StaffMember('U1', slack, carrier),
    carrier,
    url,
    log,
    waits,
    settled: channel.stop,
    stop: async () => {
      await channel.stop();
      await app.close();
      await slack.close();
    },
  };
}

/** Every text that some blocks show. */
export function textsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'text' && typeof inner === 'string' ? [inner] : textsOf(inner),
  );
}

export interface FoundButton {
  readonly action_id: string;
  readonly value?: string;
  readonly url?: string;
}

/** The buttons with that label, in the order of the blocks. */
export function buttonsOf(blocks: unknown, label: string): readonly FoundButton[] {
  if (Array.isArray(blocks)) return blocks.flatMap((block) => buttonsOf(block, label));
  if (typeof blocks !== 'object' || blocks === null) return [];
  const { type, text, elements } = blocks as { type?: string; text?: { text: string }; elements?: unknown };
  if (type === 'button') return text?.text === label ? [blocks as FoundButton] : [];
  return buttonsOf(elements, label);
}
