import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  fastify,
  LogController,
} from 'fastify';
import type { DestinationStream } from 'pino';
import type { ConversationState, TurnInput, TurnResult } from '../../src/conversation/index.ts';
import type { IsoDate } from '../../src/text/index.ts';
import { createConversations } from './api/conversations.ts';
import { lengthOf, parseMessage } from './api/message.ts';
import { problemBody, problemOf, sendProblem } from './api/problems.ts';
import { logFailure, logRequest, secure } from './hygiene.ts';

/** A question of the knowledge base that begins like what is being typed. */
export interface Suggestion {
  readonly text: string;
  readonly entry: string;
}

/** Everything the web channel needs of the rest; `bin/` gives it. */
export interface WebPorts {
  turn(state: ConversationState, input: TurnInput, asOf: IsoDate): TurnResult;
  suggest(q: string): readonly Suggestion[];
  readonly insurers: readonly { readonly id: string; readonly name: string }[];
  today(): IsoDate;
  /** Milliseconds, for the expiry of conversations. */
  now(): number;
  ready(): boolean;
  /** Rejects while the database cannot be used. */
  checkStore(): Promise<void>;
  /** The folder that `buildWidget` wrote. */
  readonly staticRoot: string;
  readonly logLevel: string;
}

/** A conversation and the insurer that the page last gave for it. */
interface Kept {
  readonly state: ConversationState;
  readonly insurer: string | undefined;
}

const BODY_LIMIT = 32 * 1024;
const LONGEST_QUERY = 100;
const MOST_SUGGESTIONS = 8;
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** The web channel: JSON API, demo page and widget; `logTo` takes the log instead of the standard output. */
export function createServer(ports: WebPorts, logTo?: DestinationStream): FastifyInstance {
  const app: FastifyInstance = fastify({
    bodyLimit: BODY_LIMIT,
    requestTimeout: 10_000,
    logger: { level: ports.logLevel, base: null, ...(logTo ? { stream: logTo } : {}) },
    logController: new LogController({ disableRequestLogging: true }),
    // A URL that cannot be decoded never reaches a route, nor the hooks.
    frameworkErrors: (error, request, reply) => {
      secure(request, reply);
      sendProblem(reply, problemOf(error));
    },
    clientErrorHandler: (_error, socket) => {
      if (!socket.writable) return socket.destroy();
      const head = 'HTTP/1.1 400 Bad Request\r\nContent-Type: application/problem+json; charset=utf-8\r\n';
      const body = problemBody('bad-request');
      socket.end(`${head}Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`);
    },
  });
  // Only JSON is read; Fastify would also take plain text.
  app.removeContentTypeParser('text/plain');
  app.addHook('onSend', async (request, reply) => secure(request, reply));
  app.addHook('onResponse', async (request, reply) => logRequest(app, request, reply));
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, 'not-found'));
  app.setErrorHandler((error, _request, reply) => {
    const kind = problemOf(error);
    if (kind === 'internal') logFailure(app, error);
    return sendProblem(reply, kind);
  });

  app.post('/api/messages', messageHandler(ports));
  app.get('/api/suggest', (request, reply) => suggest(ports, request, reply));
  app.get('/api/insurers', async () => ({ insurers: ports.insurers.map(({ id, name }) => ({ id, name })) }));
  for (const page of ['calculator', 'embed', 'preview'])
    app.get(`/${page}`, (_request, reply) => reply.sendFile(`${page}.html`));
  app.get('/healthz', async () => ({ status: 'ok', ready: ports.ready() }));
  app.get('/readyz', (_request, reply) => readiness(ports, reply));
  refuseOthers(app, '/api/messages', ['POST']);
  for (const url of ['/api/suggest', '/api/insurers', '/healthz', '/readyz'])
    refuseOthers(app, url, ['GET', 'HEAD']);
  app.register(fastifyStatic, { root: resolve(ports.staticRoot), dotfiles: 'ignore' });
  return app;
}

function messageHandler(ports: WebPorts) {
  const conversations = createConversations<Kept>();
  const known = new Set(ports.insurers.map(({ id }) => id));
  return async (request: FastifyRequest, reply: FastifyReply) => {
    if (!ports.ready()) return sendProblem(reply.header('retry-after', '1'), 'not-ready');
    const parsed = parseMessage(request.body, known);
    if (!parsed.ok) return sendProblem(reply, parsed.problem);
    const { conversationId: given, insurer, input } = parsed.message;
    const now = ports.now();
    const kept = given === undefined ? undefined : conversations.get(given, now);
    const result = ports.turn(stateFor(kept, insurer), input, ports.today());
    // The id is always the server's own: one that it does not know is never taken over from a request.
    const conversationId = given !== undefined && kept ? given : randomUUID();
    conversations.put(conversationId, { state: result.state, insurer: insurer ?? kept?.insurer }, now);
    return {
      conversationId,
      decision: result.decision,
      entry: result.entry,
      candidates: result.candidates,
      reply: result.reply,
    };
  };
}

/**
 * The state to go on from. A page gives its insurer with every message, so it counts only where it is new:
 * otherwise it would undo what the resident has told the bot since.
 */
function stateFor(kept: Kept | undefined, insurer: string | undefined): ConversationState {
  const state: ConversationState = kept?.state ?? { version: 1 };
  return insurer === undefined || insurer === kept?.insurer ? state : { ...state, insurer };
}

/** For whoever sends the requests on: 503 while questions cannot be answered or kept. */
async function readiness(ports: WebPorts, reply: FastifyReply) {
  const store = await ports.checkStore().then(
    () => true,
    () => false,
  );
  const bot = ports.ready();
  return reply.code(store && bot ? 200 : 503).send({ ready: store && bot, bot, store });
}

async function suggest(ports: WebPorts, request: FastifyRequest, reply: FastifyReply) {
  const { q = '' } = request.query as { readonly q?: string | readonly string[] };
  if (typeof q !== 'string') return sendProblem(reply, 'bad-request');
  if (lengthOf(q) > LONGEST_QUERY) return sendProblem(reply, 'query-too-long');
  // One character begins too many questions to be of help.
  const found = lengthOf(q.trim()) < 2 || !ports.ready() ? [] : ports.suggest(q);
  return { suggestions: found.slice(0, MOST_SUGGESTIONS).map(({ text, entry }) => ({ text, entry })) };
}

/** Answers 405 to the methods a route does not have, before any body is read. */
function refuseOthers(app: FastifyInstance, url: string, allowed: readonly string[]): void {
  const refuse = (_request: FastifyRequest, reply: FastifyReply) =>
    sendProblem(reply.header('allow', allowed.join(', ')), 'method-not-allowed');
  const method = METHODS.filter((name) => !allowed.includes(name));
  app.route({
    method,
    url,
    exposeHeadRoute: false,
    onRequest: async (q, r) => refuse(q, r),
    handler: refuse,
  });
}
