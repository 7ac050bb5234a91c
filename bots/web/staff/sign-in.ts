import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { STAFF_PAGE_HEADERS } from '../hygiene.ts';
import { isFromOurPage, linkTo, returnPath } from './addresses.ts';
import { clearCookie, readCookie, setCookie } from './cookies.ts';
import { createLocalSignIn } from './local-sign-in.ts';
import { createQueue } from './queue.ts';
import type { SignInLimit } from './sign-in-limits.ts';
import { SIGN_IN_STATUS, type SignInPage, type SignInTrouble, signInPage } from './sign-in-page.ts';
import type { StaffSite } from './site.ts';
import { derived, isSame, isToken, randomToken } from './tokens.ts';

const PATH = '/staff/sign-in';
/** Passwords that wait to be compared one after the other: ten seconds' work. */
const MOST_WAITING = 30;
/** Limits count by the minute. */
const BUSY_S = 60;
const BODY_LIMIT = 8 * 1024;

const Form = z.object({
  name: z.string().max(100).catch(''),
  password: z.string().max(200).catch(''),
  csrf: z.string().catch(''),
  return: z.string().catch(''),
});

/** What a sign-in page is shown with, beside what the site knows. */
export type Shown = Pick<SignInPage, 'path' | 'returnTo' | 'typedName' | 'trouble' | 'isLeaving'>;

/** Shows the sign-in page, with a token for its form that only this browser has. */
export function showSignIn(
  { send, staff, web }: StaffSite,
  request: FastifyRequest,
  reply: FastifyReply,
  shown: Shown,
): FastifyReply {
  const kept = readCookie(request, 'form', web.settings);
  const secret = isToken(kept) ? kept : randomToken();
  setCookie(reply, 'form', secret, web.settings);
  reply.code(shown.trouble === undefined ? 200 : SIGN_IN_STATUS[shown.trouble.kind]);
  if (shown.trouble?.kind === 'busy') reply.header('retry-after', String(BUSY_S));
  const hasOidc = staff.oidc !== undefined;
  const main = signInPage({ ...shown, csrf: derived(secret, 'form'), hasOidc });
  return send(reply, { path: shown.path, title: 'サインイン', main });
}

/** The page on which staff sign in, and what its form is sent to. */
export function signInRoutes(app: FastifyInstance, site: StaffSite, limit: SignInLimit): void {
  const { web, staff, keeper, publicOrigin } = site;
  const signIn = createLocalSignIn(staff);
  const queue = createQueue(MOST_WAITING);

  app.get<{ Querystring: { return?: unknown; out?: unknown } }>(
    PATH,
    STAFF_PAGE_HEADERS,
    async (request, reply) => {
      const returnTo = returnPath(request.query.return);
      if (await keeper.find(request)) return reply.redirect(linkTo(returnTo, PATH), 303);
      const isLeaving = request.query.out !== undefined;
      return showSignIn(site, request, reply, { path: PATH, returnTo, isLeaving });
    },
  );

  app.post(PATH, { ...STAFF_PAGE_HEADERS, bodyLimit: BODY_LIMIT }, async (request, reply) => {
    const form = Form.parse(request.body ?? {});
    const returnTo = returnPath(form.return);
    const typedName = form.name;
    const refuse = (trouble: SignInTrouble) =>
      showSignIn(site, request, reply, { path: PATH, returnTo, typedName, trouble });
    const secret = readCookie(request, 'form', web.settings);
    const isOurForm = isToken(secret) && isSame(form.csrf, derived(secret, 'form'));
    if (!isOurForm || !isFromOurPage(request.headers, publicOrigin)) return refuse({ kind: 'stale-form' });
    const blank = { name: form.name.trim() === '', password: form.password === '' };
    if (blank.name || blank.password) return refuse({ kind: 'blank', ...blank });
    if (await limit(request, 'form')) return refuse({ kind: 'busy' });
    const outcome = await queue(() => signIn(form.name, form.password, web.now()));
    if (outcome === 'full') return refuse({ kind: 'busy' });
    if (outcome.kind === 'wrong') return refuse(outcome);
    await keeper.begin(request, reply, { kind: 'local', name: outcome.name });
    clearCookie(reply, 'form', web.settings);
    return reply.redirect(linkTo(returnTo, PATH), 303);
  });
}
