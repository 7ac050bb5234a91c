import { basename, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** What may be fetched: the files beside each other that pages and scripts name; not the templates, nor the list of files. */
const SERVED = /^\/[\w-]+(?:\.[\w-]+)*\.(?:js|css|svg)$/;
/** The mark that the build puts into a name, made of what is in the file. */
const HASHED = /-[A-Z0-9]{8}\.\w+$/;

const FOR_EVER = 'public, max-age=31536000, immutable';
/**
 * widget.js stands under one name in the pages of cities. The old one names files that the next build but one removes, so it must
 * not live long.
 */
const FOR_MINUTES = 'public, max-age=300, stale-while-revalidate=600';

/** Serves the scripts, styles and pictures, compressed as they lie there, to pages of any origin. */
export async function fileRoutes(app: FastifyInstance, staticRoot: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: resolve(staticRoot),
    index: false,
    dotfiles: 'ignore',
    cacheControl: false,
    preCompressed: true,
    allowedPath: (path) => SERVED.test(path),
    setHeaders: (reply, path) => {
      const name = basename(path).replace(/\.(?:br|gz)$/, '');
      reply.headers({
        'cache-control': HASHED.test(name) ? FOR_EVER : FOR_MINUTES,
        vary: 'Accept-Encoding',
        // A module script of another origin needs both; there is nothing secret in a script.
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
      });
    },
  });
}
