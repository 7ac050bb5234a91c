import type { InjectOptions } from 'fastify';
import { describe, expect, test } from 'vitest';
import { createServer } from '../../../bots/web/server.ts';
import { fakePorts, settings } from '../fake-ports.ts';

const CITY = 'https://www.city.example.jp';
const app = createServer(fakePorts({ settings: settings({ allowedOrigins: [CITY], rateLimit: 600 }) }));
const from = (origin: string, options: InjectOptions) =>
  app.inject({ ...options, headers: { origin, ...options.headers } });
const preflight = {
  method: 'OPTIONS',
  url: '/api/messages',
  headers: {
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'content-type,idempotency-key',
  },
} as const;

describe('a page of the city', () => {
  test('may use the API, and read when to come again', async () => {
    const response = await from(CITY, { method: 'POST', url: '/api/messages', payload: { text: 'あ' } });
    expect(response.headers).toMatchObject({
      'access-control-allow-origin': CITY,
      'access-control-expose-headers': 'Retry-After',
    });
    expect(response.headers.vary).toContain('Origin');
    expect(response.headers).not.toHaveProperty('access-control-allow-credentials');
  });

  test('may read problems too, so that residents are told what is wrong', async () => {
    for (const payload of [{ text: '' }, { text: 12 }]) {
      const response = await from(CITY, { method: 'POST', url: '/api/messages', payload });
      expect(response.statusCode).toBe(400);
      expect(response.headers['access-control-allow-origin']).toBe(CITY);
    }
  });

  test('asks beforehand once in two hours', async () => {
    const response = await from(CITY, preflight);
    expect(response.statusCode).toBe(204);
    expect(response.headers).toMatchObject({
      'access-control-allow-origin': CITY,
      'access-control-allow-methods': 'GET, HEAD, POST, DELETE',
      'access-control-allow-headers': 'Content-Type, Idempotency-Key',
      'access-control-max-age': '7200',
    });
  });
});

describe('any other page', () => {
  test.each([
    'https://city.example.jp',
    'http://www.city.example.jp',
    'https://www.city.example.jp.evil.example',
    'https://www.city.example.jp:444',
    'null',
  ])('gets no CORS header: %s', async (origin) => {
    for (const options of [preflight, { url: '/api/insurers' } as const]) {
      const { headers } = await from(origin, options);
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  test('loads the scripts all the same, but neither pages nor health checks', async () => {
    const { headers } = await from('https://elsewhere.example', { url: '/widget.js' });
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    });
    for (const url of ['/', '/healthz', '/nowhere.js']) {
      const other = (await from(CITY, { url })).headers;
      expect(other).not.toHaveProperty('access-control-allow-origin');
      expect(other['cross-origin-resource-policy']).toBe('same-origin');
    }
  });
});
