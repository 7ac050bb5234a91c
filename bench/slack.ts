// node bench/slack.ts: from a slash command to the answer that staff see, over HTTP and beside a stand-in for Slack, with a bare
// Bolt app that answers a fixed text as the peer in the same run.
import { createServer } from 'node:net';
import { App } from '@slack/bolt';
import { fastify } from 'fastify';
import { loadUnderstanding, readKnowledge } from '../bin/assemble.ts';
import { slackTalk } from '../bin/slack-talk.ts';
import { SILENT } from '../bots/slack/calls.ts';
import {
  httpCarrier,
  type SlackStandIn,
  StaffMember,
  startSlackStandIn,
} from '../bots/slack/emulator/index.ts';
import { createSlackChannel, EVENTS_PATH } from '../bots/slack/index.ts';
import { isoDate } from '../src/text/index.ts';
import { readUtterances } from './utterances.ts';

const COMMANDS = 1_000;
const WARM_UP = 100;
const MOST_P99_MS = 300;
const TODAY = isoDate('2026-11-22')!;
const signingSecret = 'the-signing-secret';
const botToken = 'xoxb-the-bot-token';

const slack = await startSlackStandIn({ botToken, now: Date.now });
const texts = readUtterances().map(({ text }) => text);

/** Sorted milliseconds of each command, one after the other. */
async function measure(url: string, { workspace, onCall }: SlackStandIn): Promise<readonly number[]> {
  const staff = new StaffMember('U1', slack, httpCarrier({ url, signingSecret, now: Date.now }));
  const times: number[] = [];
  for (let i = 0; i < WARM_UP + COMMANDS; i += 1) {
    const answered = Promise.withResolvers<void>();
    const stop = onCall(() => answered.resolve());
    const begun = performance.now();
    await Promise.all([staff.command(texts[i % texts.length]!), answered.promise]);
    stop();
    if (i >= WARM_UP) times.push(performance.now() - begun);
  }
  if (workspace.refused.length > 0) throw new Error(`Slack refused ${workspace.refused.length} messages`);
  return times.toSorted((a, b) => a - b);
}

async function ofMadoguchi(): Promise<readonly number[]> {
  const knowledge = readKnowledge();
  const { match, suggest } = await loadUnderstanding(knowledge.kb);
  const counter = slackTalk({ knowledge, match, suggest, insurer: 'takasaki', staff: {} });
  const app = fastify();
  const channel = createSlackChannel({
    settings: {
      botToken,
      apiUrl: slack.apiUrl(),
      connection: { kind: 'http', signingSecret },
      deskUrl: undefined,
    },
    counter: () => counter,
    now: Date.now,
    today: () => TODAY,
    log: app.log,
  });
  app.register(channel.routes);
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const times = await measure(`${address}${EVENTS_PATH}`, slack);
  await app.close();
  return times;
}

async function ofBareBolt(): Promise<readonly number[]> {
  const port = await freePort();
  const bolt = new App({
    signingSecret,
    authorize: async () => ({ botToken }),
    ignoreSelf: false,
    convoStore: false,
    logger: SILENT,
    clientOptions: { slackApiUrl: slack.apiUrl() },
  });
  bolt.command('/madoguchi', async ({ ack, respond }) => {
    await ack();
    await respond({ response_type: 'ephemeral', text: 'fixed' });
  });
  await bolt.start(port);
  const times = await measure(`http://127.0.0.1:${port}${EVENTS_PATH}`, slack);
  await bolt.stop();
  return times;
}

/** Bolt takes 0 for no port at all. */
async function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const server = createServer().listen(0, '127.0.0.1', () => {
    const address = server.address();
    server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
  });
  return promise;
}

const at = (times: readonly number[], share: number) =>
  times[Math.min(times.length - 1, Math.floor(times.length * share))]!;
const print = (line: string) => process.stdout.write(`${line}\n`);

const peer = await ofBareBolt();
const ours = await ofMadoguchi();
await slack.close();
print(`\nms from a slash command to its answer   p50     p99   (${COMMANDS} commands)`);
for (const [name, times] of [
  ['Madoguchi', ours],
  ['peer: bare Bolt, a fixed text', peer],
] as const) {
  print(
    `${name.padEnd(36)}${at(times, 0.5).toFixed(1).padStart(7)}${at(times, 0.99).toFixed(1).padStart(8)}`,
  );
}
const ratio = (share: number) => (at(ours, share) / at(peer, share)).toFixed(2);
print(`ratio to the peer: p50 ${ratio(0.5)}, p99 ${ratio(0.99)}`);
const isMet = at(ours, 0.99) < MOST_P99_MS;
print(`p99 under ${MOST_P99_MS} ms: ${isMet ? 'yes' : 'no'}`);
process.exitCode = isMet ? 0 : 1;
