// npm run line:emulator: the bot beside a stand-in for LINE, with the talk on a page as a phone shows it.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmulator } from '../bots/line/emulator/index.ts';
import { WEBHOOK_PATH } from '../bots/line/index.ts';

const PROGRAM = join(import.meta.dirname, 'madoguchi.js');
const { PORT = '8080', EMULATOR_PORT = '8090' } = process.env;

const folder = await mkdtemp(join(tmpdir(), 'madoguchi-'));
const channelSecret = randomBytes(16).toString('hex');
const channelAccessToken = randomBytes(32).toString('hex');
const bot = `http://127.0.0.1:${PORT}`;
const emulator = await startEmulator({
  port: Number(EMULATOR_PORT),
  botWebhookUrl: `${bot}${WEBHOOK_PATH}`,
  channelSecret,
  channelAccessToken,
});
const env = {
  PUBLIC_URL: bot,
  LOG_LEVEL: 'warn',
  // 試した内容は、終わるときにフォルダごと消す
  DATABASE_URL: `file:${join(folder, 'emulator.db')}`,
  ...process.env,
  PORT,
  HOST: '127.0.0.1',
  LINE_CHANNEL_SECRET: channelSecret,
  LINE_CHANNEL_ACCESS_TOKEN: channelAccessToken,
  LINE_API_BASE_URL: emulator.url,
};
const run = (...args: readonly string[]) =>
  spawn(process.execPath, [PROGRAM, ...args], { env, stdio: ['ignore', 'inherit', 'inherit'] });

const serving = run('serve');
const ended = once(serving, 'close');
run('line', 'setup');
process.stdout.write(`\n電話の画面: ${emulator.url}/  (終えるには Ctrl+C)\n\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => serving.kill(signal));
const [code] = (await ended) as [number | null];
await emulator.close();
await rm(folder, { recursive: true, force: true });
process.exitCode = code ?? 0;
