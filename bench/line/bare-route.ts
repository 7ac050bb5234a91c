// A route that reads the body and says 200, in a process of its own: what Fastify itself costs. Started by load.ts.
import { fastify } from 'fastify';

const app = fastify();
app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
app.post('/line/webhook', async () => ({}));
process.stdout.write(`${await app.listen({ port: 0, host: '127.0.0.1' })}\n`);
