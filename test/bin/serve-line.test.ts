import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  createLineStandIn,
  createWebhooks,
  idOf,
  type LineStandIn,
  post,
} from '../../bots/line/emulator/index.ts';
import { openStore, type Store } from '../../src/storage/index.ts';
import { run, start } from './madoguchi.ts';

const SECRET = 'the-channel-secret';
const TOKEN = 'the-access-token';
const QUESTION = 'マルタ山ほげ子です、資格確認書をなくしました';
const source = { type: 'user', userId: idOf('U', 1, 0) } as const;

let folder: string;
let line: LineStandIn;
let api: string;
let store: Store;
const children: ReturnType<typeof start>[] = [];

const environment = () => ({
  PORT: '0',
  DATABASE_URL: `file:${join(folder, 'test.db')}`,
  LINE_CHANNEL_SECRET: SECRET,
  LINE_CHANNEL_ACCESS_TOKEN: TOKEN,
  LINE_API_BASE_URL: api,
});

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'madoguchi-'));
  line = createLineStandIn({ channelAccessToken: TOKEN, now: Date.now });
  api = await line.app.listen({ port: 0, host: '127.0.0.1' });
  store = await openStore(environment().DATABASE_URL);
});

afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'close');
    }
  }
});

afterAll(async () => {
  await store.close();
  await line.app.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Running {
  readonly child: ReturnType<typeof start>;
  readonly address: string;
  log(): string;
}

async function serve(over: Readonly<Record<string, string>> = {}): Promise<Running> {
  const child = start(['serve'], { ...environment(), ...over });
  children.push(child);
  let log = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (log += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (log += chunk));
  while (!/^LINE: /m.test(log)) await once(child.stdout, 'data');
  return { child, address: /(http:\S+)\/$/m.exec(log)![1]!, log: () => log };
}

const webhooks = () =>
  createWebhooks({ seed: Math.random() * 1e9, now: Date.now, register: line.registerReplyToken });
const send = ({ address }: Running, ...events: Parameters<typeof post>[1]) =>
  post({ url: `${address}/line/webhook`, channelSecret: SECRET, destination: line.botUserId }, events);

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('serve with LINE', () => {
  test('answers, ends when it is asked to, and has logged nothing of what was said', async () => {
    const bot = await serve();
    expect(bot.log()).toContain('LINE: 使います');
    const before = line.deliveries.length;
    expect(await send(bot, webhooks().text(source, QUESTION))).toBe(200);
    await until(() => line.deliveries.length > before);
    expect(line.violations).toEqual([]);
    bot.child.kill('SIGTERM');
    const [code] = (await once(bot.child, 'close')) as [number];
    expect(code).toBe(0);
    expect(bot.log()).not.toMatch(/なくしました|マルタ山|U[0-9a-f]{32}|the-access-token|the-channel-secret/);
  });

  test('takes events before it can answer, and answers after it was killed and started again', async () => {
    const bot = await serve();
    const before = line.deliveries.length;
    expect(await send(bot, webhooks().text(source, QUESTION))).toBe(200);
    bot.child.kill('SIGKILL');
    await once(bot.child, 'close');
    await serve();
    await until(async () => (await store.inbox.counts()).pending === 0);
    expect(line.deliveries.length).toBe(before + 1);
  });

  test('starts without its database, asks LINE to come again, and takes events once the database is there', async () => {
    const missing = join(folder, 'missing');
    writeFileSync(missing, 'a file where a folder should be');
    const bot = await serve({ DATABASE_URL: `file:${join(missing, 'later.db')}` });
    await until(() => bot.log().includes('データベースを使えません'));
    const event = webhooks().text(source, QUESTION);
    expect(await send(bot, event)).toBe(503);
    expect((await fetch(`${bot.address}/readyz`)).status).toBe(503);
    rmSync(missing);
    expect(await send(bot, event)).toBe(200);
    await until(async () => (await fetch(`${bot.address}/readyz`)).status === 200);
  });

  test('says on /readyz whether it can answer and store', async () => {
    const bot = await serve();
    await until(async () => (await fetch(`${bot.address}/readyz`)).status === 200);
    expect(await (await fetch(`${bot.address}/readyz`)).json()).toEqual({
      ready: true,
      bot: true,
      store: true,
    });
  });
});

describe('madoguchi inbox', () => {
  test('shows what could not be answered, and puts it back to be answered', async () => {
    const bot = await serve();
    const event = webhooks().text({ type: 'user', userId: 'nobody' }, QUESTION);
    line.faults.next('expired-token');
    await send(bot, event);
    await until(async () => (await store.inbox.counts()).dead === 1);
    const shown = await run(['inbox', 'dead'], '', [], environment());
    expect(shown.out).toContain(event.webhookEventId);
    expect(shown.out).not.toContain('なくしました');
    const status = await run(['inbox', 'status'], '', [], environment());
    expect(status.out).toContain('答えられなかったもの 1件');
    const retried = await run(['inbox', 'retry', event.webhookEventId], '', [], environment());
    expect(retried).toMatchObject({ code: 0, error: '' });
    expect(retried.out).toContain('1件');
    expect((await run(['inbox', 'retry', 'nothing'], '', [], environment())).code).toBe(1);
  });

  test.each([[['inbox']], [['inbox', 'retry']], [['inbox', 'retry', 'id', '--all']]])(
    'tells how it is used: %o',
    async (args) => {
      const { code, error } = await run(args);
      expect(code).toBe(2);
      expect(error).toContain('inbox retry');
    },
  );
});

describe('settings that do not fit', () => {
  test('keep the server from starting, with a sentence that says what is missing', async () => {
    const { code, error } = await run(['serve'], '', [], { LINE_CHANNEL_SECRET: SECRET });
    expect(code).toBe(2);
    expect(error).toContain('LINE_CHANNEL_ACCESS_TOKEN がありません');
    expect(error).not.toContain(SECRET);
  });

  test('are shown by config, without secrets', async () => {
    const { code, out } = await run(['config'], '', [], environment());
    expect(code).toBe(0);
    expect(out).toContain('LINE: 使います');
    expect(out).not.toMatch(/the-access-token|the-channel-secret/);
  });
});
