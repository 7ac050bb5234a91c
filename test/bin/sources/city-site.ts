import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach } from 'vitest';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A city's site of one test, on this machine; pages are set and changed while it runs. */
export interface CitySite {
  readonly url: (path: string) => string;
  readonly pages: Map<string, Answer>;
  /** Every request, in order. */
  readonly requests: IncomingMessage[];
  /** Most requests that were under way at once. */
  most(): number;
}

/** Gives each test of the surrounding `describe` a site of its own. */
export function citySite(): () => CitySite {
  let site: CitySite;
  let stop: () => Promise<void>;
  beforeEach(async () => {
    ({ site, stop } = await start());
  });
  afterEach(() => stop());
  return () => site;
}

async function start(): Promise<{ site: CitySite; stop: () => Promise<void> }> {
  const pages = new Map<string, Answer>();
  const requests: IncomingMessage[] = [];
  let underWay = 0;
  let most = 0;
  const listener: RequestListener = (request, response) => {
    requests.push(request);
    underWay += 1;
    most = Math.max(most, underWay);
    response.once('close', () => {
      underWay -= 1;
    });
    (pages.get(request.url!) ?? status(404))(request, response);
  };
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    site: { url: (path) => `http://127.0.0.1:${port}${path}`, pages, requests, most: () => most },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export const status =
  (code: number): Answer =>
  (_request, response) => {
    response.writeHead(code).end('<p>だめです</p>');
  };

export const redirect =
  (location: string, code = 302): Answer =>
  (_request, response) => {
    response.writeHead(code, { location: Buffer.from(location).toString('latin1') }).end();
  };

export const page =
  (body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}): Answer =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
  };
