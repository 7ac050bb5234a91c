// npm run faults [-- sqlite | postgres]: kills the bot and lets LINE's API fail while residents talk; then looks for lost, doubled and spoilt answers.
import { setTimeout as wait } from 'node:timers/promises';
import {
  createLineStandIn,
  createWebhooks,
  FAULT_KINDS,
  idOf,
  type LineStandIn,
  redelivered,
  sign,
  type WebhookEvent,
} from '../../bots/line/emulator/index.ts';
import { seeded } from '../../bots/line/emulator/random.ts';
import { createVault } from '../../bots/line/vault.ts';
import { openStore, type Store } from '../../src/storage/index.ts';
import { isoDate } from '../../src/text/index.ts';
import { type Bot, isReady, startBot } from './bots.ts';
import { postgresDatabase, type RunDatabase, sqliteDatabase } from './databases.ts';
import { createOracle, type Oracle } from './oracle.ts';
import { type Posting, planTraffic } from './traffic.ts';

const EVENTS = 2_000;
const RESIDENTS = 150;
const LASTS_MS = 120_000;
const KILLS = 20;
const API_FAILURES = 0.2;
/** Not `expired-token`: a young token that LINE calls invalid is a used one. Tokens expire here by events that come late. */
const FAULTS = FAULT_KINDS.filter((kind) => kind !== 'expired-token');
const MOST_DOUBLED = 0.005;
const SECRET = 'channel-secret-of-the-run';
const TOKEN = 'access-token-of-the-run';
const AS_OF = '2026-11-21';
const SEED = 20_261_121;

const print = (line: string) => process.stdout.write(`${line}\n`);

/** What LINE's side knows of a run: which events were made, and what arrived for each. */
interface Run {
  readonly standIn: LineStandIn;
  readonly events: Map<string, WebhookEvent>;
  /** Events that were given up and put back, with how many answers had arrived by then. */
  readonly revived: Map<string, number>;
  /** Calls of the webhook that were not answered by 200 and were made again. */
  repeats: number;
}

/** Delivers an event until the bot takes it, as LINE does where redelivery is switched on. */
async function deliver(run: Run, bots: readonly Bot[], event: WebhookEvent, isAgain: boolean): Promise<void> {
  let sent = isAgain ? redelivered(event) : event;
  for (;;) {
    const body = JSON.stringify({ destination: run.standIn.botUserId, events: [sent] });
    const bot = bots[Math.floor(Math.random() * bots.length)]!;
    const response = await fetch(bot.webhook, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-line-signature': sign(body, SECRET) },
      body,
      signal: AbortSignal.timeout(2_000),
    }).catch(() => undefined);
    await response?.arrayBuffer().catch(() => undefined);
    if (response?.status === 200) return;
    run.repeats += 1;
    sent = redelivered(event);
    await wait(500);
  }
}

/** Lets the residents talk. */
async function talk(run: Run, bots: readonly Bot[], plan: readonly Posting[]): Promise<void> {
  const { standIn } = run;
  const webhooks = createWebhooks({ seed: SEED, now: Date.now, register: standIn.registerReplyToken });
  await Promise.all(
    plan.map(async ({ at, delay, deed, isDoubled, isRedelivered }) => {
      await wait(at);
      const event = deed(webhooks);
      run.events.set(event.webhookEventId, event);
      await wait(delay);
      const first = deliver(run, bots, event, false);
      await Promise.all(isDoubled ? [first, deliver(run, bots, event, false)] : [first]);
      if (!isRedelivered) return;
      await wait(2_000);
      await deliver(run, bots, event, true);
    }),
  );
}

/** Kills the bots in turn, evenly over the run, and starts each again at once. */
async function killing(
  bots: Bot[],
  env: Readonly<Record<string, string>>,
  done: AbortSignal,
): Promise<number> {
  const random = seeded(SEED);
  let kills = 0;
  for (; kills < KILLS; kills++) {
    await wait((LASTS_MS / KILLS) * (0.6 + 0.6 * random()));
    if (done.aborted) break;
    const which = kills % bots.length;
    await bots[which]!.kill();
    bots[which] = await startBot({ ...env, PORT: new URL(bots[which]!.webhook).port });
  }
  return kills;
}

/** Waits until every event is done; dead ones are put back, as staff would. */
async function settle(run: Run, store: Store): Promise<void> {
  for (;;) {
    const { pending, dead } = await store.inbox.counts();
    if (pending === 0 && dead === 0) return;
    for (const { id } of dead > 0 ? await store.inbox.dead() : []) {
      if (await store.inbox.retry(id, Date.now())) run.revived.set(id, run.standIn.deliveries.length);
    }
    await wait(500);
  }
}

