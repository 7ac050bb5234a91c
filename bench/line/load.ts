// npm run load [-- sqlite | postgres]: a steady rate of events, and how long from webhook to reply, beside a bare route that stores nothing.
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { createWebhooks, idOf, sign } from '../../bots/line/emulator/index.ts';
import { type Bot, isReady, startBareRoute, startBot } from './bots.ts';
import { postgresDatabase, type RunDatabase, sqliteDatabase } from './databases.ts';
import { planTraffic } from './traffic.ts';

const RATES = [125, 250, 500];
const LASTS_MS = 20_000;
const WARM_UP_MS = 5_000;
const SECRET = 'channel-secret-of-the-run';
const TOKEN = 'access-token-of-the-run';
const SEED = 20_261_121;

const print = (line: string) => process.stdout.write(`${line}\n`);
const agent = new Agent({ keepAlive: true, maxSockets: 256 });

interface Api {
  readonly address: string;
  /** When each reply token came back, in ms of `performance.now`. */
  readonly replied: Map<string, number>;
  close(): void;
}

/** LINE's API at its simplest: this process makes the load too, and is not what is measured. */
async function startApi(): Promise<Api> {
  const replied = new Map<string, number>();
  const server = createServer((call, answer) => {
    let body = '';
    call.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    call.on('end', () => {
      const token = /"replyToken":"([^"]+)"/.exec(body)?.[1];
      if (token !== undefined) replied.set(token, performance.now());
      answer.writeHead(200, { 'content-type': 'application/json' }).end('{"sentMessages":[]}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, replied, close: () => server.close() };
}

interface Timing {
  /** Ms from sending a webhook to its 200. */
  readonly accepted: number[];
  /** Ms from sending a webhook to the reply. */
  readonly answered: number[];
  /** Events without a 200 or without a reply. */
  readonly failed: number;
  /** How far the load fell behind its plan, in ms. */
  readonly lateMs: number;
}

/** Sends events at `rate` a second, whatever comes back, to the webhooks in turn. */
async function drive(
  webhooks: readonly string[],
  rate: number,
  replied: Map<string, number> | undefined,
): Promise<Timing> {
  const events = Math.round((rate * (LASTS_MS + WARM_UP_MS)) / 1_000);
  const residents = Array.from({ length: Math.max(50, rate * 4) }, (_, n) => idOf('U', SEED + rate, n));
  const plan = planTraffic({ residents, events, lastsMs: events * (1_000 / rate), seed: SEED }).toSorted(
    (a, b) => a.at - b.at,
  );
  const maker = createWebhooks({ seed: SEED + rate, now: Date.now, register: () => {} });
  const sent = new Map<string, number>();
  const accepted: number[] = [];
  const calls: Promise<void>[] = [];
  const began = performance.now();
  let failed = 0;
  let lateMs = 0;
  for (const [i, { deed }] of plan.entries()) {
    const due = began + i * (1_000 / rate);
    await wait(Math.max(0, due - performance.now()));
    lateMs = Math.max(lateMs, performance.now() - due);
    const event = deed(maker);
    const body = JSON.stringify({ destination: 'U0', events: [event] });
    const isMeasured = i >= (rate * WARM_UP_MS) / 1_000;
    if (isMeasured) sent.set(event.replyToken!, due);
    const call = post(webhooks[i % webhooks.length]!, body).then((status) => {
      if (status !== 200) failed += 1;
      if (isMeasured) accepted.push(performance.now() - due);
    });
    calls.push(call);
  }
  await Promise.all(calls);
  const deadline = performance.now() + 30_000;
  while (replied && [...sent.keys()].some((token) => !replied.has(token)) && performance.now() < deadline)
    await wait(50);
  const answered = [...sent].flatMap(([token, due]) =>
    replied?.has(token) ? [replied.get(token)! - due] : [],
  );
  return { accepted, answered, failed: failed + (replied ? sent.size - answered.length : 0), lateMs };
}

function post(url: string, body: string): Promise<number> {
  return new Promise((resolve) => {
    const headers = { 'content-type': 'application/json', 'x-line-signature': sign(body, SECRET) };
    const call = request(url, { method: 'POST', headers, agent }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0));
    });
    call.on('error', () => resolve(0));
    call.end(body);
  });
}

const quantile = (sorted: readonly number[], q: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;

function quantiles(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  return [0.5, 0.95, 0.99].map((q) => quantile(sorted, q).toFixed(1).padStart(7)).join(' ');
}

function report(name: string, rate: number, { accepted, answered, failed, lateMs }: Timing): void {
  const cells = [
    name.padEnd(26),
    String(rate).padStart(5),
    quantiles(accepted),
    quantiles(answered),
    String(failed).padStart(6),
    lateMs.toFixed(0).padStart(6),
  ];
  print(cells.join(' | '));
}

async function loadRun(
  database: RunDatabase,
  replicas: number,
  bare: ReadonlyMap<number, Timing>,
): Promise<void> {
  const api = await startApi();
  const env = {
    DATABASE_URL: database.url,
    LINE_CHANNEL_SECRET: SECRET,
    LINE_CHANNEL_ACCESS_TOKEN: TOKEN,
    LINE_API_BASE_URL: api.address,
  };
  const bots: readonly Bot[] = await Promise.all(Array.from({ length: replicas }, () => startBot(env)));
  while (!(await Promise.all(bots.map(isReady))).every(Boolean)) await wait(100);
  for (const rate of RATES) {
    const timing = await drive(
      bots.map(({ webhook }) => webhook),
      rate,
      api.replied,
    );
    report(`${database.name}, ${replicas} replica(s)`, rate, timing);
    const p99 = (values: readonly number[]) =>
      quantile(
        values.toSorted((a, b) => a - b),
        0.99,
      );
    print(
      `${''.padEnd(26)} |       | webhook p99 ${(p99(timing.accepted) / p99(bare.get(rate)!.accepted)).toFixed(1)} times the bare route's`,
    );
  }
  await Promise.all(bots.map((bot) => bot.stop()));
  api.close();
}

const wanted = process.argv[2];
print(`${'ms'.padEnd(26)} |  /s   | webhook p50 p95 p99     | reply p50 p95 p99       | failed | behind`);
const route = await startBareRoute();
const bare = new Map<number, Timing>();
for (const rate of RATES) {
  const timing = await drive([route.webhook], rate, undefined);
  bare.set(rate, timing);
  report('bare route', rate, timing);
}
await route.kill();
if (wanted !== 'postgres') {
  const database = await sqliteDatabase();
  await loadRun(database, 1, bare).finally(database.remove);
}
if (wanted !== 'sqlite') {
  for (const replicas of [1, 2]) {
    const database = await postgresDatabase();
    await loadRun(database, replicas, bare).finally(database.remove);
  }
}
