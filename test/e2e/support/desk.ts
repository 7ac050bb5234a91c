import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { announced, type Bot } from './bot.ts';

const PROGRAM = join(import.meta.dirname, 'desk-server.ts');
const PATIENCE_MS = 60_000;

/** Starts the desk page in a process of its own, on a free port, and waits until it answers. */
export async function startDesk(): Promise<Bot> {
  const child = spawn(process.execPath, [PROGRAM], { stdio: ['ignore', 'pipe', 'inherit'] });
  process.once('exit', () => child.kill('SIGKILL'));
  const address = await announced(child, AbortSignal.timeout(PATIENCE_MS));
  return {
    address,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
