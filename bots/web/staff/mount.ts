import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Action, LEAST_ROLE, may } from '../../../src/staff/index.ts';
import { sendProblemDetails } from '../api/problems.ts';
import { logFailure } from '../hygiene.ts';
import type { WebPorts } from '../ports.ts';
import { isFromOurPage } from './addresses.ts';
import { guard, sessionOf } from './guard.ts';
import { sendStaffProblem, staffProblemOf } from './problems.ts';
import type { StaffAnswer, StaffRoute } from './route.ts';
import type { StaffSite } from './site.ts';
import { isSame } from './tokens.ts';

/** Where the API begins. */
export const STAFF_API = '/staff/api';
/** In which every request that changes something repeats the session's token. */
export const CSRF_HEADER = 'x-csrf-token';
/** Room for a whole knowledge base, for whoever has been let in. */
const BODY_LIMIT = 8 * 1024 * 1024;
/** What stands in an address is a number that every database takes. */
const ID = /^[1-9]\d{0,8}$/;

/** Mounts the calls of the staff's API behind the guard, each for those whose role allows its action. */
export function mountStaff(app: FastifyInstance, routes: readonly StaffRoute[], site: StaffSite): void {
  guard(app, site, {
    signedOut: (_request, reply) => sendStaffProblem(reply, 'signed-out'),
    notAllowed: (_request, reply) => sendStaffProblem(reply, 'not-allowed'),
  });
  app.addHook('onRequest', async (request, reply) => {
    if (request.method === 'GET' || request.method === 'HEAD') return;
    const isOurs =
      isFromOurPage(request.headers, site.publicOrigin) &&
      isSame(request.headers[CSRF_HEADER], sessionOf(request).csrf);
    if (!isOurs) return sendStaffProblem(reply, 'not-from-page');
  });
  app.setErrorHandler((error, _request, reply) => {
    const kind = staffProblemOf(error);
    if (kind === 'internal') logFailure(app, error);
    return sendStaffProblem(reply, kind);
  });
  app.get(`${STAFF_API}/me`, { config: { staffAction: 'lookUp' } }, async (request) => meOf(request));
  for (const route of routes) mountRoute(app, route, site.web);
}

/** Who asks, what they may do, and the token that changes need. */
function meOf(request: FastifyRequest) {
  const { staff, csrf } = sessionOf(request);
  const actions = Object.keys(LEAST_ROLE) as Action[];
  return { ...staff, may: actions.filter((action) => may(staff.role, action)), csrf };
}

function mountRoute(app: FastifyInstance, route: StaffRoute, { now, today }: WebPorts): void {
  const { method, url, action, body, query } = route;
  app.route({
    method,
    url: `${STAFF_API}${url}`,
    config: { staffAction: action },
    bodyLimit: BODY_LIMIT,
    handler: async (request, reply) => {
      const params = request.params as Readonly<Record<string, string>>;
      if (!Object.values(params).every((id) => ID.test(id))) return sendStaffProblem(reply, 'not-found');
      const read = { body: body?.safeParse(request.body), query: query?.safeParse(request.query) };
      if (read.body?.success === false || read.query?.success === false) {
        return sendStaffProblem(reply, 'bad-request');
      }
      const answer = await route.handle({
        staff: sessionOf(request).staff,
        body: read.body?.data,
        query: read.query?.data,
        params,
        now: now(),
        today: today(),
      });
      return sendAnswer(reply, answer);
    },
  });
}

function sendAnswer(reply: FastifyReply, answer: StaffAnswer): FastifyReply {
  switch (answer.kind) {
    case 'json':
      return reply.type('application/json; charset=utf-8').send(JSON.stringify(answer.data));
    case 'file':
      return reply
        .type(answer.type)
        .header('content-disposition', `attachment; filename*=UTF-8''${fileName(answer.name)}`)
        .send(answer.content);
    case 'done':
      return reply.code(204).send();
    case 'refused':
      return sendProblemDetails(reply, {
        type: 'refused',
        status: answer.status,
        title: 'できませんでした',
        detail: answer.sentence,
        ...(answer.data !== undefined && { data: answer.data }),
      });
  }
}

/** RFC 8187 leaves fewer characters as they are than URLs do. */
function fileName(name: string): string {
  const escaped = (character: string) => `%${character.codePointAt(0)!.toString(16).toUpperCase()}`;
  return encodeURIComponent(name).replace(/['()*]/g, escaped);
}
