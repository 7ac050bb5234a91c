import { Writable } from 'node:stream';
import { fastify } from 'fastify';
import { lineTalk } from '../../bin/line-talk.ts';
import { createIntake, type Intake, type QuestionLogMode } from '../../bots/intake.ts';
import {
  createLineStandIn,
  createWebhooks,
  idOf,
  type LineStandIn,
  sign,
  type WebhookEvent,
  type Webhooks,
} from '../../bots/line/emulator/index.ts';
import { createLineChannel, WEBHOOK_PATH } from '../../bots/line/index.ts';
import { openStore, type Store } from '../../src/storage/index.ts';
import { isoDate, redact } from '../../src/text/index.ts';
import { knowledge, TODAY, turn } from '../conversation/talk.ts';

const SECRET = 'the-channel-secret';
const TOKEN = 'the-access-token';
export const USER = idOf('U', 1, 0);
export const OTHER_USER = idOf('U', 1, 1);
const HOUR = 3_600_000;

/** The LINE channel over a real store and a real port, against the stand-in for LINE. */
export interface TestBot {
  readonly line: LineStandIn;
  readonly store: Store;
  readonly intake: Intake;
  readonly webhooks: Webhooks;
  /** Everything that was logged. */
  readonly log: string[];
  /** Sends events as LINE does; resolves to the status. */
  send(...events: readonly WebhookEvent[]): Promise<number>;
  /** Sends any body under any signature. */
  sendRaw(body: string | Buffer, signature?: string): Promise<number>;
  /** Waits until nothing is pending. */
  settled(): Promise<void>;
  /** What arrived, as text to search. */
  said(): string;
  /** Resolves when what is in hand is finished. */
  stop(): Promise<void>;
}

export interface TestBotOptions {
  readonly keeps?: QuestionLogMode;
  readonly publicUrl?: string;
  readonly store?: Store;
  /** Takes events in without answering them. */
  readonly isIdle?: boolean;
}

const running: (() => Promise<void>)[] = [];

/** Ends every bot that a test has started. */
export async function endBots(): Promise<void> {
  await Promise.all(running.splice(0).map((end) => end()));
}

export async function startTestBot(options: TestBotOptions = {}): Promise<TestBot> {
  const line = createLineStandIn({ channelAccessToken: TOKEN, now: Date.now });
  const apiBaseUrl = await line.app.listen({ port: 0, host: '127.0.0.1' });
  const store = options.store ?? (await openStore('file::memory:'));
  const intake = createIntake({
    store,
    keeps: options.keeps ?? 'missed',
    redact,
    now: Date.now,
    today: () => isoDate('2026-11-22')!,
    random: () => 0.5,
    onFailure: () => {},
  });
  const log: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      log.push(String(chunk));
      done();
    },
  });
  const app = fastify({ logger: { stream, base: null } });
  const channel = createLineChannel({
    settings: {
      channelSecret: SECRET,
      channelAccessToken: TOKEN,
      apiBaseUrl,
      conversationTtlMs: 24 * HOUR,
      rememberedMs: 7 * 24 * HOUR,
    },
    store,
    intake,
    talk: lineTalk({ knowledge, turn, publicUrl: options.publicUrl, defaultInsurer: undefined }),
    now: Date.now,
    today: () => TODAY,
    log: app.log,
  });
  app.register(channel.webhook);
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  if (!options.isIdle) channel.start();

  const sendRaw = async (body: string | Buffer, signature?: string) => {
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      ...(signature === undefined ? {} : { 'x-line-signature': signature }),
    };
    const response = await fetch(`${address}${WEBHOOK_PATH}`, {
      method: 'POST',
      headers,
      body: body as BodyInit,
    });
    await response.arrayBuffer();
    return response.status;
  };
  let isStopped = false;
  const stop = async () => {
    if (isStopped) return;
    isStopped = true;
    await app.close();
    await channel.stop();
  };
  running.push(async () => {
    await stop();
    await line.app.close();
    await store.close();
  });
  return {
    line,
    store,
    intake,
    webhooks: createWebhooks({ seed: 1, now: Date.now, register: line.registerReplyToken }),
    log,
    send: (...events) => {
      const body = JSON.stringify({ destination: line.botUserId, events });
      return sendRaw(body, sign(body, SECRET));
    },
    sendRaw,
    settled: async () => {
      while ((await store.inbox.counts()).pending > 0)
        await new Promise((resolve) => setTimeout(resolve, 10));
    },
    said: () => JSON.stringify(line.deliveries.map(({ messages }) => messages)),
    stop,
  };
}
