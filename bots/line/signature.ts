import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Whether LINE signed these very bytes: base64 of HMAC-SHA256 under the channel secret. Compared in constant time, so
 * that the time of a refusal tells nothing about the right signature.
 */
export function isSigned(body: Buffer, signature: unknown, channelSecret: string): boolean {
  if (typeof signature !== 'string') return false;
  const given = Buffer.from(signature, 'base64');
  const right = createHmac('sha256', channelSecret).update(body).digest();
  return given.length === right.length && timingSafeEqual(given, right);
}
