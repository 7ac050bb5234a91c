import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import type { LeasedEvent, Millis, Store } from '../../src/storage/index.ts';
import type { IsoDate } from '../../src/text/index.ts';
import type { Intake } from '../intake.ts';
import { createWorker } from '../worker.ts';
import { createLineApi } from './api.ts';
import { LineRefusal, LineUnavailable } from './deliver.ts';
import { handleLeased, Unrecorded } from './handle.ts';
import type { LineTalk } from './respond.ts';
import { createVault } from './vault.ts';
import { lineWebhook } from './webhook.ts';

/** The city's LINE account, and how to treat what it receives. */
export interface LineSettings {
  readonly channelSecret: string;
  readonly channelAccessToken: string;
  readonly apiBaseUrl: string;
  /** How long a silent conversation is remembered. */
  readonly conversationTtlMs: number;
  /** How long the inbox remembers what it has handled. */
  readonly rememberedMs: number;
}

export interface LineChannelPorts {
  readonly settings: LineSettings;
  readonly store: Store;
  readonly talk: LineTalk;
  readonly intake: Pick<Intake, 'keeps' | 'redact' | 'count' | 'answered'>;
  now(): Millis;
  /** Today in Asia/Tokyo. */
  today(): IsoDate;
  readonly log: FastifyBaseLogger;
}

/** LINE from webhook to reply. Events are taken in from the first moment, and answered from `start` on. */
export interface LineChannel {
  readonly webhook: (app: FastifyInstance) => Promise<void>;
  start(): void;
  /** Finishes what is in hand, within 10 s. */
  stop(): Promise<void>;
}

export function createLineChannel({
  settings,
  store,
  talk,
  intake,
  now,
  today,
  log,
}: LineChannelPorts): LineChannel {
  const vault = createVault(settings.channelSecret);
  const api = createLineApi({
    channelAccessToken: settings.channelAccessToken,
    baseUrl: settings.apiBaseUrl,
  });
  const { conversationTtlMs } = settings;
  const ports = { talk, api, vault, store, intake, now, today, conversationTtlMs };
  const worker = createWorker({
    inbox: store.inbox,
    handle: (leased) => handleLeased(ports, leased),
    judge,
    now,
    onFailure: (error, event) => log.warn({ line: 'failed', ...failureOf(error, event) }),
  });
  const webhook = lineWebhook({
    channelSecret: settings.channelSecret,
    vault,
    inbox: store.inbox,
    now,
    onStored: worker.nudge,
    rememberedMs: settings.rememberedMs,
  });
  return { webhook, start: worker.start, stop: worker.stop };
}

/** Whatever fails before LINE is called is harmless. */
function judge(error: unknown) {
  const isInDoubt = error instanceof Unrecorded || (error instanceof LineUnavailable && error.isInDoubt);
  return { isHopeless: error instanceof LineRefusal, isHarmless: !isInDoubt };
}

/** What went wrong, for the log: kinds and numbers, never a message, which may quote what a resident typed. */
function failureOf(error: unknown, event: LeasedEvent | undefined) {
  return {
    failure: error instanceof Error ? error.name : typeof error,
    ...((error instanceof LineRefusal || error instanceof LineUnavailable) && { because: error.message }),
    ...(event && { event: event.id, attempt: event.attempt }),
  };
}
