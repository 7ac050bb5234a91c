import { setTimeout as pause } from 'node:timers/promises';
import { fastify } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  type SlackStandIn,
  StaffMember,
  socketCarrier,
  startSlackStandIn,
} from '../../bots/slack/emulator/index.ts';
import { createSlackChannel, type SlackChannel } from '../../bots/slack/index.ts';
import { createCounter, createLookup } from '../../src/staff/index.ts';
import { APP_TOKEN, BOT_TOKEN, byTitle, staffKnowledge, TODAY, textsOf } from './bot.ts';

let slack: SlackStandIn;
let channel: SlackChannel;
let log: string[];

beforeEach(async () => {
  slack = await startSlackStandIn({ botToken: BOT_TOKEN, appToken: APP_TOKEN, now: Date.now });
});
afterEach(async () => {
  await channel.stop();
  await slack.close();
});

function connect(appToken = APP_TOKEN): StaffMember {
  const knowledge = staffKnowledge();
  const lookup = createLookup(knowledge, byTitle(knowledge));
  log = [];
  const { log: logger } = fastify({ logger: { stream: { write: (line: string) => void log.push(line) } } });
  channel = createSlackChannel({
    settings: {
      botToken: BOT_TOKEN,
      apiUrl: slack.apiUrl(),
      connection: { kind: 'socket', appToken },
      deskUrl: undefined,
    },
    counter: () => createCounter({ knowledge, lookup, ownInsurer: undefined }),
    now: Date.now,
    today: () => TODAY,
    log: logger,
  });
  channel.start();
  return new StaffMember('U1', slack, socketCarrier(slack));
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await pause(5);
}
const connected = (times = 1) => log.filter((line) => line.includes('"connected"')).length >= times;

test('staff are answered through a connection that we open ourselves', async () => {
  const staff = connect();
  await until(connected);
  expect(await staff.command('紛失')).toEqual({});
  await until(() => staff.sees('C1').length > 0);
  expect(textsOf(staff.sees('C1')[0]!.blocks).join('\n')).toContain('北市の窓口へ。');
  await staff.openHome();
  await until(() => slack.workspace.homes.has('U1'));
  expect(slack.workspace.refused).toEqual([]);
});

test('a connection that Slack renews is made anew', async () => {
  const staff = connect();
  await until(connected);
  slack.sockets.refresh();
  await until(() => connected(2));
  await staff.command('紛失');
  await until(() => staff.sees('C1').length > 0);
});

test('a Slack that cannot be reached at first is tried again', async () => {
  slack.faults.next('5xx', 'apps.connections.open');
  connect();
  await until(connected);
  expect(log.join('')).toContain('"not connected"');
});

test('a wrong token is named in the log by Slack’s own word, and stopping does not wait for a better one', async () => {
  connect('xapp-wrong');
  await until(() => log.some((line) => line.includes('invalid_auth')));
  await channel.stop();
  expect(slack.sockets.count()).toBe(0);
  expect(log.join('')).not.toContain('xapp-wrong');
});
