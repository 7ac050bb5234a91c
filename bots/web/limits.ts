import { createHmac, randomBytes } from 'node:crypto';
import {
  type FastifyRateLimitStore,
  type FastifyRateLimitStoreCtor,
  normalizeIP,
  type RateLimitOptions,
  type RateLimitPluginOptions,
} from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from './api/problems.ts';
import type { WebPorts } from './ports.ts';

const MINUTE = 60_000;
/** Looking things up costs less than a turn, and a page does it while somebody types. */
const READS_PER_WRITE = 5;
/** Nobody types faster; a loop in a page does. */
const MESSAGES_A_MINUTE = 30;
/** Bounds the memory; the window that began first is forgotten first. */
const MOST_WINDOWS = 50_000;

/** What counts as one, for a limit: what makes the bot work, and what looks something up. */
export type LimitGroup = 'write' | 'read';

/**
 * Counts a minute's requests in memory, by the clock it is given. @fastify/rate-limit's own store reads the clock itself, and
 * counts each route for itself where several share one limit.
 */
export function windowStore(now: () => number): FastifyRateLimitStoreCtor {
  const windows = new Map<string, { count: number; readonly start: number }>();
  return class implements FastifyRateLimitStore {
    incr(...[key, callback, length]: Parameters<FastifyRateLimitStore['incr']>): void {
      const time = now();
      const known = windows.get(key);
      // A clock set back must not lengthen a window.
      const isOpen = known !== undefined && time >= known.start && time < known.start + length;
      const window = isOpen ? known : { count: 0, start: time };
      window.count += 1;
      if (!isOpen) {
        windows.delete(key);
        windows.set(key, window);
        for (const oldest of windows.keys()) {
          if (windows.size <= MOST_WINDOWS) break;
          windows.delete(oldest);
        }
      }
      callback(null, { current: window.count, ttl: window.start + length - time });
    }

    child(): FastifyRateLimitStore {
      return this;
    }
  };
}

/**
 * What @fastify/rate-limit is to do: it knows addresses only as hashes under a key that dies with the process, so that neither memory nor
 * log tells who asked. Of an IPv6 address the first half counts, because a household has all of the second.
 */
export function limitOptions(ports: WebPorts): RateLimitPluginOptions {
  const secret = randomBytes(32);
  return {
    global: false,
    store: windowStore(ports.now),
    timeWindow: MINUTE,
    keyGenerator: ({ ip }: FastifyRequest) =>
      createHmac('sha256', secret).update(normalizeIP(ip, 64)).digest('base64url'),
    errorResponseBuilder: () => new ProblemError('too-many'),
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    addHeadersOnExceeding: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
    },
  };
}

/** The limit of a route, for its `config`; none where limits are off. */
export function limitOf(group: LimitGroup, rateLimit: number): { readonly rateLimit?: RateLimitOptions } {
  if (rateLimit === 0) return {};
  return { rateLimit: { max: group === 'write' ? rateLimit : rateLimit * READS_PER_WRITE, groupId: group } };
}

/** Counts the messages of a conversation; resolves to the seconds to wait, 0 where it may go on. Needs the plugin. */
export function conversationLimit(app: FastifyInstance): (request: FastifyRequest) => Promise<number> {
  const count = app.createRateLimit({
    max: MESSAGES_A_MINUTE,
    timeWindow: MINUTE,
    keyGenerator: ({ body }: FastifyRequest) => (body as { conversationId: string }).conversationId,
  });
  return async (request) => {
    const counted = await count(request);
    return counted.isAllowed || !counted.isExceeded ? 0 : counted.ttlInSeconds;
  };
}

/** Says once that a proxy's addresses are not believed: otherwise all residents behind it would share one limit unnoticed. */
export function warnOfProxy(app: FastifyInstance): void {
  let warned = false;
  app.addHook('onRequest', async ({ headers }) => {
    if (warned || headers['x-forwarded-for'] === undefined) return;
    warned = true;
    app.log.warn({ proxy: 'X-Forwarded-For is not believed: set TRUST_PROXY behind a proxy' });
  });
}
