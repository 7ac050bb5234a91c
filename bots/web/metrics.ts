import { createHash, timingSafeEqual } from 'node:crypto';
import { BlockList, isIPv6 } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { CountedTurn } from '../../src/staff/index.ts';
import type { Store } from '../../src/storage/index.ts';
import { sendProblem } from './api/problems.ts';
import { refuseOthers } from './api/refuse.ts';
import type { WebPorts } from './ports.ts';

/** Figures for Prometheus, since the process began. */
export interface Metrics {
  readonly contentType: string;
  /** Counts a turn or an opinion; what is sensitive is left out, because whoever reads the figures knows the minute. */
  count(turn: CountedTurn, times: 1 | -1): void;
  /** Everything as text; what cannot be read from the database now is left out. */
  text(): Promise<string>;
}

/** Labels are channels, decisions and states, a handful each: nothing of a resident, and nothing that grows. */
export function createMetrics({ missed, inbox }: Pick<Store, 'missed' | 'inbox'>): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const turns = new Counter({
    name: 'madoguchi_turns_total',
    help: 'Turns by what became of them; emergencies and sensitive topics are left out.',
    labelNames: ['channel', 'input', 'decision'],
    registers,
  });
  const feedback = new Counter({
    name: 'madoguchi_feedback_total',
    help: 'Opinions on answers; a changed one counts again.',
    labelNames: ['channel', 'opinion'],
    registers,
  });
  const isUp = new Gauge({
    name: 'madoguchi_store_up',
    help: '1 while the database can be read.',
    registers,
  });
  const open = new Gauge({
    name: 'madoguchi_missed_open',
    help: 'Groups of missed questions that wait for staff.',
    registers,
  });
  const events = new Gauge({
    name: 'madoguchi_inbox_events',
    help: 'Events of channels by state.',
    labelNames: ['state'],
    registers,
  });

  async function readStore(): Promise<void> {
    open.reset();
    events.reset();
    try {
      const [groups, { pending, done, dead }] = await Promise.all([missed.countOpen(), inbox.counts()]);
      open.set(groups);
      for (const [state, count] of Object.entries({ pending, done, dead })) events.set({ state }, count);
      isUp.set(1);
    } catch {
      open.remove();
      isUp.set(0);
    }
  }

  return {
    contentType: register.contentType,
    count({ channel, input, decision, isSensitive }, times) {
      if (isSensitive || times < 0) return;
      if (input === 'feedback') feedback.inc({ channel, opinion: decision });
      else turns.inc({ channel, input, decision });
    },
    async text() {
      await readStore();
      return register.metrics();
    },
  };
}

/** `GET /metrics`, for those who may read it; for everybody else there is no such page. */
export function metricsRoute(app: FastifyInstance, { metrics, settings }: WebPorts): void {
  const { metricsToken: token } = settings;
  app.get('/metrics', async (request, reply) => {
    if (token !== undefined && !showsToken(request, token)) return unauthorised(reply);
    if (token === undefined && !isFromInside(request, settings)) return sendProblem(reply, 'not-found');
    return reply.type(metrics.contentType).send(await metrics.text());
  });
  refuseOthers(app, '/metrics', ['GET', 'HEAD']);
}

function unauthorised(reply: FastifyReply) {
  return reply.code(401).header('www-authenticate', 'Bearer').type('text/plain; charset=utf-8').send('');
}

/** Compares hashes, so that neither length nor beginning of the token can be told from the time that it takes. */
function showsToken({ headers: { authorization = '' } }: FastifyRequest, token: string): boolean {
  const [scheme = '', shown = ''] = authorization.split(' ');
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(shown), hash(token)) && scheme.toLowerCase() === 'bearer';
}

const INSIDE = new BlockList();
for (const [net, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  INSIDE.addSubnet(net, bits, 'ipv4');
}
INSIDE.addAddress('::1', 'ipv6');
INSIDE.addSubnet('fc00::', 7, 'ipv6');

const isInside = (address: string) => INSIDE.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');

/**
 * Whether a request comes from this machine or a private network. Behind a proxy everybody seems to: so its forwarded addresses
 * must be believed (TRUST_PROXY), or nobody is inside.
 */
function isFromInside(request: FastifyRequest, { trustProxy, isHttps }: WebPorts['settings']): boolean {
  const { headers, socket, ip } = request;
  const isForwarded = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => name in headers);
  // The bot itself speaks no TLS: where residents see https, a proxy stands in front.
  if (trustProxy === false && (isForwarded || isHttps)) return false;
  return isInside(socket.remoteAddress ?? '') && isInside(ip);
}
