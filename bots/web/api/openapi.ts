import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { DOCS_HEADERS } from '../hygiene.ts';

/** `/openapi.json`, made from the schemas of the routes, and `/docs`, a page on which to try them. */
export async function apiDocument(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '窓口(Madoguchi)のAPI',
        version: '1',
        description:
          '国民健康保険などの質問に、加入先ごとの答えを返します。誤りは `application/problem+json`(RFC 9457)で返します。',
      },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  await app.register(async (docs) => {
    docs.addHook('onRoute', (route) => {
      route.config = { ...route.config, ...DOCS_HEADERS };
    });
    await docs.register(swaggerUi, { routePrefix: '/docs' });
  });
}
