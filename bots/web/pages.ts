import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';
import type { IsoDate } from '../../src/text/index.ts';
import { PAGE_HEADERS } from './hygiene.ts';
import { NONCE, PAGES, STAFF_TEMPLATES } from './templates.ts';

/**
 * Serves each page that `buildWidget` wrote, `index` at `/`; a nonce of its own goes into every answer, and `asOf` where the
 * bot takes another day for today, so that dates worked out in the browser are of that day too.
 */
export async function pageRoutes(app: FastifyInstance, staticRoot: string, asOf?: IsoDate): Promise<void> {
  const meta = asOfMeta(asOf);
  await app.register(compress, { encodings: ['br', 'gzip'], globalDecompression: false });
  for (const file of await pagesIn(join(staticRoot, PAGES))) {
    const name = basename(file, '.html');
    const html = await readFile(file, 'utf8');
    const pieces = html.replace('</head>', `${meta}</head>`).split(NONCE);
    app.get(name === 'index' ? '/' : `/${name}`, PAGE_HEADERS, (_request, reply) => {
      // Not even a cache on the way may hand the same nonce out twice.
      reply.header('cache-control', 'no-store').type('text/html; charset=utf-8');
      return reply.send(pieces.join(reply.cspNonce.script));
    });
  }
}

/** Tells a page's scripts which day the bot takes for today, where that is not the clock's. */
export function asOfMeta(asOf: IsoDate | undefined): string {
  return asOf === undefined ? '' : `<meta name="madoguchi-as-of" content="${asOf}">\n  `;
}

async function pagesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => {
    throw new Error(`${folder} にページがありません。npm run build をしてから、起動してください。`);
  });
  const pages = names.filter((name) => name.endsWith('.html') && !name.startsWith(STAFF_TEMPLATES));
  return pages.map((name) => join(folder, name));
}
