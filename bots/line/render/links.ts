import type { messagingApi } from '@line/bot-sdk';
import { pieces, webHref } from '../../../src/reply/index.ts';
import { LIMITS } from './limits.ts';

/** Something in a text that can be called or opened. */
export interface Link {
  /** As it is written. */
  readonly text: string;
  readonly uri: string;
}

/** Digits, with an escaped # before those of a short number. */
const TEL = /^tel:(?:%23)?\d{3,15}$/;

/** What a browser leaves as it is in an address, though RFC 3986 does not allow it there; LINE may refuse it. */
const UNESCAPED = /[^\w\-.~:/?@!$&'()*+,;=%]|%(?![0-9a-f]{2})/gi;

/** An address of the web as LINE accepts it, or undefined; a source's address comes from a file that staff edit. */
export function webUri(url: string | undefined): string | undefined {
  const parsed = URL.parse(webHref(url) ?? '');
  if (parsed === null) return undefined;
  const { origin, pathname, search, hash } = parsed;
  const fragment = hash === '' ? '' : `#${escaped(hash.slice(1))}`;
  const uri = `${origin}${escaped(pathname + search)}${fragment}`;
  return uri.length <= LIMITS.uri ? uri : undefined;
}

function escaped(part: string): string {
  return part.replace(UNESCAPED, encodeURIComponent);
}

/** The numbers and addresses of a text, each once; numbers of three digits (110) only where it is `urgent`. */
export function linksIn(text: string, urgent = false): readonly Link[] {
  const links = new Map<string, Link>();
  for (const { text: run, href } of pieces(text, urgent)) {
    const uri = href?.startsWith('tel:') ? (TEL.test(href) ? href : undefined) : webUri(href);
    if (uri !== undefined && !links.has(uri)) links.set(uri, { text: run, uri });
  }
  return [...links.values()];
}

/** The telephone numbers of a text, each once, as they are written. */
export function numbersIn(text: string, urgent = false): readonly Link[] {
  return linksIn(text, urgent).filter(({ uri }) => uri.startsWith('tel:'));
}

export function open(uri: string, label: string): messagingApi.Action {
  return { type: 'uri', label, uri };
}
