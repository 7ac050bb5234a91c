import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const TOKEN_BYTES = 32;
const TOKEN = /^[\w-]{43}$/;

/** 256 random bits in base64url. */
export const randomToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url');

/** Whether it may be a token of ours at all. */
export const isToken = (text: string | undefined): text is string => text !== undefined && TOKEN.test(text);

/** What is stored in a token's stead; a token cannot be guessed, so that no salt or slow hash is needed. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** Another token for one purpose, known to whoever has the first; nothing about the first can be told from it. */
export const derived = (token: string, purpose: string): string =>
  createHmac('sha256', token).update(purpose).digest('base64url');

/** Compares in a time that tells nothing of what is alike. */
export function isSame(given: unknown, expected: string): boolean {
  if (typeof given !== 'string') return false;
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
