import type { FastifyInstance } from 'fastify';
import { STAFF_PAGE_HEADERS } from '../hygiene.ts';
import { linkTo, returnPath } from './addresses.ts';
import { clearCookie, readCookie, setCookie } from './cookies.ts';
import { createOidc, OIDC_RETURN, type OidcTrouble } from './oidc.ts';
import type { OidcSettings } from './ports.ts';
import { showSignIn } from './sign-in.ts';
import type { SignInLimit } from './sign-in-limits.ts';
import type { SignInTrouble } from './sign-in-page.ts';
import type { StaffSite } from './site.ts';
import { isToken, randomToken } from './tokens.ts';

const START = '/staff/oidc';

/** The way to the city's sign-in service and back. */
export function oidcRoutes(
  app: FastifyInstance,
  site: StaffSite,
  settings: OidcSettings,
  limit: SignInLimit,
): void {
  const { web, staff, keeper } = site;
  const oidc = createOidc(settings);

  app.get<{ Querystring: { return?: unknown } }>(START, STAFF_PAGE_HEADERS, async (request, reply) => {
    const returnTo = returnPath(request.query.return);
    const refuse = (trouble: SignInTrouble) =>
      showSignIn(site, request, reply, { path: START, returnTo, trouble });
    if (await limit(request, 'service')) return refuse({ kind: 'busy' });
    const secret = randomToken();
    const started = await oidc.start(secret);
    if (started.kind !== 'go') {
      logTrouble(app, started);
      return refuse(troubleOf(started));
    }
    setCookie(reply, 'oidc', `${secret}.${Buffer.from(returnTo).toString('base64url')}`, web.settings);
    return reply.redirect(started.url.href, 303);
  });

  app.get(OIDC_RETURN, STAFF_PAGE_HEADERS, async (request, reply) => {
    const [secret, path = ''] = readCookie(request, 'oidc', web.settings)?.split('.') ?? [];
    clearCookie(reply, 'oidc', web.settings);
    const returnTo = returnPath(Buffer.from(path, 'base64url').toString());
    const refuse = (trouble: SignInTrouble) =>
      showSignIn(site, request, reply, { path: OIDC_RETURN, returnTo, trouble });
    if (await limit(request, 'service')) return refuse({ kind: 'busy' });
    if (!isToken(secret)) return refuse({ kind: 'oidc-stale' });
    const outcome = await oidc.finish(secret, request.url.split('?')[1] ?? '');
    if (outcome.kind === 'known' || outcome.kind === 'no-role') {
      const isIn = outcome.kind === 'known';
      await staff.audit.add({
        at: web.now(),
        who: outcome.name,
        action: isIn ? 'staff.sign-in' : 'staff.sign-in-failed',
        subject: outcome.name,
        why: isIn ? null : 'no-role',
      });
    }
    if (outcome.kind !== 'known') {
      logTrouble(app, outcome);
      return refuse(troubleOf(outcome));
    }
    const { name, claims } = outcome;
    await keeper.begin(request, reply, { kind: 'oidc', name, claims });
    return reply.redirect(linkTo(returnTo, OIDC_RETURN), 303);
  });
}

function troubleOf(outcome: OidcTrouble): SignInTrouble {
  switch (outcome.kind) {
    case 'no-role':
      return { kind: 'oidc-no-role', name: outcome.name };
    case 'refused':
      return { kind: 'oidc-refused' };
    case 'stale':
      return { kind: 'oidc-stale' };
    case 'unusable':
      return { kind: 'oidc-unusable' };
  }
}

/** For the operator: the kind of the failure; no name, token or address. */
function logTrouble(app: FastifyInstance, outcome: OidcTrouble): void {
  app.log.warn({ oidc: outcome.kind, ...('code' in outcome && { code: outcome.code }) });
}