interface Findings {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly spoilt: readonly string[];
}

/** Compares what arrived and what is stored with what the conversation says in that order. */
async function judge(run: Run, store: Store, oracle: Oracle): Promise<Findings> {
  const vault = createVault(SECRET);
  const arrived = oracle.arrivals(run.standIn.deliveries, run.events.values());
  const lost = [...run.events.keys()].filter((id) => !arrived.has(id));
  const doubled = [...arrived].filter(([, deliveries]) => deliveries.length > 1).map(([id]) => id);
  const byResident = Map.groupBy(run.events.values(), ({ source }) => (source as { userId: string }).userId);
  const spoilt: string[] = [];
  for (const [resident, events] of byResident) {
    const stored = await store.conversations.load(vault.pseudonym(resident, ''), Date.now());
    const fault = oracle.faultOf({ events, arrived, revived: run.revived, stored: stored?.state });
    if (fault !== undefined) spoilt.push(`${resident} ${fault};`);
  }
  return { lost, doubled, spoilt };
}

async function faultRun(database: RunDatabase, replicas: number, oracle: Oracle): Promise<boolean> {
  const standIn = createLineStandIn({ channelAccessToken: TOKEN, now: Date.now, keep: 10 * EVENTS });
  const api = await standIn.app.listen({ port: 0, host: '127.0.0.1' });
  const env = {
    DATABASE_URL: database.url,
    LINE_CHANNEL_SECRET: SECRET,
    LINE_CHANNEL_ACCESS_TOKEN: TOKEN,
    LINE_API_BASE_URL: api,
    AS_OF,
  };
  const bots: Bot[] = await Promise.all(Array.from({ length: replicas }, () => startBot(env)));
  while (!(await Promise.all(bots.map(isReady))).every(Boolean)) await wait(100);
  standIn.faults.set({ rate: API_FAILURES, kinds: FAULTS, seed: SEED, hangMs: 20_000, slowMs: 1_000 });
  const run: Run = { standIn, events: new Map(), revived: new Map(), repeats: 0 };
  const residents = Array.from({ length: RESIDENTS }, (_, n) => idOf('U', SEED, n));
  const plan = planTraffic({ residents, events: EVENTS, lastsMs: LASTS_MS, seed: SEED });
  const done = new AbortController();
  const kills = killing(bots, env, done.signal);
  await talk(run, bots, plan);
  const store = await openStore(database.url);
  await settle(run, store);
  done.abort();
  const killed = await kills;
  await settle(run, store);
  const { outcomes } = await store.inbox.counts();
  const { lost, doubled, spoilt } = await judge(run, store, oracle);
  await store.close();
  await Promise.all(bots.map((bot) => bot.stop()));
  await standIn.app.close();
  const accounted = outcomes['pushed-in-doubt'] ?? 0;
  const isSound =
    lost.length === 0 &&
    spoilt.length === 0 &&
    doubled.length <= MOST_DOUBLED * run.events.size &&
    doubled.length <= accounted &&
    standIn.violations.length === 0;
  const postings =
    plan.length +
    plan.filter(({ isDoubled }) => isDoubled).length +
    plan.filter(({ isRedelivered }) => isRedelivered).length;
  print(`${database.name}, ${replicas} replica(s): ${isSound ? 'sound' : 'NOT SOUND'}`);
  print(
    `  events ${run.events.size}, posted ${postings} times by plan and ${run.repeats} times again; kills ${killed}`,
  );
  print(
    `  lost ${lost.length}, answered twice ${doubled.length} (in doubt by the inbox: ${accounted}), conversations spoilt ${spoilt.length} of ${RESIDENTS}`,
  );
  print(
    `  given up and put back ${run.revived.size}, messages against LINE's limits ${standIn.violations.length}`,
  );
  print(`  outcomes ${JSON.stringify(outcomes)}`);
  for (const [what, ids] of Object.entries({ lost, doubled, spoilt })) {
    if (ids.length > 0) print(`  ${what}: ${ids.slice(0, 10).join(' ')}`);
  }
  return isSound;
}

const wanted = process.argv[2];
const oracle = await createOracle(isoDate(AS_OF)!);
const results: boolean[] = [];
if (wanted !== 'postgres') {
  const database = await sqliteDatabase();
  results.push(await faultRun(database, 1, oracle).finally(database.remove));
}
if (wanted !== 'sqlite') {
  const database = await postgresDatabase();
  results.push(await faultRun(database, 2, oracle).finally(database.remove));
}
process.exitCode = results.every(Boolean) ? 0 : 1;
