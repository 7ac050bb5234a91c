import type { Duplex } from 'node:stream';
import { type FastifyInstance, type FastifyReply, fastify } from 'fastify';
import { type Fault, Faults } from './faults.ts';
import { type SocketLink, socketServer } from './socket-server.ts';
import { type Refusal, Workspace } from './workspace.ts';

export interface SlackStandInOptions {
  readonly botToken: string;
  /** For Socket Mode. */
  readonly appToken?: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Slack without Slack: the Web API, response_urls and Socket Mode, as strict as the real one about what this program sends. */
export interface SlackStandIn {
  readonly app: FastifyInstance;
  readonly workspace: Workspace;
  readonly faults: Faults;
  /** Every call with its method, refused or not, the oldest first. */
  readonly calls: readonly string[];
  /** Connections of Socket Mode. */
  readonly sockets: SocketLink;
  /** The address of the Web API; ends in a slash. */
  apiUrl(): string;
  responseUrl(token: string): string;
  /** Calls `listener` after each answer of a response_url or method, until the returned function is called. */
  onCall(listener: (method: string) => void): () => void;
  close(): Promise<void>;
}

/** Starts it on a free port of this machine. */
export async function startSlackStandIn(options: SlackStandInOptions): Promise<SlackStandIn> {
  const workspace = new Workspace(options.now);
  const faults = new Faults();
  const calls: string[] = [];
  const listeners = new Set<(method: string) => void>();
  const app = fastify({ bodyLimit: 2 * 1024 * 1024, forceCloseConnections: true });
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(body as string))),
  );
  const called = (method: string) => {
    calls.push(method);
    for (const listener of listeners) listener(method);
  };
  const sockets = socketServer();
  app.server.on('upgrade', (request, socket: Duplex) => sockets.accept(request, socket));
  let address = '';
  app.post<{ Params: { method: string }; Body: Readonly<Record<string, string>> | undefined }>(
    '/api/:method',
    async (request, reply) => {
      const { method } = request.params;
      const fault = faults.strike(method);
      if (fault !== undefined) return struck(reply, fault).finally(() => called(method));
      const isApp = method === 'apps.connections.open';
      const token = isApp ? options.appToken : options.botToken;
      const given = request.headers.authorization;
      if (given !== `Bearer ${token}`)
        return answered(reply, given === undefined ? 'not_authed' : 'invalid_auth');
      if (isApp) return { ok: true, url: `${address.replace('http', 'ws')}/link` };
      const refusal = callMethod(workspace, method, argumentsOf(request.body ?? {}));
      called(method);
      return answered(reply, refusal);
    },
  );
  app.post<{ Params: { token: string }; Body: Readonly<Record<string, unknown>> }>(
    '/respond/:token',
    async (request, reply) => {
      const fault = faults.strike('response_url');
      if (fault !== undefined) return struck(reply, fault).finally(() => called('response_url'));
      const refusal = workspace.respond(request.params.token, request.body);
      called('response_url');
      if (refusal === undefined) return 'ok';
      return reply.code(refusal === 'invalid_blocks' ? 400 : 404).send({ ok: false, error: refusal });
    },
  );
  address = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    app,
    workspace,
    faults,
    calls,
    sockets,
    apiUrl: () => `${address}/api/`,
    responseUrl: (token) => `${address}/respond/${token}`,
    onCall: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: async () => {
      sockets.close();
      await app.close();
    },
  };
}

/** Slack's client sends everything but texts as JSON in a form. */
function argumentsOf(form: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(form).map(([name, value]) => {
      if (name !== 'blocks' && name !== 'view') return [name, value];
      return [name, JSON.parse(value) as unknown];
    }),
  );
}

function callMethod(
  workspace: Workspace,
  method: string,
  { trigger_id, view_id, user_id, view, ...message }: Readonly<Record<string, unknown>>,
): Refusal {
  switch (method) {
    case 'chat.postEphemeral':
    case 'chat.postMessage':
      return workspace.post(method, message);
    case 'views.open':
      return workspace.open(trigger_id, view);
    case 'views.update':
      return workspace.update(view_id, view);
    case 'views.publish':
      return workspace.publish(user_id, view);
    default:
      return 'unknown_method';
  }
}

function answered(reply: FastifyReply, refusal: Refusal): FastifyReply {
  return reply.send(refusal === undefined ? { ok: true } : { ok: false, error: refusal });
}

async function struck(reply: FastifyReply, fault: Fault): Promise<FastifyReply> {
  switch (fault) {
    case 'ratelimited':
      return reply.code(429).header('retry-after', '1').send({ ok: false, error: 'ratelimited' });
    case '5xx':
      return reply.code(503).send('upstream connect error');
    case 'timeout':
      return reply.hijack();
    default:
      return reply.send({ ok: false, error: fault });
  }
}
