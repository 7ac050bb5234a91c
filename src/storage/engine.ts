import { nextTurn } from './batch.ts';
import type { Database, Dialect } from './dialect.ts';
import { DatabaseTooNew, migrate } from './migrations.ts';
import { StoreUnavailable } from './store.ts';

/** What helps after an error: the same once more, another connection for the next call, or neither. */
export type Remedy = 'repeat' | 'reconnect' | 'none';

/** An open database. */
export interface Connection {
  readonly db: Database;
  /** False where it writes to what nobody will ever read, e.g. into a file that was deleted. */
  isCurrent(): boolean;
  remedy(error: unknown): Remedy;
  /** Moves what was erased out of the write-ahead log too, where there is one. */
  scrub(): void;
  close(): Promise<void>;
}

/** Opens one kind of database. */
export interface Connector {
  readonly dialect: Dialect;
  connect(): Promise<Connection>;
}

/** A database that is opened anew after a failure; every method rejects with `StoreUnavailable`. */
export interface Engine {
  readonly dialect: Dialect;
  read<T>(work: (db: Database) => Promise<T>): Promise<T>;
  /** In one transaction; `work` is done again from its start where another transaction was in the way. */
  write<T>(work: (db: Database) => Promise<T>): Promise<T>;
  scrub(): Promise<void>;
  close(): Promise<void>;
}

/** How often a transaction that others were in the way of is done again. */
const MOST_REPEATS = 5;

export function createEngine({ dialect, connect }: Connector): Engine {
  let connection: Promise<Connection> | undefined;
  let leaving: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  async function open(): Promise<Connection> {
    // A SQLite file must not be opened anew before the old one is closed: that tidies up beside it.
    await leaving;
    const opened = await connect();
    try {
      await opened.db.transaction().execute((db) => migrate(db, dialect));
    } catch (error) {
      await opened.close().catch(() => {});
      throw error;
    }
    return opened;
  }

  function connected(): Promise<Connection> {
    if (isClosed) throw new Error('the store is closed');
    if (connection === undefined) {
      const opening = open();
      opening.catch(() => {
        if (connection === opening) connection = undefined;
      });
      connection = opening;
    }
    return connection;
  }

  async function leave(left: Connection): Promise<void> {
    if ((await connection?.catch(() => undefined)) !== left) return;
    connection = undefined;
    leaving = left.close().catch(() => {});
  }

  async function once<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    // SQLite does all its work in one turn: whoever calls in a loop must not keep the process from everything else.
    await nextTurn();
    const current = await connected();
    try {
      assertCurrent(current);
      const result = await work(current);
      // Only now is it sure that what was written is where others will read it.
      assertCurrent(current);
      return result;
    } catch (error) {
      if (error instanceof NotCurrent || current.remedy(error) === 'reconnect') await leave(current);
      throw error;
    }
  }

  async function run<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    for (let repeats = 0; ; repeats++) {
      try {
        return await once(work);
      } catch (error) {
        const current = await connection?.catch(() => undefined);
        if (current?.remedy(error) !== 'repeat' || repeats === MOST_REPEATS) throw unavailable(error);
      }
    }
  }

  return {
    dialect,
    read: (work) => run(({ db }) => work(db)),
    write: (work) => run(({ db }) => db.transaction().execute(work)),
    scrub: () => run(async (current) => current.scrub()),
    close: async () => {
      isClosed = true;
      const last = await connection?.catch(() => undefined);
      connection = undefined;
      await last?.close();
      await leaving;
    },
  };
}

/** What the connection writes to is no longer the database. */
class NotCurrent extends Error {
  override readonly name = 'NotCurrent';
}

function assertCurrent(connection: Connection): void {
  if (!connection.isCurrent()) throw new NotCurrent('the file of the database was deleted or replaced');
}

/** Names the kind of the failure only: what a database says of it may quote what a resident wrote. */
function unavailable(error: unknown): Error {
  if (error instanceof DatabaseTooNew) return error;
  const code = error instanceof Error && 'code' in error ? `(${String(error.code)})` : '';
  return new StoreUnavailable(`データベースを使えません${code}`, { cause: error });
}
