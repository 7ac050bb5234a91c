import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Answer, refusal } from './answers.ts';
import type { RichMenus } from './rich-menus.ts';

/** More than LINE takes, so that the refusal is LINE's and not the server's. */
const IMAGE_LIMIT = 4 * 1024 * 1024;

interface Ids {
  readonly id: string;
  readonly user: string;
  readonly alias: string;
}

/** The calls about rich menus; those about pictures are on api-data.line.me in reality, and here on the same address. */
export function richMenuRoutes(
  app: FastifyInstance,
  menus: RichMenus,
  send: (reply: FastifyReply, answer: Answer) => FastifyReply,
): void {
  app.addContentTypeParser(
    /^image\//,
    { parseAs: 'buffer', bodyLimit: IMAGE_LIMIT },
    (_request, body, done) => done(null, body),
  );
  const route = (
    method: 'GET' | 'POST' | 'DELETE',
    url: string,
    answer: (ids: Ids, body: unknown) => Answer,
  ) =>
    app.route({
      method,
      url: `/v2/bot${url}`,
      handler: (request, reply) => send(reply, answer(request.params as Ids, request.body)),
    });

  route('POST', '/richmenu', (_ids, body) => menus.create(body));
  route('POST', '/richmenu/validate', (_ids, body) => menus.validate(body));
  route('GET', '/richmenu/list', () => menus.list());
  route('GET', '/richmenu/:id', ({ id }) => menus.get(id));
  route('DELETE', '/richmenu/:id', ({ id }) => menus.delete(id));

  route('POST', '/richmenu/alias', (_ids, body) => menus.createAlias(body));
  route('GET', '/richmenu/alias/list', () => menus.aliases());
  route('GET', '/richmenu/alias/:alias', ({ alias }) => menus.alias(alias));
  route('POST', '/richmenu/alias/:alias', ({ alias }, body) => menus.updateAlias(alias, body));
  route('DELETE', '/richmenu/alias/:alias', ({ alias }) => menus.deleteAlias(alias));

  route('GET', '/user/all/richmenu', () => menus.default);
  route('DELETE', '/user/all/richmenu', () => menus.cancelDefault());
  route('POST', '/user/all/richmenu/:id', ({ id }) => menus.setDefault(id));
  route('GET', '/user/:user/richmenu', ({ user }) => menus.ofUser(user));
  route('DELETE', '/user/:user/richmenu', ({ user }) => menus.unlink(user));
  route('POST', '/user/:user/richmenu/:id', ({ user, id }) => menus.link(user, id));

  app.post('/v2/bot/richmenu/:id/content', { bodyLimit: IMAGE_LIMIT }, (request, reply) =>
    send(reply, uploaded(menus, request)),
  );
  app.get('/v2/bot/richmenu/:id/content', (request, reply) => {
    const image = menus.image((request.params as Ids).id);
    return image ? reply.type(image.type).send(image.bytes) : send(reply, refusal(404, 'image not found'));
  });
}

function uploaded(menus: RichMenus, request: FastifyRequest): Answer {
  const type = request.headers['content-type']?.split(';')[0]?.trim() ?? '';
  if (!Buffer.isBuffer(request.body)) return refusal(415, 'Must be image/png or image/jpeg');
  return menus.setImage((request.params as Ids).id, { type, bytes: request.body });
}
