import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import holidayJp from '@holiday-jp/holiday_jp';
import { afterAll, expect, test } from 'vitest';
import { buildWidget } from '../../../bots/web/build-widget.ts';
import { holidaysScript } from '../../../bots/web/calculator/bundle.ts';
import { createServer } from '../../../bots/web/server.ts';
import { fakePorts } from '../fake-ports.ts';
import { kb, knowledge } from '../widget/dates/given.ts';

/** What a phone on a slow line should not have to wait for, in bytes as they are sent. */
const MOST_BYTES = 45_000;
const IMPORTS = /(?:\bfrom|\bimport)\s*\(?\s*["'](\.\.?\/[\w./-]+\.js)["']/g;

const folder = await mkdtemp(join(tmpdir(), 'madoguchi-calculator-'));
afterAll(() => rm(folder, { recursive: true }));
await buildWidget(folder, async () => ({}));
const page = await readFile(join(folder, 'pages', 'calculator.html'), 'utf8');
const entry = /src="([^"]*calculator[^"]*\.js)"/.exec(page)![1]!;
const scripts = await loadedBy(entry);
const polyfill = [...scripts].find(([, text]) => text.includes('ZonedDateTime'))!;
/** All that the page loads in a browser that has Temporal. */
const own = [...scripts].filter(([name]) => name !== polyfill[0]);
const script = own.map(([, text]) => text).join('\n');

/** A script with everything that it imports, at once or later, by file name. */
async function loadedBy(name: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const queue = [name];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (found.has(next)) continue;
    const text = await readFile(join(folder, next), 'utf8');
    found.set(next, text);
    for (const [, target] of text.matchAll(IMPORTS)) {
      queue.push(join(dirname(next), target!));
    }
  }
  return found;
}

test('is small enough for a phone', () => {
  const length = own.reduce((sum, [, text]) => sum + gzipSync(text).length, 0);
  process.stdout.write(
    `calculator.js with its chunks: ${Buffer.byteLength(script)} bytes, ${length} gzipped\n`,
  );
  expect(length).toBeLessThan(MOST_BYTES);
});

test('holds neither the tokenizer nor anything of Node, and loads its own scripts only', () => {
  expect(script).toContain('madoguchi-calculator');
  expect(script).toContain('madoguchi-date-question');
  expect(script).not.toMatch(/kuromoji|node:|\brequire\(|\b(?:from|import)\s*\(?\s*["'][\w@]/);
});

test('brings Temporal, small, to a browser that has none', async () => {
  const file = join(folder, polyfill[0]);
  expect(gzipSync(polyfill[1]).length).toBeLessThan(30_000);
  // Only loadTemporal names it, and only where there is none.
  const namers = [...scripts.values()].filter((text) => text.includes(basename(polyfill[0])));
  expect(namers).toHaveLength(1);
  expect(namers[0]).toMatch(/typeof Temporal/);
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

test('has every holiday by which a deadline may roll', async () => {
  const url = `data:text/javascript,${encodeURIComponent(holidaysScript())}`;
  const { default: small } = await import(url);
  expect(Object.keys(small.holidays)).toEqual(Object.keys(holidayJp.holidays));
});

test('is served at /calculator, with all that the page names', async () => {
  const app = createServer(fakePorts({ staticRoot: folder }));
  const served = await app.inject({ method: 'GET', url: '/calculator?rule=leave-nhi&insurer=takasaki' });
  expect(served.statusCode).toBe(200);
  expect(served.headers['content-type']).toContain('text/html');
  const named = [...served.body.matchAll(/(?:src|href)="([^"#]+)"/g)].map(([, address]) => address!);
  expect(named).toContain(entry);
  for (const address of named) {
    const { pathname } = new URL(address, 'http://madoguchi.test/calculator');
    expect((await app.inject({ method: 'GET', url: pathname })).statusCode).toBe(200);
  }
});

test('gets every script that it may load, also the one that brings Temporal to a browser without', async () => {
  const app = createServer(fakePorts({ staticRoot: folder }));
  for (const name of scripts.keys())
    expect([name, (await app.inject({ method: 'GET', url: `/${name}` })).statusCode]).toEqual([name, 200]);
});

test('says where it cannot count, and where there is no script, what to do instead', async () => {
  expect(page).toMatch(/<p data-unsupported hidden>[^<]*計算できません/);
  expect(page).toMatch(/<noscript>.*窓口/);
});

test('knows every insurer and document of the knowledge base, and a desk to call for each', () => {
  expect(knowledge.insurers.map(({ id }) => id)).toEqual([...Object.keys(kb.insurers), 'other']);
  expect(Object.keys(knowledge.documents)).toEqual(Object.keys(kb.documents));
  for (const { desks } of knowledge.insurers) expect(desks.some(({ tel }) => tel !== undefined)).toBe(true);
});

test('knows the days that the answers speak of, which belong to nobody, and none before the first My Number card', () => {
  expect(knowledge.publicDates).toEqual(
    expect.arrayContaining(['2024-12-02', '2025-12-01', '2026-08-01', '2027-07-31']),
  );
  expect(knowledge.publicDates.every((date) => date >= '2016-01-01')).toBe(true);
});
