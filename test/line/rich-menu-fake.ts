import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export const TOKEN = 'a-token-of-the-test';

export interface FakeMenu {
  id: string;
  name: string;
  image: Buffer | null;
  definition: unknown;
}

/** The rich menus of one LINE account behind HTTP, as the specification tells them; both of LINE's hosts in one. */
export interface FakeLine {
  readonly url: string;
  /** To be changed freely between two runs. */
  readonly account: { menus: FakeMenu[]; defaultId: string | null };
  /** The requests that change something, e.g. `DELETE /v2/bot/richmenu/1`; emptied by the test. */
  readonly changes: string[];
  /** The changes that still succeed; all later ones are refused with 500. */
  changesLeft: number;
  close(): Promise<void>;
}

export async function startFakeLine(): Promise<FakeLine> {
  let made = 0;
  const server = createServer((request, response) => void handle(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const line: FakeLine = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    account: { menus: [], defaultId: null },
    changes: [],
    changesLeft: Number.POSITIVE_INFINITY,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const { status, json = {}, bytes } = answer(request, body);
    response.writeHead(status, { 'x-line-request-id': 'request-7' });
    response.end(bytes ?? JSON.stringify(json));
  }

  function answer({ method = '', url = '', headers }: IncomingMessage, body: Buffer): Answer {
    if (headers.authorization !== `Bearer ${TOKEN}`)
      return { status: 401, json: { message: headers.authorization } };
    if (method !== 'GET') {
      if (line.changesLeft <= 0) return { status: 500 };
      line.changesLeft -= 1;
      line.changes.push(`${method} ${url}`);
    }
    return method === 'GET' ? read(url) : change(method, url, headers['content-type'] ?? '', body);
  }

  function read(url: string): Answer {
    const { menus, defaultId } = line.account;
    if (url === '/v2/bot/richmenu/list') {
      return { status: 200, json: { richmenus: menus.map(({ id, name }) => ({ richMenuId: id, name })) } };
    }
    if (url === '/v2/bot/user/all/richmenu') {
      return defaultId === null ? { status: 404 } : { status: 200, json: { richMenuId: defaultId } };
    }
    const image = url.endsWith('/content') ? menuOf(url)?.image : null;
    return image ? { status: 200, bytes: image } : { status: 404 };
  }

  function change(method: string, url: string, type: string, body: Buffer): Answer {
    const { account } = line;
    if (url === '/v2/bot/richmenu') {
      made += 1;
      const id = `made-${made}`;
      const definition = JSON.parse(body.toString());
      account.menus.push({ id, name: definition.name, image: null, definition });
      return { status: 200, json: { richMenuId: id } };
    }
    const menu = menuOf(url);
    if (menu === undefined) return { status: 404 };
    if (url.endsWith('/content')) {
      if (menu.image !== null || type !== 'image/png') return { status: 400 };
      menu.image = body;
    } else if (method === 'DELETE') {
      account.menus.splice(account.menus.indexOf(menu), 1);
      if (account.defaultId === menu.id) account.defaultId = null;
    } else {
      if (menu.image === null) return { status: 400 };
      account.defaultId = menu.id;
    }
    return { status: 200 };
  }

  function menuOf(url: string): FakeMenu | undefined {
    const [, id] = /\/richmenu\/([^/]+)/.exec(url) ?? [];
    return line.account.menus.find((menu) => menu.id === id);
  }

  return line;
}

interface Answer {
  readonly status: number;
  readonly json?: object;
  readonly bytes?: Buffer;
}
