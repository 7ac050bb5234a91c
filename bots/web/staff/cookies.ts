import type { FastifyReply, FastifyRequest } from 'fastify';

/** Who is signed in; the form of the sign-in page; the way to the city's sign-in service and back. */
export type CookieName = 'session' | 'form' | 'oidc';

export interface CookieSettings {
  readonly isHttps: boolean;
}

/**
 * With https, `__Host-`: browsers take such a cookie from this host alone, not from a neighbour in its domain, and it has to hold for
 * the whole host. Residents' pages neither set nor read it. Not `Strict`, because coming back from the city's sign-in service is a
 * link from elsewhere; whatever changes something needs a token as well.
 */
function optionsOf({ isHttps }: CookieSettings) {
  return { httpOnly: true, sameSite: 'lax', secure: isHttps, path: isHttps ? '/' : '/staff' } as const;
}

const nameOf = (name: CookieName, { isHttps }: CookieSettings) =>
  `${isHttps ? '__Host-' : ''}madoguchi-staff-${name}`;

export function readCookie(
  request: FastifyRequest,
  name: CookieName,
  settings: CookieSettings,
): string | undefined {
  return request.cookies[nameOf(name, settings)];
}

/** Seconds for the way to the sign-in service and back; the other cookies go when the browser is closed. */
const OIDC_S = 600;

export function setCookie(
  reply: FastifyReply,
  name: CookieName,
  value: string,
  settings: CookieSettings,
): void {
  const options = optionsOf(settings);
  reply.setCookie(nameOf(name, settings), value, name === 'oidc' ? { ...options, maxAge: OIDC_S } : options);
}

export function clearCookie(reply: FastifyReply, name: CookieName, settings: CookieSettings): void {
  reply.clearCookie(nameOf(name, settings), optionsOf(settings));
}
