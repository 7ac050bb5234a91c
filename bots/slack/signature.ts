import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Millis } from '../../src/storage/index.ts';

/** Older or newer requests could be replays. */
const WINDOW_SECONDS = 5 * 60;
const VERSION = 'v0';

/** The headers of a request from Slack. */
export interface Signed {
  /** `x-slack-request-timestamp`: seconds since 1970. */
  readonly timestamp: unknown;
  /** `x-slack-signature`: v0=…, in hex. */
  readonly signature: unknown;
}

/**
 * Whether Slack signed these very bytes within five minutes of `now`: HMAC-SHA256 of the version, the time and the body under the
 * signing secret. Compared in constant time, so that the time of a refusal tells nothing about the right signature.
 */
export function isSigned(
  body: Buffer,
  { timestamp, signature }: Signed,
  secret: string,
  now: Millis,
): boolean {
  if (typeof timestamp !== 'string' || typeof signature !== 'string' || !/^\d{1,12}$/.test(timestamp))
    return false;
  if (Math.abs(now / 1000 - Number(timestamp)) > WINDOW_SECONDS) return false;
  const given = Buffer.from(signature);
  const right = Buffer.from(sign(body, timestamp, secret));
  return given.length === right.length && timingSafeEqual(given, right);
}

/** The signature that Slack would send. */
export function sign(body: Buffer | string, timestamp: string, secret: string): string {
  const hmac = createHmac('sha256', secret).update(`${VERSION}:${timestamp}:`).update(body);
  return `${VERSION}=${hmac.digest('hex')}`;
}
