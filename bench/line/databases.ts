import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../test/support/postgres-server.ts';

/** A database for one run. */
export interface RunDatabase {
  readonly name: string;
  readonly url: string;
  remove(): Promise<void>;
}

/** An empty SQLite file in a folder of its own. */
export async function sqliteDatabase(): Promise<RunDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'madoguchi-'));
  return {
    name: 'SQLite',
    url: `file:${join(folder, 'run.db')}`,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A PostgreSQL server of its own; throws where this machine has none. */
export async function postgresDatabase(): Promise<RunDatabase> {
  const server = await startPostgres();
  if (server === undefined) throw new Error('PostgreSQL is not installed: apt-get install postgresql');
  return { name: 'PostgreSQL', url: server.url, remove: () => server.stop() };
}
