import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Faults, faultOrder } from './faults.ts';
import type { Delivery } from './message-api.ts';
import type { ReplyTokens } from './reply-tokens.ts';

const tokenOrder = z.strictObject({
  tokens: z.array(z.strictObject({ replyToken: z.string(), to: z.string(), at: z.int().optional() })),
});

/** What a harness may set and read. */
export interface Harness {
  readonly faults: Faults;
  readonly deliveries: readonly Delivery[];
  readonly violations: readonly Delivery[];
  readonly tokens: ReplyTokens;
  readonly now: () => number;
}

/** What a harness in another process sets and reads. */
export function harnessRoutes(
  app: FastifyInstance,
  { faults, deliveries, violations, tokens: known, now }: Harness,
): void {
  const since = (request: FastifyRequest) => Number((request.query as { since?: string }).since ?? 0) || 0;
  app.get('/_emulator/faults', async () => faults.settings);
  app.delete('/_emulator/faults', async () => {
    faults.clear();
    return faults.settings;
  });
  app.post('/_emulator/faults', async (request, reply) => {
    const order = faultOrder.safeParse(request.body);
    if (!order.success) return reply.code(400).send({ message: order.error.message });
    const { next, ...settings } = order.data;
    faults.set(settings);
    if (next) faults.next(next.kind, next.times);
    return faults.settings;
  });
  app.post('/_emulator/reply-tokens', async (request, reply) => {
    const order = tokenOrder.safeParse(request.body);
    if (!order.success) return reply.code(400).send({ message: order.error.message });
    const { tokens } = order.data;
    for (const { replyToken, to, at = now() } of tokens) known.register(replyToken, to, at);
    return { registered: tokens.length };
  });
  app.get('/_emulator/deliveries', async (request) => ({
    deliveries: after(deliveries, since(request)),
  }));
  app.get('/_emulator/violations', async (request) => ({
    violations: after(violations, since(request)),
  }));
}

const after = (kept: readonly Delivery[], seq: number) => kept.filter((delivery) => delivery.seq > seq);
