import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { html } from '../html.ts';
import { logFailure, STAFF_PAGE_HEADERS } from '../hygiene.ts';
import { isFromOurPage, linkTo } from './addresses.ts';
import { AUDIT_LINES, auditTable } from './audit-page.ts';
import { guard, sessionOf } from './guard.ts';
import { STAFF_PAGES, type StaffPage } from './pages.ts';
import { STAFF_PROBLEMS, type StaffProblemKind, staffProblemOf } from './problems.ts';
import type { OpenSession } from './session.ts';
import type { StaffSite } from './site.ts';
import { isSame } from './tokens.ts';

const SIGN_OUT = '/staff/sign-out';
const SignOut = z.object({
  csrf: z.string().catch(''),
  everywhere: z.literal('1').optional().catch(undefined),
});
const AuditQuery = z.object({ before: z.coerce.number().int().positive().optional().catch(undefined) });

/** The pages of those who are signed in, and the way out. */
export function staffPageRoutes(app: FastifyInstance, site: StaffSite): void {
  guard(app, site, {
    signedOut: (request, reply) => {
      const path = pathOf(request);
      const query = new URLSearchParams({ return: request.url });
      return reply.redirect(`${linkTo('/staff/sign-in', path)}?${String(query)}`, 303);
    },
    notAllowed: (request, reply, session) =>
      sendTrouble(site, request, reply, { kind: 'not-allowed', session }),
  });
  for (const page of STAFF_PAGES) {
    app.get(page.path, { ...STAFF_PAGE_HEADERS, config: { staffAction: page.action } }, (request, reply) =>
      showPage(site, page, request, reply),
    );
  }
  app.post(SIGN_OUT, { ...STAFF_PAGE_HEADERS, config: { staffAction: 'lookUp' } }, (request, reply) =>
    signOut(site, request, reply),
  );
}

/** Tells in a page what went wrong while one was made. */
export function tellInPages(app: FastifyInstance, site: StaffSite): void {
  app.setErrorHandler((error, request, reply) => {
    const kind = staffProblemOf(error);
    if (kind === 'internal') logFailure(app, error);
    return sendTrouble(site, request, reply, { kind });
  });
}

async function showPage(
  site: StaffSite,
  { path, title, content }: StaffPage,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const session = sessionOf(request);
  switch (content.kind) {
    case 'element':
      return site.send(reply, { path, title, main: elementOf(content.name), session });
    case 'audit': {
      const { before } = AuditQuery.parse(request.query);
      const lines = await site.staff.audit.list({ limit: AUDIT_LINES + 1, ...(before && { before }) });
      const main = auditTable(lines.slice(0, AUDIT_LINES), lines.length > AUDIT_LINES);
      return site.send(reply, { path, title, main, session });
    }
  }
}

const elementOf = (name: string) => html`<${name}></${name}>
      <noscript><p>このページを使うには、ブラウザーのJavaScriptを有効にしてください。</p></noscript>`;

async function signOut(site: StaffSite, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const session = sessionOf(request);
  const { csrf, everywhere } = SignOut.parse(request.body ?? {});
  if (!isFromOurPage(request.headers, site.publicOrigin) || !isSame(csrf, session.csrf)) {
    return sendTrouble(site, request, reply, { kind: 'not-from-page', session });
  }
  if (everywhere === undefined) {
    await site.keeper.end(request, reply);
  } else {
    await site.keeper.endEverywhere(session, reply);
    const { name } = session.staff;
    const line = { at: site.web.now(), who: name, action: 'staff.sign-out-everywhere', subject: name };
    await site.staff.audit.add({ ...line, why: null });
  }
  return reply.redirect(`${linkTo('/staff/sign-in', SIGN_OUT)}?out`, 303);
}

interface Trouble {
  readonly kind: StaffProblemKind;
  readonly session?: OpenSession;
}

function sendTrouble(
  { send }: StaffSite,
  request: FastifyRequest,
  reply: FastifyReply,
  { kind, session }: Trouble,
): FastifyReply {
  const { status, title, detail } = STAFF_PROBLEMS[kind];
  return send(reply.code(status), { path: pathOf(request), title, main: html`<p>${detail}</p>`, session });
}

const pathOf = ({ url }: FastifyRequest) => url.split('?')[0]!;
