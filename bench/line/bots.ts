import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

const PROGRAM = join(import.meta.dirname, '../../bin/madoguchi.js');
const BARE_ROUTE = join(import.meta.dirname, 'bare-route.ts');
const ADDRESS = /http:\/\/\S+:\d+/;

/** A bot in a process of its own, which can be killed. */
export interface Bot {
  /** Where LINE would send events. */
  readonly webhook: string;
  /** Ends it at once, in the middle of whatever it does. */
  kill(): Promise<void>;
  /** Asks it to end, and waits until it has; resolves to its exit code. */
  stop(): Promise<number | null>;
}

/** Starts the real program; resolves when it listens, which is before it can answer. */
export function startBot(env: Readonly<Record<string, string>>): Promise<Bot> {
  const args = ['--max-semi-space-size=4', PROGRAM, 'serve'];
  return start(args, { LOG_LEVEL: 'silent', ...env, PORT: env.PORT ?? '0' });
}

/** Starts a route that stores nothing and answers at once. */
export function startBareRoute(): Promise<Bot> {
  return start([BARE_ROUTE], {});
}

async function start(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Bot> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  const address = await addressOf(child);
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    const [code] = (await closed) as [number | null];
    return code;
  };
  return {
    webhook: `${address}/line/webhook`,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  };
}

async function addressOf(child: ChildProcessByStdio<null, Readable, null>): Promise<string> {
  let said = '';
  for await (const chunk of child.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    said += String(chunk);
    const address = ADDRESS.exec(said)?.[0];
    if (address !== undefined) {
      child.stdout.resume();
      return address.replace(/\/$/, '');
    }
  }
  throw new Error(`the bot did not start: ${said}`);
}

/** Whether the bot can answer, by its own word. */
export async function isReady({ webhook }: Bot): Promise<boolean> {
  const response = await fetch(new URL('/readyz', webhook)).catch(() => undefined);
  await response?.arrayBuffer();
  return response?.ok === true;
}
