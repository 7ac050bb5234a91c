import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Inbox, type Millis, type NewEvent, StoreUnavailable } from '../../src/storage/index.ts';
import { type BodyFault, bodyFaultOf, rawBody, takeRawBodies } from '../raw-body.ts';
import { type LineEvent, parseWebhook } from './events.ts';
import { toInbox } from './handle.ts';
import { isSigned } from './signature.ts';
import type { Vault } from './vault.ts';

export const WEBHOOK_PATH = '/line/webhook';

const BODY_LIMIT = 1024 * 1024;
/** LINE waits for about two seconds; an event that is stored later all the same is known when it comes again. */
const STORED_WITHIN_MS = 1_500;

export interface WebhookPorts {
  readonly channelSecret: string;
  readonly vault: Vault;
  readonly inbox: Pick<Inbox, 'add'>;
  now(): Millis;
  /** Events have been stored and wait to be handled. */
  onStored(): void;
  /**
   * How long the inbox remembers what it has handled. An older event could be a replay that it no longer recognises, so
   * it is not taken.
   */
  readonly rememberedMs: number;
}

/** Why a webhook was not taken; told to the log, without a word of its content. */
type Refusal = 'signature' | 'not-a-webhook' | 'store-unavailable' | BodyFault;

const STATUS: Readonly<Record<Refusal, number>> = {
  signature: 401,
  'not-a-webhook': 400,
  'too-large': 413,
  'cut-off': 400,
  // LINE delivers again later
  'store-unavailable': 503,
};

/**
 * `POST /line/webhook`: checks the signature over the raw bytes before anything is parsed, stores the events, and says
 * 200; the answers are worked out after that.
 */
export function lineWebhook(ports: WebhookPorts) {
  return async (app: FastifyInstance): Promise<void> => {
    takeRawBodies(app);
    app.setErrorHandler((error, _request, reply) => refuse(app, reply, refusalOf(error)));
    app.post(WEBHOOK_PATH, { bodyLimit: BODY_LIMIT }, (request, reply) =>
      receive(app, ports, request, reply),
    );
  };
}

async function receive(
  app: FastifyInstance,
  ports: WebhookPorts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const body = rawBody(request);
  if (!isSigned(body, request.headers['x-line-signature'], ports.channelSecret)) {
    return refuse(app, reply, 'signature');
  }
  const webhook = parseWebhook(body.toString('utf8'));
  if (webhook === undefined) return refuse(app, reply, 'not-a-webhook');
  const now = ports.now();
  const fresh = webhook.events.filter(({ occurredAt }) => occurredAt > now - ports.rememberedMs);
  const ignored = webhook.ignored + webhook.events.length - fresh.length;
  if (ignored > 0) app.log.info({ line: 'ignored', events: ignored });
  if (fresh.length > 0) await store(ports, fresh, now);
  return reply.code(200).send({});
}

async function store({ inbox, vault, onStored }: WebhookPorts, events: readonly LineEvent[], now: Millis) {
  const late = setTimeout(STORED_WITHIN_MS, undefined, { ref: false }).then((): never => {
    throw new StoreUnavailable('the database does not answer');
  });
  const added = await Promise.race([
    inbox.add(inOrder(events.map((event) => toInbox(event, vault))), now),
    late,
  ]);
  if (added > 0) onStored();
}

/** Events of one call that happened in the same millisecond stay in the order of the call. */
function inOrder(events: readonly NewEvent[]): readonly NewEvent[] {
  const latest = new Map<string, number>();
  return events.map((event) => {
    const occurredAt = Math.max(event.occurredAt, (latest.get(event.lane) ?? 0) + 1);
    latest.set(event.lane, occurredAt);
    return { ...event, occurredAt };
  });
}

function refusalOf(error: unknown): Refusal {
  return error instanceof StoreUnavailable ? 'store-unavailable' : bodyFaultOf(error);
}

function refuse(app: FastifyInstance, reply: FastifyReply, refusal: Refusal): FastifyReply {
  app.log.warn({ line: 'refused', because: refusal });
  return reply.code(STATUS[refusal]).send({ error: refusal });
}
