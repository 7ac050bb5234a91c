import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { buildWidget } from '../../bots/web/build-widget.ts';
import { createServer } from '../../bots/web/server.ts';
import { fakePorts } from './fake-ports.ts';

const folder = await mkdtemp(join(tmpdir(), 'madoguchi-widget-'));
afterAll(() => rm(folder, { recursive: true }));

test('writes a small widget.js and the demo page, ready to be served', async () => {
  const dist = join(folder, 'made', 'dist');
  await buildWidget(dist);
  const widget = await readFile(join(dist, 'widget.js'));
  const { length } = gzipSync(widget);
  process.stdout.write(`widget.js: ${widget.length} bytes, ${length} gzipped\n`);
  expect(length).toBeLessThan(45_000);
  expect(widget.toString()).toContain('madoguchi-chat');
  // The security policy allows no code made from strings, and there is no map to fetch.
  expect(widget.toString()).not.toMatch(/\beval\(|new Function\(|sourceMappingURL/);

  const app = createServer(fakePorts({ staticRoot: dist }));
  const served = await app.inject({ method: 'GET', url: '/widget.js' });
  expect(served.statusCode).toBe(200);
  expect(served.headers['content-type']).toContain('javascript');
  for (const url of ['/', '/site.css', '/icon.svg'])
    expect((await app.inject({ method: 'GET', url })).statusCode).toBe(200);
});

test('may be built again over an old build', async () => {
  await buildWidget(folder);
  await expect(buildWidget(folder)).resolves.toBeUndefined();
});
