import type { FastifyBaseLogger } from 'fastify';
import type { SlackChannel } from '../bots/slack/index.ts';
import type { Matcher, Suggester } from '../src/intents/index.ts';
import type { Knowledge } from '../src/knowledge/index.ts';
import {
  type Counter,
  type CounterPorts,
  createCounter,
  createLookup,
  createSearch,
  type Lookup,
} from '../src/staff/index.ts';
import type { Store } from '../src/storage/index.ts';
import type { IsoDate } from '../src/text/index.ts';
import type { Config, SlackAccount } from './config.ts';

interface SlackTalkParts {
  readonly knowledge: Knowledge;
  readonly match: Matcher;
  readonly suggest: Suggester;
  /** An insurer of the knowledge base. */
  readonly insurer: string | undefined;
  /** Where reports go and missed questions come from; what is absent is not offered. */
  readonly staff: Pick<CounterPorts, 'report' | 'missed'>;
}

/** More than a message has room for; to tell all that was found takes ten times as long. */
const MOST_FOUND = 12;

/**
 * What staff do from Slack, over the knowledge base and the matcher that residents are answered by. `knowledge` may become another
 * while the program runs: it is read anew for each question.
 */
export function slackTalk({ knowledge, match, suggest, insurer, staff }: SlackTalkParts): Counter {
  const search = createSearch(match, suggest);
  const lookup: Lookup = (query) =>
    createLookup(knowledge, (typed) => search(typed).slice(0, MOST_FOUND))(query);
  return createCounter({ knowledge, lookup, ownInsurer: insurer, ...staff });
}

interface Surroundings {
  /** Undefined until questions can be understood. */
  counter(): Counter | undefined;
  readonly store: Pick<Store, 'seen'>;
  today(): IsoDate;
  readonly log: FastifyBaseLogger;
}

/** The channel of the city's Slack app. Its libraries take 40 MB and half a second, which others need not spend. */
export async function slackChannel(
  { slackApiUrl: apiUrl, publicUrl }: Config,
  { botToken, connection }: SlackAccount,
  { store, counter, today, log }: Surroundings,
): Promise<SlackChannel> {
  const { createSlackChannel } = await import('../bots/slack/index.ts');
  const deskUrl = publicUrl && `${publicUrl}/staff`;
  const settings = { botToken, apiUrl, connection, deskUrl };
  const firstSeen = (id: string) => store.seen.isFirst(`slack:${id}`, Date.now());
  return createSlackChannel({ settings, now: Date.now, counter, firstSeen, today, log });
}

/** Whether Slack is on, and which of the two calls the other. */
export function slackLine(account: SlackAccount | undefined): string {
  switch (account?.connection.kind) {
    case undefined:
      return 'Slack: 使いません(SLACK_BOT_TOKEN がありません)';
    case 'http':
      return 'Slack: 使います(Request URL: /slack/events)';
    case 'socket':
      return 'Slack: 使います(Socket Mode)';
  }
}
