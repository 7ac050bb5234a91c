import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  type Carrier,
  httpCarrier,
  type SlackStandIn,
  StaffMember,
  socketCarrier,
  startSlackStandIn,
} from '../../bots/slack/emulator/index.ts';
import { APP_TOKEN, BOT_TOKEN, SECRET, textsOf } from '../slack/bot.ts';
import { start } from './madoguchi.ts';

let slack: SlackStandIn;
let child: ReturnType<typeof start>;
let log = '';

beforeAll(async () => {
  slack = await startSlackStandIn({ botToken: BOT_TOKEN, appToken: APP_TOKEN, now: Date.now });
});
afterEach(async () => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'close');
});
afterAll(() => slack.close());

async function serve(env: Readonly<Record<string, string>>): Promise<string> {
  child = start(['serve'], {
    PORT: '0',
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_API_URL: slack.apiUrl(),
    SLACK_INSURER: 'takasaki',
    LOG_LEVEL: 'info',
    ...env,
  });
  log = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (log += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (log += chunk));
  await until(() => /^Slack: /m.test(log));
  return /(http:\S+)\/$/m.exec(log)![1]!;
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
}

async function asks(carrier: Carrier): Promise<string> {
  const staff = new StaffMember('U0123', slack, carrier);
  const before = staff.sees('C1').length;
  await staff.command('山田です 資格確認書をなくした');
  await until(() => staff.sees('C1').length > before);
  return textsOf(staff.sees('C1').at(-1)!.blocks).join('\n');
}

async function ends(): Promise<number> {
  child.kill('SIGTERM');
  const [code] = (await once(child, 'close')) as [number];
  return code;
}

test('Slack calls the server: staff are answered, and nothing of what they typed is logged', async () => {
  const address = await serve({ SLACK_SIGNING_SECRET: SECRET });
  await until(async () => (await fetch(`${address}/readyz`)).status === 200);
  const carrier = httpCarrier({ url: `${address}/slack/events`, signingSecret: SECRET, now: Date.now });
  expect(await asks(carrier)).toContain('*高崎市*');
  expect(await ends()).toBe(0);
  expect(slack.workspace.refused).toEqual([]);
  expect(log).toContain('Request URL: /slack/events');
  expect(log).not.toMatch(/山田|なくした|U0123|xoxb|signing-secret/);
});

test('the server calls Slack: the same through Socket Mode', async () => {
  await serve({ SLACK_APP_TOKEN: APP_TOKEN });
  await until(() => slack.sockets.count() > 0);
  expect(log).toContain('Socket Mode');
  expect(await asks(socketCarrier(slack))).toContain('*高崎市*');
  expect(await ends()).toBe(0);
  expect(log).not.toMatch(/xapp|xoxb/);
});

test('without keys there is no such address', async () => {
  const address = await serve({ SLACK_BOT_TOKEN: '' });
  expect(log).toContain('Slack: 使いません');
  expect((await fetch(`${address}/slack/events`, { method: 'POST' })).status).toBe(404);
});
