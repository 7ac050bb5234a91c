import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** The demo page and the widget load nothing from elsewhere; Lit's styles are constructed sheets, which need no 'unsafe-inline'. */
const HEADERS = {
  'content-security-policy':
    "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
} as const;

/** Sets the security headers, and keeps what the API says out of every cache. */
export function secure(request: FastifyRequest, reply: FastifyReply): void {
  reply.headers(HEADERS);
  if (/^\/(api\/|healthz|readyz)/.test(request.url)) reply.header('cache-control', 'no-store');
}

/** The only line about a request: no body, query string, user or address, so that a log holds nothing personal. */
export function logRequest(app: FastifyInstance, request: FastifyRequest, reply: FastifyReply): void {
  const route = request.routeOptions.url ?? 'unknown';
  app.log.info({
    method: request.method,
    route,
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime),
  });
}

/** Says where an error came from; its message is left out, because it may quote what a resident typed. */
export function logFailure(app: FastifyInstance, error: unknown): void {
  const failure = error instanceof Error ? error.constructor.name : typeof error;
  app.log.error({ failure, frames: error instanceof Error ? framesOf(error) : [] });
}

function framesOf({ stack = '', message }: Error): readonly string[] {
  const start = stack.indexOf(message);
  if (start < 0) return [];
  const lines = stack.slice(start + message.length).split('\n');
  return lines.map((line) => line.trim()).filter((line) => line.startsWith('at '));
}
