import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from 'fastify';
import { type Answer, refusal } from './answers.ts';
import { type FaultKind, Faults } from './faults.ts';
import { harnessRoutes } from './harness-routes.ts';
import { type Call, type Delivery, MessageApi } from './message-api.ts';
import { richMenuRoutes } from './rich-menu-routes.ts';
import { RichMenus } from './rich-menus.ts';

export interface LineStandInOptions {
  readonly channelAccessToken: string;
  /** Ms since 1970. */
  readonly now: () => number;
  /** The bot's own user id, `U` and 32 hex digits. */
  readonly botUserId?: string;
  readonly botName?: string;
  /** How many deliveries and refused calls are kept; the oldest are forgotten, and counting goes on. */
  readonly keep?: number;
}

/** LINE's Messaging API without LINE. */
export interface LineStandIn {
  readonly app: FastifyInstance;
  readonly botUserId: string;
  readonly botName: string;
  readonly faults: Faults;
  readonly menus: RichMenus;
  /** What arrived, the oldest first. */
  readonly deliveries: readonly Delivery[];
  /** Calls that were refused for what they said, the oldest first. */
  readonly violations: readonly Delivery[];
  /** Makes the reply token of an event known, `at` ms since 1970; it opens the talk `to`. */
  registerReplyToken(token: string, to: string, at: number): void;
  /** Calls `listener` for each delivery until the returned function is called. */
  onDelivery(listener: (delivery: Delivery) => void): () => void;
  onViolation(listener: (call: Delivery) => void): () => void;
  onLoading(listener: (loading: { readonly to: string; readonly seconds: number }) => void): () => void;
  /** A fault struck a call. */
  onFault(listener: (struck: Struck) => void): () => void;
  /** Rich menus were made, linked or taken away. */
  onMenus(listener: () => void): () => void;
}

export interface Struck {
  readonly how: 'reply' | 'push';
  readonly fault: FaultKind;
}

const BODY_LIMIT = 2 * 1024 * 1024;
const KEPT = 10_000;
const BOT_USER_ID = `U${'b'.repeat(32)}`;
const BAD_TOKEN = refusal(
  401,
  'Authentication failed. Confirm that the access token in the authorization header is valid.',
);

/** A stand-in for LINE's Messaging API; nothing listens before `app.listen`. */
export function createLineStandIn(options: LineStandInOptions): LineStandIn {
  const { botUserId = BOT_USER_ID, botName = '窓口ボット', keep = KEPT } = options;
  const delivered = new Listeners<Delivery>();
  const refused = new Listeners<Delivery>();
  const loading = new Listeners<{ readonly to: string; readonly seconds: number }>();
  const struck = new Listeners<Struck>();
  const menusChanged = new Listeners<void>();
  const deliveries: Delivery[] = [];
  const violations: Delivery[] = [];
  const api = new MessageApi(options.now, {
    delivered: (delivery) => {
      remember(deliveries, delivery, keep);
      delivered.tell(delivery);
    },
    refused: (call) => {
      remember(violations, call, keep);
      refused.tell(call);
    },
    loading: (to, seconds) => loading.tell({ to, seconds }),
  });
  const faults = new Faults();
  const menus = new RichMenus(() => menusChanged.tell());
  const app = createApp(options.channelAccessToken);

  messageRoutes(app, api, faults, (fault) => struck.tell(fault));
  app.get('/v2/bot/info', async () => ({
    userId: botUserId,
    basicId: '@madoguchi',
    displayName: botName,
    chatMode: 'bot',
    markAsReadMode: 'auto',
  }));
  richMenuRoutes(app, menus, send);
  harnessRoutes(app, { faults, deliveries, violations, tokens: api.tokens, now: options.now });
  return {
    app,
    botUserId,
    botName,
    faults,
    menus,
    deliveries,
    violations,
    registerReplyToken: (token, to, at) => api.tokens.register(token, to, at),
    onDelivery: (listener) => delivered.add(listener),
    onViolation: (listener) => refused.add(listener),
    onLoading: (listener) => loading.add(listener),
    onFault: (listener) => struck.add(listener),
    onMenus: (listener) => menusChanged.add(listener),
  };
}

