import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { buildWidget } from '../../../bots/web/build-widget.ts';
import { loadedWith, outputOf } from '../../../bots/web/chunks.ts';
import { createServer } from '../../../bots/web/server.ts';
import { fakePorts } from '../fake-ports.ts';
import { kb, knowledge } from './given.ts';

/** What a phone on a slow line should not have to wait for, in bytes as they are sent. */
const MOST_BYTES = 45_000;

const folder = await mkdtemp(join(tmpdir(), 'madoguchi-calculator-'));
afterAll(() => rm(folder, { recursive: true }));
const metafile = await buildWidget(folder);

/** The page's script with everything that it loads, at once or once it runs; not Temporal, which most browsers have. */
const names = ['calculator/define.ts', 'calculator/calculator.ts', 'calculator/browser.ts'].flatMap(
  (module) => [...loadedWith(metafile, outputOf(metafile, module)!)],
);
const texts = await Promise.all(
  [...new Set(names)].map((name) => readFile(join(folder, basename(name)), 'utf8')),
);
const script = texts.join('\n');

test('is small enough for a phone', () => {
  const gzipped = texts.reduce((sum, text) => sum + gzipSync(text).length, 0);
  process.stdout.write(`calculator: ${Buffer.byteLength(script)} bytes, ${gzipped} gzipped\n`);
  expect(gzipped).toBeLessThan(MOST_BYTES);
});

test('holds neither the tokenizer nor anything of Node, and loads nothing after itself but Temporal', () => {
  expect(script).toContain('madoguchi-calculator');
  expect(script).not.toMatch(/kuromoji|node:|\brequire\(/);
  const loaded = [...script.matchAll(/(?:\bfrom ?|\bimport ?\(?)"([^"]+)"/g)].map(([, name]) => name!);
  expect(loaded.filter((name) => !names.some((known) => name === `./${basename(known)}`))).toEqual([]);
  expect(script).toContain('temporal.js');
});

test('brings Temporal, small, to a browser that has none', async () => {
  const file = join(folder, 'temporal.js');
  expect(gzipSync(await readFile(file)).length).toBeLessThan(30_000);
  const program = `delete globalThis.Temporal;
    await import(${JSON.stringify(file)});
    console.log(Temporal.PlainDate.from('2024-02-29').add({ years: 1 }).toString());`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
  expect(stdout.trim()).toBe('2025-02-28');
});

test('has no way to send or keep a date: no request, no storage, no address', () => {
  expect(script).not.toMatch(
    /\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket|EventSource|localStorage|sessionStorage|indexedDB|document\.cookie|pushState|replaceState|location\.(?:href|hash|assign|replace)/,
  );
  // The security policy allows no code made from strings, and there is no map to fetch.
  expect(script).not.toMatch(/\beval\(|new Function\(|sourceMappingURL/);
});

test('knows the holidays by which a deadline rolls', () => {
  expect(script).toContain('2026-11-23');
});

test('is served at /calculator, with all that the page names', async () => {
  const app = createServer(fakePorts({ staticRoot: folder }));
  const page = await app.inject({ method: 'GET', url: '/calculator?rule=leave-nhi&insurer=takasaki' });
  expect(page.statusCode).toBe(200);
  expect(page.headers['content-type']).toContain('text/html');
  const named = [...page.body.matchAll(/(?:src|href)="([^"#]+)"/g)].map(([, address]) => address!);
  expect(named).toContain('calculator.js');
  for (const address of named) {
    const { pathname } = new URL(address, 'http://madoguchi.test/calculator');
    expect((await app.inject({ method: 'GET', url: pathname })).statusCode).toBe(200);
  }
});

test('says where it cannot count, and where there is no script, what to do instead', async () => {
  const page = await readFile(join(folder, 'pages', 'calculator.html'), 'utf8');
  expect(page).toMatch(/<p data-unsupported hidden>[^<]*計算できません/);
  expect(page).toMatch(/<noscript>.*窓口/);
});

test('knows every insurer and document of the knowledge base, and a desk to call for each', () => {
  expect(knowledge.insurers.map(({ id }) => id)).toEqual([...Object.keys(kb.insurers), 'other']);
  expect(Object.keys(knowledge.documents)).toEqual(Object.keys(kb.documents));
  for (const { desks } of knowledge.insurers) expect(desks.some(({ tel }) => tel !== undefined)).toBe(true);
});
