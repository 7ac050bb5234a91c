import type { App, Receiver } from '@slack/bolt';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Millis } from '../../src/storage/index.ts';
import { type BodyFault, bodyFaultOf, rawBody, takeRawBodies } from '../raw-body.ts';
import { readPayload } from './payload.ts';
import { isSigned } from './signature.ts';

export const EVENTS_PATH = '/slack/events';

const BODY_LIMIT = 1024 * 1024;
/** Slack waits for three seconds; whatever is still at work then is acknowledged without a word. */
const ACKNOWLEDGED_WITHIN_MS = 2_000;

export interface ReceiverPorts {
  readonly signingSecret: string;
  now(): Millis;
  readonly acknowledgedWithinMs?: number;
}

type Refusal = 'signature' | 'not-a-payload' | BodyFault;
const STATUS: Readonly<Record<Refusal, number>> = {
  signature: 401,
  'not-a-payload': 400,
  'too-large': 413,
  'cut-off': 400,
};

/** Bolt's way in over the server that is there: `POST /slack/events`, the signature checked over the raw bytes first. */
export interface FastifyReceiver extends Receiver {
  readonly routes: (app: FastifyInstance) => Promise<void>;
}

export function createReceiver(ports: ReceiverPorts): FastifyReceiver {
  let bolt: App | undefined;
  return {
    init: (app) => {
      bolt = app;
    },
    // The server is started and stopped by others.
    start: async () => {},
    stop: async () => {},
    routes: async (app) => {
      takeRawBodies(app);
      app.setErrorHandler((error, _request, reply) => refuse(app, reply, bodyFaultOf(error)));
      app.post(EVENTS_PATH, { bodyLimit: BODY_LIMIT }, (request, reply) =>
        receive(app, bolt!, ports, { request, reply }),
      );
    },
  };
}

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

async function receive(
  app: FastifyInstance,
  bolt: App,
  { signingSecret, now, acknowledgedWithinMs = ACKNOWLEDGED_WITHIN_MS }: ReceiverPorts,
  { request, reply }: Exchange,
): Promise<FastifyReply> {
  const body = rawBody(request);
  const { headers } = request;
  const signed = { timestamp: headers['x-slack-request-timestamp'], signature: headers['x-slack-signature'] };
  if (!isSigned(body, signed, signingSecret, now())) return refuse(app, reply, 'signature');
  const incoming = readPayload(body, headers['content-type']);
  switch (incoming?.kind) {
    case undefined:
      return refuse(app, reply, 'not-a-payload');
    case 'challenge':
      return reply.send({ challenge: incoming.challenge });
    case 'nothing':
      return reply.code(200).send('');
    case 'payload':
      return acknowledged(bolt, incoming.body, reply, acknowledgedWithinMs);
  }
}

/** Answers as soon as a listener acknowledges, and in any case in time; the work goes on. */
async function acknowledged(
  bolt: App,
  body: Readonly<Record<string, unknown>>,
  reply: FastifyReply,
  withinMs: number,
): Promise<FastifyReply> {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  const late = setTimeout(resolve, withinMs);
  void bolt
    .processEvent({ body: { ...body }, ack: async (response: unknown) => resolve(response) })
    .catch(() => {})
    // A button that only opens a page has no listener, and needs none.
    .finally(() => resolve(undefined));
  const response = await promise;
  clearTimeout(late);
  return reply.code(200).send(response ?? '');
}

function refuse(app: FastifyInstance, reply: FastifyReply, refusal: Refusal): FastifyReply {
  app.log.warn({ slack: 'refused', because: refusal });
  return reply.code(STATUS[refusal]).send({ error: refusal });
}
