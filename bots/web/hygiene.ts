import type { FastifyHelmetOptions } from '@fastify/helmet';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

type Policy = Readonly<Record<string, readonly string[]>>;

/** For everything but pages: an answer that a browser takes for a page may do nothing. */
const NO_PAGE: Policy = { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] };

/**
 * For our own pages. Scripts are files of this host, which may load their other parts; a script that stands in the page itself, or
 * that somebody gets into it, runs only with the nonce that helmet makes for each answer. 'strict-dynamic' is left out on
 * purpose: a script of ours could then be made to bring in others, from anywhere. Lit's styles are constructed sheets,
 * which need no 'unsafe-inline'.
 */
const PAGE: Policy = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'"],
  'connect-src': ["'self'"],
  // The page on embedding shows a page of ours in a frame.
  'frame-src': ["'self'"],
  'frame-ancestors': ["'self'"],
  'form-action': ["'self'"],
  'base-uri': ["'none'"],
};

/** Swagger UI draws its icons from data: URLs and writes style attributes; its scripts are files of this server. */
const DOCS: Policy = {
  ...PAGE,
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
};

const policy = (directives: Policy) => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: Object.fromEntries(Object.entries(directives).map(([name, values]) => [name, [...values]])),
  },
});

/** The headers of every answer; told to keep to https only where the city's address has it. */
export function headers(isHttps: boolean): FastifyHelmetOptions {
  return {
    ...policy(NO_PAGE),
    strictTransportSecurity: isHttps && { maxAge: 31_536_000, includeSubDomains: false },
    referrerPolicy: { policy: 'no-referrer' },
    xXssProtection: false,
    xDownloadOptions: false,
  };
}

/** The route options of a page of ours. */
export const PAGE_HEADERS = { helmet: { ...policy(PAGE), enableCSPNonces: true } } as const;

/**
 * The route options of a page of the staff: no page shows it in a frame. Its address goes along to our own pages, because without it
 * browsers say of a form that it comes from `null`.
 */
export const STAFF_PAGE_HEADERS = {
  helmet: {
    ...policy({ ...PAGE, 'frame-src': ["'none'"], 'frame-ancestors': ["'none'"] }),
    enableCSPNonces: true,
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
  },
} as const satisfies { readonly helmet: FastifyHelmetOptions };

/** The headers of the page on which the API is tried. */
export const DOCS_HEADERS = { helmet: policy(DOCS) } as const;

/** Helmet knows no such header: the bot needs none of what a browser can be asked to share. */
const PERMISSIONS = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'display-capture']
  .map((name) => `${name}=()`)
  .join(', ');

/** Sets what helmet does not, and keeps what the API and the staff's pages say out of every cache. */
export function secure(request: FastifyRequest, reply: FastifyReply): void {
  reply.header('permissions-policy', PERMISSIONS);
  if (/^\/(?:api\/|staff(?:[/?]|$)|healthz|readyz|metrics)/.test(request.url))
    reply.header('cache-control', 'no-store');
}

/** The headers of an answer to a URL that cannot be decoded, which never reaches a hook. */
export function secureUnrouted(reply: FastifyReply): void {
  reply.headers({
    'content-security-policy': "default-src 'none';frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  });
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
