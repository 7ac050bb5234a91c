import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Failure, SentPage } from '../../src/staff/index.ts';
import { isPublicAddress, lookupPublic, PrivateAddress } from './addresses.ts';

/** What a fetch brought. */
export type Fetched =
  | { readonly kind: 'page'; readonly page: SentPage /** After redirects. */; readonly address: string }
  | { readonly kind: 'not-modified' }
  | { readonly kind: 'gone'; readonly why: 'not-found' | 'front-page' }
  | { readonly kind: 'failed'; readonly why: Failure };

export interface FetchSettings {
  /** Names the program and where it can be asked about. */
  readonly userAgent: string;
  /** Also machines of the own network; for tests alone. */
  readonly allowsPrivate?: boolean;
  /** For all of it, redirects included. */
  readonly timeoutMs?: number;
  readonly mostBytes?: number;
  readonly signal?: AbortSignal;
}

/** What the server may compare with. */
export interface Conditions {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

const TIMEOUT_MS = 20_000;
const MOST_BYTES = 10 * 1024 * 1024;
const MOST_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Fetches a page of the public web politely and warily; never rejects but where `signal` says to stop. */
export async function fetchPage(
  url: string,
  conditions: Conditions,
  settings: FetchSettings,
): Promise<Fetched> {
  const timeout = AbortSignal.timeout(settings.timeoutMs ?? TIMEOUT_MS);
  const signal = settings.signal ? AbortSignal.any([settings.signal, timeout]) : timeout;
  try {
    return await follow(url, conditions, { ...settings, signal });
  } catch (error) {
    settings.signal?.throwIfAborted();
    return { kind: 'failed', why: timeout.aborted ? 'timeout' : failureOf(error) };
  }
}

/** Something that ends a fetch, with what it is called. */
class Refused extends Error {
  override readonly name = 'Refused';
  readonly why: Failure;

  constructor(why: Failure) {
    super(why);
    this.why = why;
  }
}

/** Of zlib's codes Z_… are gzip's and ERR__… Brotli's. */
function failureOf(error: unknown): Failure {
  if (error instanceof Refused) return error.why;
  if (error instanceof PrivateAddress) return 'private-address';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^(?:Z_|ERR__)/.test(code) ? 'unreadable' : 'network';
}

type Settings = FetchSettings & { readonly signal: AbortSignal };

async function follow(url: string, conditions: Conditions, settings: Settings): Promise<Fetched> {
  const first = new URL(url);
  let address = first;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const response = await get(address, conditions, settings);
    const location = locationOf(response);
    if (location === undefined) return await answerOf(response, { first, address }, conditions, settings);
    response.destroy();
    const next = URL.parse(location, address);
    if (next === null) throw new Refused('bad-address');
    address = next;
  }
  throw new Refused('redirects');
}

function locationOf({ statusCode = 0, headers: { location } }: IncomingMessage): string | undefined {
  // Node gives headers byte by byte; some servers write addresses in UTF-8.
  return REDIRECTS.has(statusCode) && location ? Buffer.from(location, 'latin1').toString() : undefined;
}

async function get(address: URL, conditions: Conditions, settings: Settings): Promise<IncomingMessage> {
  const { protocol, hostname, username, password } = address;
  if (!/^https?:$/.test(protocol) || username !== '' || password !== '') throw new Refused('bad-address');
  const { allowsPrivate = false, signal, userAgent } = settings;
  const host = hostname.replace(/^\[|\]$/g, '');
  // An address needs no looking up, so that it is checked here.
  if (!allowsPrivate && isIP(host) !== 0 && !isPublicAddress(host)) throw new PrivateAddress(host);
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const send = protocol === 'https:' ? requestHttps : requestHttp;
  const request = send(address, {
    signal,
    // One request a day needs no connection kept open.
    agent: false,
    headers: headersOf(userAgent, conditions),
    ...(!allowsPrivate && { lookup: lookupPublic }),
  });
  request.once('response', resolve).on('error', reject).end();
  return promise;
}

function headersOf(userAgent: string, { etag, lastModified }: Conditions): Readonly<Record<string, string>> {
  return {
    'user-agent': userAgent,
    accept: 'text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8',
    'accept-language': 'ja',
    'accept-encoding': 'gzip',
    ...(etag !== null && { 'if-none-match': etag }),
    ...(lastModified !== null && { 'if-modified-since': lastModified }),
  };
}

/** A redirected page, and from where. */
interface Way {
  readonly first: URL;
  readonly address: URL;
}

async function answerOf(
  response: IncomingMessage,
  { first, address }: Way,
  conditions: Conditions,
  settings: Settings,
): Promise<Fetched> {
  const { statusCode = 0, headers } = response;
  if (statusCode === 200 && !(isFrontPage(address) && !isFrontPage(first))) {
    const page = {
      bytes: await bytesOf(response, settings.mostBytes ?? MOST_BYTES),
      contentType: headers['content-type'] ?? '',
      etag: headers.etag ?? null,
      lastModified: headers['last-modified'] ?? null,
      servedAt: headers.date ?? null,
    };
    return { kind: 'page', page, address: address.href };
  }
  response.destroy();
  if (statusCode === 200) return { kind: 'gone', why: 'front-page' };
  const hasAsked = conditions.etag !== null || conditions.lastModified !== null;
  if (statusCode === 304 && hasAsked) return { kind: 'not-modified' };
  if (statusCode === 404 || statusCode === 410) return { kind: 'gone', why: 'not-found' };
  throw new Refused(statusCode >= 400 && statusCode < 500 ? 'refused' : 'server-error');
}

/** Where sites send whoever asks for a page that is no longer there. */
function isFrontPage({ pathname, search }: URL): boolean {
  return search === '' && /^\/(?:(?:index|default|top)(?:\.\w+)?)?$/i.test(pathname);
}

async function bytesOf(response: IncomingMessage, most: number): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of unpacked(response)) {
    size += part.length;
    if (size > most) throw new Refused('too-large');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Counted after unpacking: a small archive may hold a large page. */
function unpacked(response: IncomingMessage): Readable {
  switch (response.headers['content-encoding']?.trim().toLowerCase()) {
    case undefined:
    case '':
    case 'identity':
      return response;
    case 'gzip':
    case 'x-gzip':
      return pipeline(response, createGunzip(), () => {});
    case 'deflate':
      return pipeline(response, createInflate(), () => {});
    case 'br':
      return pipeline(response, createBrotliDecompress(), () => {});
    default:
      throw new Refused('unreadable');
  }
}
