import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import type { Intake } from '../../bots/intake.ts';
import { createLineChannel, WEBHOOK_PATH } from '../../bots/line/index.ts';
import type { Turn } from '../../src/conversation/index.ts';
import type { Knowledge } from '../../src/knowledge/index.ts';
import type { Counter } from '../../src/staff/index.ts';
import type { Store } from '../../src/storage/index.ts';
import type { IsoDate } from '../../src/text/index.ts';
import type { Config, LineAccount } from '../config.ts';
import { lineTalk } from '../line-talk.ts';
import { slackChannel, slackLine } from '../slack-talk.ts';
import { KEEP } from './upkeep.ts';

interface Surroundings {
  readonly store: Store;
  readonly intake: Intake;
  readonly knowledge: Knowledge;
  readonly turn: Turn;
  /** What Slack shows; undefined until questions can be understood. */
  counter(): Counter | undefined;
  today(): IsoDate;
  readonly log: FastifyBaseLogger;
}

/** LINE and Slack, as far as they are on; requests come in by `routes`, and answers go out from `start` on. */
export interface Channels {
  readonly routes: readonly ((app: FastifyInstance) => Promise<void>)[];
  /** One line for the operator about each. */
  readonly lines: readonly string[];
  start(): void;
  /** Answers what is at hand first. */
  stop(): Promise<void>;
}

const LINE_ON = `LINE: 使います(Webhook: ${WEBHOOK_PATH})`;
const LINE_OFF = 'LINE: 使いません(LINE_CHANNEL_SECRET と LINE_CHANNEL_ACCESS_TOKEN がありません)';

export async function createChannels(config: Config, surroundings: Surroundings): Promise<Channels> {
  const line = config.line && lineChannel(config, config.line, surroundings);
  const slack = config.slack && (await slackChannel(config, config.slack, surroundings));
  return {
    routes: [...(line ? [line.webhook] : []), ...(slack ? [slack.routes] : [])],
    lines: [line ? LINE_ON : LINE_OFF, slackLine(config.slack)],
    start: () => {
      line?.start();
      slack?.start();
    },
    stop: async () => {
      await Promise.all([line?.stop(), slack?.stop()]);
    },
  };
}

function lineChannel(config: Config, account: LineAccount, surroundings: Surroundings) {
  const { store, intake, knowledge, turn, today, log } = surroundings;
  const { lineApiBaseUrl: apiBaseUrl, conversationTtlMs } = config;
  return createLineChannel({
    settings: { ...account, apiBaseUrl, conversationTtlMs, rememberedMs: KEEP.done },
    talk: lineTalk({ knowledge, turn, ...config }),
    now: Date.now,
    ...{ store, intake, today, log },
  });
}
