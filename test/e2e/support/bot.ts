import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');
const PROGRAM = join(ROOT, 'bin/madoguchi.js');
const ADDRESS = /^窓口.* (http:\S+)\/$/m;
const PATIENCE_MS = 60_000;

/** The day on which all journeys happen: a Sunday, so that desks are closed. */
export const AS_OF = '2026-11-22';
/** That day's morning in Japan, the evening before where some residents are; milliseconds. */
export const MORNING = Date.parse(`${AS_OF}T10:00:00+09:00`);

/** A bot in a process of its own. */
export interface Bot {
  /** Without a slash at the end. */
  readonly address: string;
  stop(): Promise<void>;
}

/** Starts the real bot on a free port, with nothing kept on disk, and waits until it can answer; `env` adds to its settings. */
export async function startBot(env: Readonly<Record<string, string>> = {}): Promise<Bot> {
  const child = spawn(process.execPath, [PROGRAM, 'serve'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PORT: '0', DATABASE_URL: 'file::memory:', LOG_LEVEL: 'error', AS_OF, ...env },
  });
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  process.once('exit', () => child.kill('SIGKILL'));
  const giveUp = AbortSignal.timeout(PATIENCE_MS);
  const address = await announced(child, giveUp);
  for (;;) {
    const { status } = await fetch(`${address}/readyz`, { signal: giveUp });
    if (status === 200) return { address, stop };
  }
}

/** The address that a program prints once it listens. */
export async function announced(child: ChildProcess, signal: AbortSignal): Promise<string> {
  let said = '';
  child.stdout!.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
  });
  for (;;) {
    const found = ADDRESS.exec(said);
    if (found) return found[1]!;
    if (child.exitCode !== null) throw new Error(`The bot ended before it listened. It said:\n${said}`);
    await Promise.race([once(child.stdout!, 'data', { signal }), once(child, 'exit', { signal })]);
  }
}
