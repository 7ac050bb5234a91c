import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ActOrder, actOrder } from './acts.ts';
import type { Page } from './build-page.ts';
import type { Happened, Happenings } from './happenings.ts';
import type { RichMenus } from './rich-menus.ts';

export interface PagePorts {
  readonly page: Page;
  readonly happenings: Happenings;
  readonly menus: RichMenus;
  readonly act: (order: ActOrder) => boolean;
}

/** Nothing from elsewhere, no code from strings, no frames. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The phone page, what happens as a stream of server-sent events, and what is done on the page. */
export function pageRoutes(app: FastifyInstance, { page, happenings, menus, act }: PagePorts): void {
  app.addHook('onSend', async (_request, reply) => {
    reply.header('content-security-policy', POLICY);
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'no-referrer');
  });
  app.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(page.html));
  app.get('/page.js', (_request, reply) => reply.type('text/javascript; charset=utf-8').send(page.script));
  app.get('/page.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(page.style));
  app.get('/_emulator/menu-images/:id', (request, reply) => {
    const image = menus.image((request.params as { readonly id: string }).id);
    return image ? reply.type(image.type).send(image.bytes) : reply.callNotFound();
  });
  app.post('/_emulator/acts', (request, reply) => {
    const order = actOrder.safeParse(request.body);
    if (!order.success) return reply.code(400).send({ message: order.error.message });
    return reply.code(act(order.data) ? 202 : 404).send({});
  });
  streamRoute(app, happenings);
}

/** A page that comes back says what it has seen last; after a restart of the emulator it is told everything. */
function streamRoute(app: FastifyInstance, happenings: Happenings): void {
  const run = randomUUID();
  app.get('/_emulator/stream', (request: FastifyRequest, reply: FastifyReply) => {
    const [seenRun, seen] = String(request.headers['last-event-id'] ?? '').split('/');
    const stream = reply.raw;
    reply.hijack();
    stream.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    const tell = (happened: Happened) =>
      stream.write(`id: ${run}/${happened.seq}\ndata: ${JSON.stringify(happened)}\n\n`);
    for (const happened of happenings.after(seenRun === run ? Number(seen) : 0)) tell(happened);
    const stop = happenings.listen(tell);
    request.raw.once('close', stop);
  });
}
