import swagger, { type SwaggerTransformObject } from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { DOCS_HEADERS } from '../hygiene.ts';

const TITLE = '窓口(Madoguchi)のAPI';

/** `/openapi.json`, made from the schemas of the routes, and `/docs`, a page on which to try them. */
export async function apiDocument(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: TITLE,
        version: '1',
        description:
          '国民健康保険などの質問に、加入先ごとの答えを返します。誤りは `application/problem+json`(RFC 9457)で返します。',
      },
    },
    transform: jsonSchemaTransform,
    transformObject: answersOnly,
  });
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  await app.register(async (docs) => {
    docs.addHook('onRoute', (route) => {
      route.config = { ...route.config, ...DOCS_HEADERS };
    });
    await docs.register(swaggerUi, {
      routePrefix: '/docs',
      indexPrefix: app.prefix,
      theme: { title: TITLE },
      // Without the bar that asks for the address of another document
      uiConfig: { layout: 'BaseLayout' },
    });
  });
}

/** Each named schema is described twice, as sent and as answered; ours are answered only. */
const answersOnly: SwaggerTransformObject = (input) => {
  const document = jsonSchemaTransformObject(input);
  const schemas = ('components' in document && document.components?.schemas) || {};
  for (const name of Object.keys(schemas)) if (name.endsWith('Input')) delete schemas[name];
  return document;
};
