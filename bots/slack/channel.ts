import { App, type Receiver } from '@slack/bolt';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import type { Counter } from '../../src/staff/index.ts';
import type { Millis } from '../../src/storage/index.ts';
import type { IsoDate } from '../../src/text/index.ts';
import { createCalls, SILENT } from './calls.ts';
import { createDesk } from './desk.ts';
import { listen } from './listeners.ts';
import { createReceiver } from './receiver.ts';
import { type FirstSeen, rememberSeen } from './seen.ts';
import { createSocket } from './socket.ts';

/** The city's Slack app. */
export interface SlackSettings {
  readonly botToken: string;
  /** Ends in a slash. */
  readonly apiUrl: string;
  readonly connection:
    | { readonly kind: 'http'; readonly signingSecret: string }
    | { readonly kind: 'socket'; readonly appToken: string };
  /** The desk page as staff see it. */
  readonly deskUrl: string | undefined;
}

export interface SlackChannelPorts {
  readonly settings: SlackSettings;
  /** Undefined until questions can be understood. */
  counter(): Counter | undefined;
  /** Shared by all replicas; without it, each remembers for itself. */
  readonly firstSeen?: FirstSeen;
  now(): Millis;
  today(): IsoDate;
  readonly log: FastifyBaseLogger;
  /** Waits so many milliseconds before a call is tried again. */
  readonly wait?: (ms: number) => Promise<unknown>;
}

/** Slack from request to answer. */
export interface SlackChannel {
  /** `POST /slack/events`; nothing in Socket Mode. */
  readonly routes: (app: FastifyInstance) => Promise<void>;
  /** Connects in Socket Mode. */
  start(): void;
  /** Finishes what is in hand, within 10 s. */
  stop(): Promise<void>;
}

const FINISHED_WITHIN_MS = 10_000;

export function createSlackChannel(ports: SlackChannelPorts): SlackChannel {
  const { settings, counter, now, today, log, wait, firstSeen = rememberSeen() } = ports;
  const { botToken, apiUrl, connection, deskUrl } = settings;
  const calls = createCalls({ botToken, apiUrl, ...(wait && { wait }) });
  const desk = createDesk({ counter, calls, today, deskUrl, log });
  const inHand = new Set<Promise<void>>();
  const track = (work: Promise<void>) => {
    inHand.add(work);
    return work.finally(() => inHand.delete(work));
  };
  const finish = async () => {
    const late = new Promise((resolve) => setTimeout(resolve, FINISHED_WITHIN_MS).unref());
    await Promise.race([Promise.allSettled(inHand), late]);
  };
  const bolted = (receiver: Receiver) => listen(appOver(receiver, ports), { desk, calls, firstSeen, track });
  switch (connection.kind) {
    case 'http': {
      const receiver = createReceiver({ signingSecret: connection.signingSecret, now });
      bolted(receiver);
      return { routes: receiver.routes, start: () => {}, stop: finish };
    }
    case 'socket': {
      const socket = createSocket({ appToken: connection.appToken, apiUrl, log });
      bolted(socket.receiver);
      return {
        routes: async () => {},
        start: socket.start,
        stop: async () => {
          await socket.stop();
          await finish();
        },
      };
    }
  }
}

function appOver(receiver: Receiver, { settings, log }: SlackChannelPorts): App {
  const app = new App({
    receiver,
    // One workspace and one token. Bolt would ask Slack who it is at once, and never again where that failed.
    authorize: async () => ({ botToken: settings.botToken }),
    ignoreSelf: false,
    convoStore: false,
    logger: SILENT,
    clientOptions: { slackApiUrl: settings.apiUrl },
  });
  app.error(async (error) => {
    log.warn({ slack: 'broken', because: error.name });
  });
  return app;
}
