import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Action, may } from '../../../src/staff/index.ts';
import type { OpenSession } from './session.ts';
import type { StaffSite } from './site.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guard in front of everything that staff alone may see. */
    staffSession: OpenSession | null;
  }
  interface FastifyContextConfig {
    /** What somebody must be allowed to do to use the route. */
    staffAction?: Action;
  }
}

/** How a door tells somebody that it stays shut. */
export interface Doorkeeper {
  signedOut(request: FastifyRequest, reply: FastifyReply): FastifyReply;
  notAllowed(request: FastifyRequest, reply: FastifyReply, session: OpenSession): FastifyReply;
}

/**
 * Lets nobody into the routes of `app` but staff whose role allows what the route is for, before a body is read. A route that does not
 * say what it is for is open to nobody.
 */
export function guard(app: FastifyInstance, { keeper }: StaffSite, door: Doorkeeper): void {
  app.decorateRequest('staffSession', null);
  app.addHook('onRequest', async (request, reply) => {
    const session = await keeper.find(request);
    if (session === undefined) return door.signedOut(request, reply);
    const action = request.routeOptions.config.staffAction;
    if (action === undefined || !may(session.staff.role, action)) {
      return door.notAllowed(request, reply, session);
    }
    request.staffSession = session;
  });
}

/** The session that the guard has let in. */
export function sessionOf(request: FastifyRequest): OpenSession {
  if (request.staffSession === null) throw new Error('a route for staff stands outside their guard');
  return request.staffSession;
}
