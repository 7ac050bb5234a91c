import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** A PostgreSQL server of this process's own, on a free port of this machine. */
export interface PostgresServer {
  readonly url: string;
  /** Stops it as a power cut would, without letting anybody finish. */
  crash(): Promise<void>;
  /** Starts it again where it was stopped. */
  start(): Promise<void>;
  restart(): Promise<void>;
  /** Stops it and deletes its data. */
  stop(): Promise<void>;
}

/** Why there is no server, and what helps. */
export const NO_POSTGRES =
  'PostgreSQL is not on this machine: nothing was tested on it. Run `apt-get install postgresql`, or set TEST_DATABASE_URL to a database to test in.';

/** The folder that holds this machine's `initdb` and `postgres`, the newest first; undefined where there is none. */
export function findPostgres(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const folders = [
    ...(env.PATH ?? '').split(delimiter),
    ...globSync('/usr/lib/postgresql/*/bin').sort(byVersion),
    ...configuredFolder(),
    ...globSync('/opt/homebrew/opt/postgresql*/bin'),
    ...globSync('/usr/local/opt/postgresql*/bin'),
    ...globSync('/usr/pgsql-*/bin').sort(byVersion),
  ];
  return folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))));
}

const byVersion = (a: string, b: string) => b.localeCompare(a, 'en', { numeric: true });

function configuredFolder(): readonly string[] {
  try {
    return [execFileSync('pg_config', ['--bindir'], { encoding: 'utf8', stdio: 'pipe' }).trim()];
  } catch {
    return [];
  }
}

interface Person {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root. */
function somebodyElse(): Person | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (option: string, name: string) =>
    Number(execFileSync('id', [option, name], { stdio: 'pipe' }));
  for (const name of ['postgres', 'nobody']) {
    try {
      return { uid: idOf('-u', name), gid: idOf('-g', name) };
    } catch {
      // There is no such user here.
    }
  }
  throw new Error('PostgreSQL cannot run as root, and there is neither a user postgres nor nobody');
}

/** Starts a server with an empty database in a temporary folder; undefined where PostgreSQL is not installed. */
export async function startPostgres(): Promise<PostgresServer | undefined> {
  const bin = findPostgres();
  if (bin === undefined) return undefined;
  const person = somebodyElse();
  const folder = mkdtempSync(join(tmpdir(), 'madoguchi-postgres-'));
  if (person) chownSync(folder, person.uid, person.gid);
  const data = join(folder, 'data');
  const options = { cwd: folder, stdio: 'pipe', ...person } as const;
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'madoguchi', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    options,
  );
  const port = await freePort();
  const url = `postgres://madoguchi@127.0.0.1:${port}/postgres`;
  let server: ChildProcess | undefined;

  const kill = async (signal: 'SIGINT' | 'SIGQUIT') => {
    const stopping = server;
    server = undefined;
    if (!stopping || stopping.exitCode !== null || stopping.signalCode !== null) return;
    const ended = new Promise((resolve) => stopping.once('exit', resolve));
    stopping.kill(signal);
    await ended;
  };
  const start = async () => {
    server = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder], {
      ...options,
      stdio: 'ignore',
    });
    await untilReady(url, server);
  };
  // However the process ends, neither server nor data outlive it.
  const tidy = () => {
    server?.kill('SIGQUIT');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  };
  const onSignal = () => process.exit(130);
  process.once('exit', tidy).once('SIGINT', onSignal).once('SIGTERM', onSignal);
  watch(process.pid, data, folder);
  await start();
  return {
    url,
    start,
    crash: () => kill('SIGQUIT'),
    restart: async () => {
      await kill('SIGINT');
      await start();
    },
    stop: async () => {
      await kill('SIGINT');
      process.off('exit', tidy).off('SIGINT', onSignal).off('SIGTERM', onSignal);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    },
  };
}

/** A process that is killed tidies nothing up: a shell beside it waits for its end and then does. */
function watch(pid: number, data: string, folder: string): void {
  const script = `while kill -0 ${pid} 2>/dev/null && [ -d "$2" ]; do sleep 1; done
    [ -f "$1/postmaster.pid" ] && kill -QUIT "$(head -n 1 "$1/postmaster.pid")"; sleep 1; rm -rf "$2"`;
  spawn('sh', ['-c', script, 'sh', data, folder], { detached: true, stdio: 'ignore' }).unref();
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function untilReady(url: string, server: ChildProcess): Promise<void> {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended with ${server.exitCode} at its start`);
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => {});
    try {
      await client.connect();
      return;
    } catch {
      await pause(50);
    } finally {
      await client.end().catch(() => {});
    }
  }
}
