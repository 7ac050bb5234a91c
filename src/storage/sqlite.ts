import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  SqliteAdapter,
  type SqliteDatabase,
  type SqliteDialectConfig,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type SqliteStatement,
  sql,
} from 'kysely';
import type { Dialect } from './dialect.ts';
import type { Connection, Connector, Remedy } from './engine.ts';
import type { Tables } from './tables.ts';

/**
 * How a write waits for another process's: SQLite itself for `blockMs`, in which nothing else runs in this process, then
 * this program, which goes on with other work for `pauseMs` each time.
 */
const WAITING = { blockMs: 5, pauseMs: 10, tries: 300 } as const;

const sqlite: Dialect = {
  name: 'sqlite',
  each: (json) => sql`json_each(${json}) as j`,
  lockRows: () => sql``,
  holdNames: async () => {},
  serial: sql`integer`,
  bytewise: sql`text`,
};

export interface SqliteOptions {
  /** A path, or `:memory:`. */
  readonly file: string;
  /** Largest size in pages of 4 KB, as if the disk were full then; for tests. */
  readonly mostPages?: number;
}

/** Opens a SQLite file, and makes it and its folder where they are not there. */
export function sqliteConnector(options: SqliteOptions): Connector {
  return { dialect: sqlite, connect: () => connect(options) };
}

async function connect(options: SqliteOptions): Promise<Connection> {
  const database = await patiently(() => openNow(options));
  const isCurrent = options.file === ':memory:' ? () => true : sameFile(resolve(options.file));
  const dialect = {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new ImmediateDriver(database),
    createIntrospector: (db: Kysely<Tables>) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
  const db = new Kysely<Tables>({ dialect });
  return {
    db,
    isCurrent,
    remedy,
    scrub: () => {
      database.pragma('wal_checkpoint(TRUNCATE)');
    },
    close: async () => {
      await db.destroy();
      database.close();
    },
  };
}

/** Does something again while another process has the file to itself. */
async function patiently<T>(work: () => T | Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error) || tries === WAITING.tries) throw error;
      await new Promise((resume) => setTimeout(resume, WAITING.pauseMs));
    }
  }
}

function openNow({ file, mostPages }: SqliteOptions): BetterSqlite3.Database {
  if (file !== ':memory:') mkdirSync(dirname(resolve(file)), { recursive: true });
  const database = new BetterSqlite3(file, { timeout: WAITING.blockMs });
  try {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    // Erased talk must not linger in free pages.
    database.pragma('secure_delete = ON');
    if (mostPages !== undefined) database.pragma(`max_page_count = ${mostPages}`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Whether the path still leads to the file that was opened. */
function sameFile(path: string): () => boolean {
  const opened = statSync(path);
  return () => {
    const present = statSync(path, { throwIfNoEntry: false });
    return present !== undefined && present.ino === opened.ino && present.dev === opened.dev;
  };
}

/** A full disk or a busy file leaves the connection as good as it was; after anything else the file is opened anew. */
function remedy(error: unknown): Remedy {
  return isBusy(error) || codeOf(error).startsWith('SQLITE_FULL') ? 'none' : 'reconnect';
}

function isBusy(error: unknown): boolean {
  return codeOf(error).startsWith('SQLITE_BUSY') || codeOf(error).startsWith('SQLITE_LOCKED');
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Kysely's driver, with transactions that take the write lock at once rather than fail when they come to write. */
class ImmediateDriver extends SqliteDriver {
  readonly #database: BetterSqlite3.Database;

  constructor(database: BetterSqlite3.Database) {
    super({ database: withKeptStatements(database) } satisfies SqliteDialectConfig);
    this.#database = database;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await patiently(() => connection.executeQuery(CompiledQuery.raw('begin immediate')));
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // A full disk has ended the transaction already; a second rollback would hide that error behind its own.
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }
}

/** Kysely prepares each statement anew, which costs more than running it. */
function withKeptStatements(database: BetterSqlite3.Database): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    prepare: (text) => {
      const statement = kept.get(text) ?? database.prepare(text);
      if (kept.size < MOST_KEPT) kept.set(text, statement);
      return statement;
    },
    close: () => database.close(),
  };
}

const MOST_KEPT = 200;
