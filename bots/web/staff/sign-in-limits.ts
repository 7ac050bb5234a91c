import { createHmac, randomBytes } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { accountName } from '../../../src/staff/index.ts';
import { limitOptions } from '../limits.ts';
import type { WebPorts } from '../ports.ts';

/** A minute. A whole office may come in the morning from one address; nobody mistypes their password more often than this. */
const MOST = { ofAddress: 60, ofName: 10 } as const;
const MINUTE = 60_000;

/** Counts an attempt to sign in, by address and, where a form was sent, by the name in it; resolves to whether it is one too many. */
export type SignInLimit = (request: FastifyRequest, what: 'form' | 'service') => Promise<boolean>;

/** Limits sign-in in any case, also where RATE_LIMIT is 0 for the chat. */
export async function signInLimit(app: FastifyInstance, ports: WebPorts): Promise<SignInLimit> {
  await app.register(rateLimit, limitOptions(ports));
  const ofAddress = app.createRateLimit({ max: MOST.ofAddress, timeWindow: MINUTE });
  const secret = randomBytes(32);
  const ofName = app.createRateLimit({
    max: MOST.ofName,
    timeWindow: MINUTE,
    // Names that do not exist count as well, so that the limit tells nothing of them.
    keyGenerator: ({ body }: FastifyRequest) => {
      const { name } = body as { name: string };
      return `name ${createHmac('sha256', secret)
        .update(accountName(name) ?? name)
        .digest('base64url')}`;
    },
  });
  const isTooMany = async (counted: ReturnType<typeof ofAddress>) => {
    const result = await counted;
    return !result.isAllowed && result.isExceeded;
  };
  return async (request, what) =>
    (await isTooMany(ofAddress(request))) || (what === 'form' && (await isTooMany(ofName(request))));
}
