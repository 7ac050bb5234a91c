/** Where somebody arrives who says nothing else. */
export const STAFF_HOME = '/staff';

/** No base of any real address; what leads away from it leads away from us. */
const NOWHERE = 'http://staff.invalid';
/** Coming back to these would sign somebody out, go round in circles, or show JSON. */
const NOT_PAGES = /^\/staff\/(?:sign-in|sign-out|oidc|api)(?:\/|$)/;

/** The page to go on to after signing in: one of ours below /staff, whatever was asked for. */
export function returnPath(asked: unknown): string {
  if (typeof asked !== 'string' || !asked.startsWith(STAFF_HOME)) return STAFF_HOME;
  const url = URL.parse(asked, NOWHERE);
  if (url?.origin !== NOWHERE) return STAFF_HOME;
  const { pathname, search } = url;
  // As the browser will read it, not as it was written: dots are resolved, and control characters gone.
  const isBelow = pathname === STAFF_HOME || pathname.startsWith(`${STAFF_HOME}/`);
  const isPlain = isBelow && !/\/\/|\\|%(?:2e|2f|5c)/i.test(pathname) && !NOT_PAGES.test(pathname);
  return isPlain ? pathname + search : STAFF_HOME;
}

/** The way from a page to the folder in which `/staff` lies, for links that hold behind a proxy too which adds a folder. */
export function up(page: string): string {
  return '../'.repeat(page.split('/').length - 2);
}

/** A link from one page to another, both as /staff/… */
export function linkTo(target: string, page: string): string {
  return `${up(page)}${target.slice(1)}`;
}

/** The headers that tell where a request comes from. */
export interface Whence {
  readonly 'sec-fetch-site'?: string | string[] | undefined;
  readonly origin?: string | undefined;
  readonly host?: string | undefined;
}

/**
 * Whether a page of ours sent it, as far as the browser tells; other programs tell nothing, and need the token all the same.
 * `publicOrigin` is where the city's address is known, because a proxy may put another Host.
 */
export function isFromOurPage(headers: Whence, publicOrigin: string | undefined): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  if (headers.origin === undefined) return true;
  const origin = URL.parse(headers.origin);
  return origin !== null && (origin.origin === publicOrigin || origin.host === headers.host);
}
