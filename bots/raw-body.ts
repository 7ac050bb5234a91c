import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Why a body did not come in whole. */
export type BodyFault = 'too-large' | 'cut-off';

/** Bodies come as bytes, whatever they say they are: a signature is checked over them before anything is parsed. */
export function takeRawBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
}

/** The bytes of a request; none where it had no body. */
export function rawBody({ body }: FastifyRequest): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}

/** What was wrong with a body; throws `error` again where it is about something else. */
export function bodyFaultOf(error: unknown): BodyFault {
  const status =
    typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
  if (status === 413) return 'too-large';
  if (status === 400) return 'cut-off';
  throw error;
}
