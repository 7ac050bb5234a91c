import fastify from 'fastify';
import { loadUnderstanding, readKnowledge, STATIC_ROOT } from '../../../bin/assemble.ts';
import { lookupRoutes } from '../../../bots/web/staff/routes/lookup.ts';
import { fileRoutes } from '../../../bots/web/static-files.ts';
import { createLookup, createSearch } from '../../../src/staff/index.ts';
import { isoDate } from '../../../src/text/index.ts';
import { AS_OF } from './bot.ts';

// A program of its own: the desk page and its calls as the bot has them, on a free port, with everybody signed in.

const PAGE = `<!doctype html>
<html lang="ja">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="madoguchi-as-of" content="${AS_OF}">
    <title>さがす|窓口</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="desk.css">
    <script type="module" src="staff.js"></script>
  </head>
  <body>
    <header><p>窓口</p></header>
    <main><h1>さがす</h1><madoguchi-desk></madoguchi-desk></main>
  </body>
</html>`;
const STYLES = `body { margin: 0; color: #333; background: #fff; font-family: 'Noto Sans JP', 'Noto Sans CJK JP', sans-serif; }
header, main { padding: 0 max(8px, 1.5vw); }
header p { margin: 0; padding: 12px 0; font-weight: bold; }
h1 { margin: 0 0 8px; font-size: 1.4em; }
@media (prefers-color-scheme: dark) { body { color: #f1f1f4; background: #1f2024; } }`;
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'";

const knowledge = readKnowledge();
const { match, suggest } = await loadUnderstanding(knowledge.kb);
const lookup = createLookup(knowledge, createSearch(match, suggest));
const today = isoDate(AS_OF)!;

const app = fastify();
await fileRoutes(app, STATIC_ROOT);
app.get('/staff', (_request, reply) =>
  reply.type('text/html; charset=utf-8').header('content-security-policy', POLICY).send(PAGE),
);
app.get('/desk.css', (_request, reply) => reply.type('text/css').send(STYLES));
app.get('/staff/api/me', () => ({ name: 'yamada', role: 'viewer', may: ['lookUp'], csrf: '' }));
for (const route of lookupRoutes({ lookup, knowledge: () => knowledge })) {
  app.get(`/staff/api${route.url}`, async (request, reply) => {
    const query = route.query?.safeParse(request.query);
    if (query?.success === false) return reply.code(400).send({ detail: query.error.issues[0]?.message });
    const staff = { name: 'yamada', role: 'viewer' } as const;
    const asked = { staff, body: undefined, query: query?.data, params: {}, now: 0, today };
    const answer = await route.handle(asked);
    if (answer.kind === 'json') return answer.data;
    return answer.kind === 'refused'
      ? reply.code(answer.status).send({ detail: answer.sentence })
      : undefined;
  });
}
process.stdout.write(`窓口 ${await app.listen({ port: 0, host: '127.0.0.1' })}/\n`);
