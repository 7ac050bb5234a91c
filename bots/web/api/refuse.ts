import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from './problems.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Answers 405 to the methods a route does not have, before any body is read. */
export function refuseOthers(app: FastifyInstance, url: string, allowed: readonly string[]): void {
  const refuse = (_request: FastifyRequest, reply: FastifyReply) =>
    sendProblem(reply.header('allow', allowed.join(', ')), 'method-not-allowed');
  const method = METHODS.filter((name) => !allowed.includes(name));
  app.route({
    method,
    url,
    schema: { hide: true },
    exposeHeadRoute: false,
    onRequest: async (q, r) => refuse(q, r),
    handler: refuse,
  });
}
