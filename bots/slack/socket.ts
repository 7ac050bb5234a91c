import { setTimeout as pause } from 'node:timers/promises';
import { SocketModeReceiver } from '@slack/bolt';
import type { FastifyBaseLogger } from 'fastify';
import { SILENT } from './calls.ts';

const FIRST_BREAK_MS = 1_000;
const LONGEST_BREAK_MS = 60_000;

export interface SocketOptions {
  /** Begins with xapp-. */
  readonly appToken: string;
  /** Ends in a slash. */
  readonly apiUrl: string;
  readonly log: Pick<FastifyBaseLogger, 'warn' | 'info'>;
}

/** A connection that Slack calls through: no address of ours need be reachable from outside. */
export interface Socket {
  readonly receiver: SocketModeReceiver;
  start(): void;
  stop(): Promise<void>;
}

/**
 * Keeps one connection. Not by the client's own reconnecting: where Slack cannot be reached just then, that ends in a rejection
 * that nobody catches, and with it the whole program.
 */
export function createSocket({ appToken, apiUrl, log }: SocketOptions): Socket {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: SILENT,
    autoReconnectEnabled: false,
    installerOptions: {
      clientOptions: { slackApiUrl: apiUrl, retryConfig: { retries: 0 }, timeout: 10_000 },
    },
  });
  const stopping = new AbortController();
  let running: Promise<void> | undefined;
  const keep = async () => {
    let breakMs = FIRST_BREAK_MS;
    while (!stopping.signal.aborted) {
      const gone = new Promise<void>((resolve) => receiver.client.once('disconnected', () => resolve()));
      try {
        await receiver.start();
        // Asked to stop while it was connecting.
        if (stopping.signal.aborted) return await receiver.stop();
        log.info({ slack: 'connected' });
        breakMs = FIRST_BREAK_MS;
        await gone;
      } catch (error) {
        log.warn({ slack: 'not connected', because: wordOf(error) });
        await pause(breakMs, undefined, { signal: stopping.signal }).catch(() => {});
        breakMs = Math.min(2 * breakMs, LONGEST_BREAK_MS);
      }
    }
  };
  return {
    receiver,
    start: () => {
      running ??= keep();
    },
    stop: async () => {
      stopping.abort();
      if (running === undefined) return;
      await receiver.stop();
      await running;
    },
  };
}

/** Slack's own word, e.g. `invalid_auth`, or the kind of the error. */
function wordOf(error: unknown): string {
  if (!(error instanceof Error)) return 'disconnected';
  const data = 'data' in error ? error.data : undefined;
  return typeof data === 'object' && data !== null && 'error' in data ? String(data.error) : error.name;
}
