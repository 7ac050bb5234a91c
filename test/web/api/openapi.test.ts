import { expect, test } from 'vitest';
import { createServer } from '../../../bots/web/server.ts';
import { fakePorts } from '../fake-ports.ts';

const app = createServer(fakePorts());
const document = async () => (await app.inject({ url: '/api/openapi.json' })).json();

test('the document names every route of the API, and nothing else', async () => {
  const { openapi, paths } = await document();
  expect(openapi).toBe('3.1.0');
  const routes = Object.entries(paths as Record<string, object>).map(([path, methods]) => [
    path,
    Object.keys(methods),
  ]);
  expect(Object.fromEntries(routes)).toEqual({
    '/api/messages': ['post'],
    '/api/feedback': ['post'],
    '/api/conversations/{id}': ['delete'],
    '/api/suggest': ['get'],
    '/api/menu': ['get'],
    '/api/insurers': ['get'],
  });
});

test('each route is explained in Japanese, with its problems', async () => {
  const { paths } = await document();
  for (const operation of Object.values(paths).flatMap((methods) => Object.values(methods as object))) {
    expect(operation.summary).toMatch(/[ぁ-ん一-龠]/);
    const problems = Object.entries<{ content?: object }>(operation.responses).filter(
      ([status]) => status >= '400',
    );
    expect(problems.map(([status]) => status)).toContain('429');
    for (const [, { content }] of problems)
      expect(Object.keys(content!)).toEqual(['application/problem+json']);
  }
});

test('everything that it refers to is in it, each part of a reply described', async () => {
  const { components, paths } = await document();
  const referred = [...JSON.stringify({ components, paths }).matchAll(/#\/components\/schemas\/(\w+)/g)];
  const names = new Set(referred.map(([, name]) => name!));
  expect([...names].filter((name) => !(name in components.schemas))).toEqual([]);
  const { oneOf, anyOf = oneOf } = components.schemas.Part;
  expect(anyOf).toHaveLength(6);
  for (const { $ref } of anyOf)
    expect(components.schemas[$ref.split('/').at(-1)].description).toMatch(/[ぁ-ん一-龠]/);
});

test('the page to try it loads nothing from elsewhere and is found with all its files', async () => {
  const page = await app.inject({ url: '/api/docs' });
  expect(page.statusCode).toBe(200);
  expect(page.headers['content-security-policy']).toMatch(/script-src 'self';/);
  const named = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address!);
  expect(named.length).toBeGreaterThan(3);
  for (const address of named) {
    expect(address).toMatch(/^\/api\/docs\//);
    expect((await app.inject({ url: address })).statusCode).toBe(200);
  }
  expect((await app.inject({ url: '/api/docs/json' })).json().paths).toHaveProperty('/api/messages');
});
