import helmet from '@fastify/helmet';
import { type FastifyInstance, type FastifyReply, fastify, LogController } from 'fastify';
import type { DestinationStream } from 'pino';
import { problemBody, problemOf, sendProblem } from './api/problems.ts';
import { refuseOthers } from './api/refuse.ts';
import { apiRoutes } from './api/routes.ts';
import { headers, logFailure, logRequest, secure, secureUnrouted } from './hygiene.ts';
import { warnOfProxy } from './limits.ts';
import { metricsRoute } from './metrics.ts';
import { pageRoutes } from './pages.ts';
import type { WebPorts, WebSettings } from './ports.ts';
import { staffRoutes } from './staff/staff.ts';
import { fileRoutes } from './static-files.ts';

const BODY_LIMIT = 32 * 1024;

/** The web channel: JSON API, pages and scripts; `logTo` takes the log instead of the standard output. */
export function createServer(ports: WebPorts, logTo?: DestinationStream): FastifyInstance {
  const { logLevel, isHttps, trustProxy } = ports.settings;
  const { staff } = ports;
  const app: FastifyInstance = fastify({
    bodyLimit: BODY_LIMIT,
    requestTimeout: 10_000,
    trustProxy: trustOf(trustProxy),
    logger: { level: logLevel, base: null, ...(logTo ? { stream: logTo } : {}) },
    logController: new LogController({ disableRequestLogging: true }),
    // A URL that cannot be decoded never reaches a route, nor the hooks.
    frameworkErrors: (error, _request, reply) => {
      secureUnrouted(reply);
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
  if (trustProxy === false) warnOfProxy(app);
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, 'not-found'));
  app.setErrorHandler((error, _request, reply) => {
    const kind = problemOf(error);
    if (kind === 'internal') logFailure(app, error);
    return sendProblem(reply, kind);
  });

  app.register(helmet, headers(isHttps));
  app.register(async (api) => apiRoutes(api, ports), { prefix: '/api' });
  app.register(async (pages) => pageRoutes(pages, ports.staticRoot, ports.settings.asOf));
  if (staff) app.register(async (pages) => staffRoutes(pages, ports, staff));
  app.register(async (files) => fileRoutes(files, ports.staticRoot));
  app.register(async (health) => healthRoutes(health, ports));
  app.register(async (metrics) => metricsRoute(metrics, ports));
  return app;
}

/** Hops are counted from our end, so what a resident claims further out is not believed. */
function trustOf(
  trust: WebSettings['trustProxy'],
): false | string[] | ((address: string, hop: number) => boolean) {
  if (trust === false) return false;
  return typeof trust === 'number' ? (_address, hop) => hop < trust : [...trust];
}

function healthRoutes(app: FastifyInstance, ports: WebPorts): void {
  app.get('/healthz', async () => ({ status: 'ok', ready: ports.ready() }));
  app.get('/readyz', (_request, reply) => readiness(ports, reply));
  for (const url of ['/healthz', '/readyz']) refuseOthers(app, url, ['GET', 'HEAD']);
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
