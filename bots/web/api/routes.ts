import compress from '@fastify/compress';
import cors from '@fastify/cors';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { conversationLimit, limitOf, limitOptions } from '../limits.ts';
import type { WebPorts } from '../ports.ts';
import { createExchange } from './exchange.ts';
import { lengthOf, messageOf } from './message.ts';
import { apiDocument } from './openapi.ts';
import { sendProblem } from './problems.ts';
import { refuseOthers } from './refuse.ts';
import { ROUTES } from './route-schemas.ts';

const LONGEST_QUERY = 100;
const MOST_SUGGESTIONS = 8;
/** How long a browser need not ask again whether a page may use the API, in seconds; browsers take two hours at most. */
const PREFLIGHT_S = 7_200;

type Api = ReturnType<typeof typed>;
const typed = (app: FastifyInstance) => app.withTypeProvider<ZodTypeProvider>();

/** Everything below `/api`, for a page of ours or of an allowed origin. */
export async function apiRoutes(root: FastifyInstance, ports: WebPorts): Promise<void> {
  const { allowedOrigins, rateLimit: limit } = ports.settings;
  await root.register(cors, {
    // A page that is not on the list gets no header at all, and its browser keeps the answer from it.
    origin: (origin, decide) =>
      decide(null, origin !== undefined && allowedOrigins.includes(origin) ? origin : false),
    methods: ['GET', 'HEAD', 'POST', 'DELETE'],
    allowedHeaders: ['Content-Type', 'Idempotency-Key'],
    exposedHeaders: ['Retry-After'],
    maxAge: PREFLIGHT_S,
  });
  await root.register(compress, { encodings: ['br', 'gzip'], globalDecompression: false });
  if (limit > 0) await root.register(rateLimit, limitOptions(ports));
  root.setValidatorCompiler(validatorCompiler);
  // The schemas describe the answers, and tests hold them to it; an answer must not fail because a description lags behind.
  root.setSerializerCompiler(() => (answer) => JSON.stringify(answer));
  await apiDocument(root);
  const app = typed(root);
  talkRoutes(app, ports);
  lookupRoutes(app, ports);
  refuseOthers(root, '/messages', ['POST']);
  refuseOthers(root, '/feedback', ['POST']);
  refuseOthers(root, '/conversations/:id', ['DELETE']);
  for (const url of ['/suggest', '/menu', '/insurers', '/openapi.json'])
    refuseOthers(root, url, ['GET', 'HEAD']);
}

function talkRoutes(app: Api, ports: WebPorts): void {
  const { rateLimit: limit } = ports.settings;
  const exchange = createExchange(ports);
  const known = new Set(ports.insurers('ja').map(({ id }) => id));
  const write = limitOf('write', limit);
  const secondsToWait = limit > 0 ? conversationLimit(app) : async () => 0;
  const notReady = (reply: FastifyReply) => sendProblem(reply.header('retry-after', '1'), 'not-ready');

  app.post('/messages', { schema: ROUTES.messages, config: write }, async (request, reply) => {
    if (!ports.ready()) return notReady(reply);
    const message = messageOf(request.body, known);
    if (typeof message === 'string') return sendProblem(reply, message);
    const key = request.headers['idempotency-key'];
    const wait = message.conversationId === undefined ? 0 : await secondsToWait(request);
    const repeated = key === undefined ? undefined : exchange.repeated(key, message);
    if (repeated === 'key-reused') return sendProblem(reply, repeated);
    if (repeated === undefined && wait > 0)
      return sendProblem(reply.header('retry-after', String(wait)), 'too-many');
    return repeated ?? exchange.say(key, message);
  });
  app.post('/feedback', { schema: ROUTES.feedback, config: write }, async (request, reply) => {
    const problem = await exchange.feedback(request.body);
    return problem === undefined ? reply.code(204).send() : sendProblem(reply, problem);
  });
  app.delete(
    '/conversations/:id',
    { schema: ROUTES.forget, config: limitOf('read', limit) },
    async (request, reply) => {
      exchange.forget(request.params.id);
      return reply.code(204).send();
    },
  );
}

function lookupRoutes(app: Api, ports: WebPorts): void {
  const config = limitOf('read', ports.settings.rateLimit);
  app.get('/suggest', { schema: ROUTES.suggest, config }, async ({ query: { q } }, reply) => {
    if (lengthOf(q) > LONGEST_QUERY) return sendProblem(reply, 'query-too-long');
    // One character begins too many questions to be of help.
    const found = lengthOf(q.trim()) < 2 || !ports.ready() ? [] : ports.suggest(q);
    return { suggestions: found.slice(0, MOST_SUGGESTIONS).map(({ text, entry }) => ({ text, entry })) };
  });
  app.get('/menu', { schema: ROUTES.menu, config }, async ({ query }) => {
    const set = query.typeset === '1' && ports.ready() ? ports.typeset : (text: string) => text;
    const categories = ports.menu(query.language ?? 'ja').map(({ id, label, entries }) => ({
      id,
      label: set(label),
      entries: entries.map((entry) => ({ value: entry.value, label: set(entry.label) })),
    }));
    return { categories };
  });
  app.get('/insurers', { schema: ROUTES.insurers, config }, async ({ query }) => ({
    insurers: ports.insurers(query.language ?? 'ja').map(({ id, name }) => ({ id, name })),
  }));
}