/** The calls that carry messages, which faults may strike, and the loading animation. */
function messageRoutes(
  app: FastifyInstance,
  api: MessageApi,
  faults: Faults,
  struck: (fault: Struck) => void,
): void {
  const strike = (how: 'reply' | 'push') => {
    const fault = faults.strike(how);
    if (fault) struck({ how, fault });
    return fault;
  };

  app.post('/v2/bot/message/reply', (request, reply) => {
    const fault = strike('reply');
    return answerWith(reply, fault, faults, () => api.reply(callOf(request), fault === 'expired-token'));
  });
  app.post('/v2/bot/message/push', (request, reply) =>
    answerWith(reply, strike('push'), faults, () => api.push(callOf(request))),
  );
  app.post('/v2/bot/chat/loading/start', (request, reply) => send(reply, api.loading(request)));
}

function createApp(channelAccessToken: string): FastifyInstance {
  const app = fastify({ bodyLimit: BODY_LIMIT, genReqId: () => randomUUID(), forceCloseConnections: true });
  app.removeContentTypeParser(['text/plain', 'application/json']);
  // LINE's own client calls some things with the type of JSON and no body.
  const json = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) =>
    body === '' ? done(null, undefined) : json(request, body as string, done),
  );
  app.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/v2/')) return;
    reply.header('x-line-request-id', request.id);
    if (request.headers.authorization !== `Bearer ${channelAccessToken}`) await send(reply, BAD_TOKEN);
  });
  app.setNotFoundHandler((_request, reply) => send(reply, refusal(404, 'Not found')));
  app.setErrorHandler((error, _request, reply) => {
    const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
    if (status === 400) return send(reply, refusal(400, 'The request body could not be parsed as JSON'));
    return send(
      reply,
      refusal(status, status < 500 ? 'The request is not accepted' : 'Internal server error'),
    );
  });
  return app;
}

function callOf(request: FastifyRequest): Call {
  const key = request.headers['x-line-retry-key'];
  return { body: request.body, retryKey: typeof key === 'string' ? key : null, requestId: request.id };
}

function send(reply: FastifyReply, { status, body, headers = {} }: Answer): FastifyReply {
  return reply.code(status).headers(headers).send(body);
}

/** Answers as LINE does, or as it does on a bad day; `proceed` does what the call asks for. */
async function answerWith(
  reply: FastifyReply,
  fault: FaultKind | null,
  { settings }: Faults,
  proceed: () => Answer,
): Promise<FastifyReply> {
  switch (fault) {
    case null:
    case 'expired-token':
      return send(reply, proceed());
    case '429':
      return send(reply, refusal(429, 'The API rate limit has been exceeded. Try again later.'));
    case '500':
      return send(reply, refusal(500, 'Internal server error'));
    case 'slow': {
      const answer = proceed();
      await wait(settings.slowMs);
      return send(reply, answer);
    }
    case 'timeout-after':
      proceed();
      return hangUp(reply, settings.hangMs);
    case 'timeout-before':
      return hangUp(reply, settings.hangMs);
    case 'reset-after':
      proceed();
      return hangUp(reply, 0);
    case 'reset-before':
      return hangUp(reply, 0);
  }
}

/** Breaks the connection after `ms` without an answer. */
function hangUp(reply: FastifyReply, ms: number): FastifyReply {
  const { socket } = reply.raw;
  reply.hijack();
  if (ms === 0) socket?.resetAndDestroy();
  else {
    const timer = setTimeout(() => socket?.resetAndDestroy(), ms);
    socket?.once('close', () => clearTimeout(timer));
  }
  return reply;
}

function remember(kept: Delivery[], delivery: Delivery, most: number): void {
  kept.push(delivery);
  // In larger steps, because the front of a long array is dear to cut.
  if (kept.length >= 2 * most) kept.splice(0, kept.length - most);
}

class Listeners<T> {
  readonly #all = new Set<(value: T) => void>();

  add(listener: (value: T) => void): () => void {
    this.#all.add(listener);
    return () => void this.#all.delete(listener);
  }

  tell(value: T): void {
    for (const listener of this.#all) listener(value);
  }
}
