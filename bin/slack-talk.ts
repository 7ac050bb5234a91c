import type { FastifyBaseLogger } from 'fastify';
import type { SlackChannel } from '../bots/slack/index.ts';
import { type Counter, createCounter, createLookup, openReport } from '../src/staff/index.ts';
import type { Store } from '../src/storage/index.ts';
import type { IsoDate } from '../src/text/index.ts';
import type { Config, SlackAccount } from './config.ts';
import type { Live } from './live.ts';
import { liveSearch } from './staff-api.ts';

interface SlackTalkParts {
  readonly live: Live;
  readonly store: Pick<Store, 'tasks' | 'missed' | 'audit'>;
  /** An insurer of the knowledge base. */
  readonly insurer: string | undefined;
}

/** Missed questions that the App Home names. */
const MOST_MISSED = 20;

/** What staff do from Slack, over the knowledge base and the matcher that residents are answered by. */
export function slackTalk({ live, store, insurer }: SlackTalkParts): Counter {
  const { knowledge } = live;
  const lookup = createLookup(
    knowledge,
    liveSearch(() => live),
  );
  return createCounter({
    knowledge,
    lookup,
    ownInsurer: insurer,
    report: async ({ entry, insurer: whose, note, by }) => {
      const now = Date.now();
      const report = { entry, insurer: whose ?? undefined, note: note ?? '', by };
      await openReport(store.tasks, knowledge.kb, report, now);
      await store.audit.add({ at: now, who: by, action: 'answer.report', subject: entry, why: null });
    },
    missed: () => store.missed.open(MOST_MISSED),
  });
}

interface Surroundings {
  /** Undefined until questions can be understood. */
  counter(): Counter | undefined;
  today(): IsoDate;
  readonly log: FastifyBaseLogger;
}

/** The channel of the city's Slack app. Its libraries take 40 MB and half a second, which others need not spend. */
export async function slackChannel(
  { slackApiUrl: apiUrl, publicUrl }: Config,
  { botToken, connection }: SlackAccount,
  surroundings: Surroundings,
): Promise<SlackChannel> {
  const { createSlackChannel } = await import('../bots/slack/index.ts');
  const deskUrl = publicUrl && `${publicUrl}/staff`;
  const settings = { botToken, apiUrl, connection, deskUrl };
  return createSlackChannel({ settings, now: Date.now, ...surroundings });
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
