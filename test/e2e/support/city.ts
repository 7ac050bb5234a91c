import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const PAGES = join(import.meta.dirname, '../pages');
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.css': 'text/css' };

/** The web server of a city, of another origin than the bot's. */
export interface City {
  readonly origin: string;
  stop(): Promise<void>;
}

/**
 * Serves test/e2e/pages under the strictest policy that docs/embed.md asks a city for; `BOT` in them becomes the address that
 * `bot()` gives.
 */
export async function startCity(bot: () => string): Promise<City> {
  const server = createServer(async (request, response) => {
    const name = new URL(request.url ?? '/', 'http://city').pathname.slice(1);
    const type = TYPES[extname(name)];
    const page =
      type && /^[\w-]+\.\w+$/.test(name) ? await readFile(join(PAGES, name), 'utf8').catch(() => null) : null;
    if (page === null) return response.writeHead(404).end();
    response.writeHead(200, {
      'content-type': `${type}; charset=utf-8`,
      'content-security-policy': `default-src 'none'; script-src ${bot()}; connect-src ${bot()}; style-src 'self'`,
    });
    response.end(page.replaceAll('BOT', bot()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
