import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createServer } from '../../../bots/web/server.ts';
import { fakePorts } from '../fake-ports.ts';

const app = createServer(fakePorts());

/** A field that is sometimes right, so that the search gets past the first check. */
const field = (right: readonly string[]) => fc.oneof(fc.constantFrom(...right), fc.string(), fc.jsonValue());

const almost = fc.record(
  {
    conversationId: field(['x']),
    text: field(['なくした', '\ud800', '']),
    choice: field(['entry:certificate-lost']),
    insurer: field(['takasaki']),
    extra: fc.jsonValue(),
  },
  { requiredKeys: [] },
);

const body = fc.oneof(
  fc.jsonValue().map((value) => JSON.stringify(value)),
  almost.map((value) => JSON.stringify(value)),
  fc.string({ unit: 'binary' }),
);

test('whatever is posted, the answer is JSON or a problem, and never a fault of the server', async () => {
  await fc.assert(
    fc.asyncProperty(body, async (payload) => {
      const headers = { 'content-type': 'application/json' };
      const response = await app.inject({ method: 'POST', url: '/api/messages', headers, payload });
      const type = response.statusCode === 200 ? 'application/json' : 'application/problem+json';
      expect(response.statusCode).toBeLessThan(500);
      expect(response.headers['content-type']).toBe(`${type}; charset=utf-8`);
      expect(response.json()).toHaveProperty(response.statusCode === 200 ? 'reply' : 'detail');
    }),
    { numRuns: 500 },
  );
});

test('whatever is asked for, the answer is never a fault of the server', async () => {
  const url = fc.oneof(
    fc.string({ unit: 'binary' }).map((q) => `/api/suggest?q=${encodeURIComponent(q.toWellFormed())}`),
    fc.webPath().map((path) => `/${path}`),
    fc.webQueryParameters().map((query) => `/api/suggest?${query}`),
  );
  await fc.assert(
    fc.asyncProperty(url, async (path) => {
      expect((await app.inject({ method: 'GET', url: path })).statusCode).toBeLessThan(500);
    }),
    { numRuns: 300 },
  );
});
