import { type CreateTableBuilder, sql } from 'kysely';
import type { Database, Dialect } from './dialect.ts';
import { intakeTables } from './migrate-intake.ts';
import { learnedRevisionTable } from './migrate-learned.ts';
import { samplesTable } from './migrate-samples.ts';
import { seenTable } from './migrate-seen.ts';
import { signInTables } from './migrate-sign-in.ts';
import { sourceTables } from './migrate-sources.ts';
import { proposalEntries, versionTables } from './migrate-versions.ts';

interface Migration {
  readonly name: string;
  readonly up: (db: Database, dialect: Dialect) => Promise<void>;
}

/** In order; the place is the version. What was released is never changed, only followed by another. */
const MIGRATIONS: readonly Migration[] = [
  { name: 'first tables', up: firstTables },
  { name: 'samples of answers', up: samplesTable },
  { name: 'watched sources and tasks', up: sourceTables },
  { name: 'revision of the learned questions', up: learnedRevisionTable },
  { name: 'sign-in', up: signInTables },
  { name: 'versions', up: versionTables },
  { name: 'missed questions and figures', up: intakeTables },
  { name: 'entries of proposals', up: proposalEntries },
  { name: 'events that were seen', up: seenTable },
];

/**
 * Makes the migrations that the database lacks, in the transaction of `db`; throws where a newer program made the database.
 * Kysely's own Migrator does not keep two processes apart on SQLite, so this is done by hand.
 */
export async function migrate(db: Database, dialect: Dialect): Promise<void> {
  await dialect.holdNames(db, ['madoguchi migrations']);
  await db.schema
    .createTable('migrations')
    .ifNotExists()
    .addColumn('version', 'integer', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .execute();
  const made = await db
    .selectFrom('migrations')
    .select('version')
    .orderBy('version', 'desc')
    .executeTakeFirst();
  const present = made?.version ?? 0;
  if (present > MIGRATIONS.length) {
    throw new DatabaseTooNew(
      `データベースは、このプログラムより新しいもので作られています(データベースは${present}版、プログラムは${MIGRATIONS.length}版)。新しいプログラムを使ってください`,
    );
  }
  for (const [i, { name, up }] of MIGRATIONS.entries()) {
    if (i < present) continue;
    await up(db, dialect);
    await db
      .insertInto('migrations')
      .values({ version: i + 1, name })
      .execute();
  }
}

/** The database was made by a newer program than this one. */
export class DatabaseTooNew extends Error {
  override readonly name = 'DatabaseTooNew';
}

async function firstTables(db: Database, dialect: Dialect): Promise<void> {
  await inboxTable(db, dialect);
  await db.schema
    .createTable('conversations')
    .addColumn('key', dialect.bytewise, (column) => column.primaryKey())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('version', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('conversations_expiry').on('conversations').column('expires_at').execute();
  await db.schema
    .createTable('health')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  await staffTables(db, dialect);
}

async function inboxTable(db: Database, dialect: Dialect): Promise<void> {
  await db.schema
    .createTable('inbox')
    .addColumn('id', dialect.bytewise, (column) => column.primaryKey())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text')
    .addColumn('lane', 'text')
    .addColumn('message', 'text')
    .addColumn('occurred_at', 'bigint')
    .addColumn('payload', 'text')
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('doubts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('due_at', 'bigint')
    .addColumn('lease', 'text')
    .addColumn('error', 'text')
    .addColumn('outcome', 'text')
    .addColumn('ended_at', 'bigint')
    .execute();
  // Partial, so that a claim costs the same however many done events are kept to know them again.
  const indexes = [
    sql`create index inbox_due on inbox (due_at, occurred_at, id) where state = 'pending'`,
    sql`create index inbox_lane on inbox (lane, occurred_at, id) where state = 'pending'`,
    sql`create index inbox_leased on inbox (lane) where state = 'pending' and lease is not null`,
    sql`create index inbox_spent on inbox (due_at) where state = 'pending' and attempts >= 5`,
    sql`create index inbox_conversation on inbox (conversation) where conversation is not null`,
    sql`create index inbox_ended on inbox (state, ended_at) where state <> 'pending'`,
  ];
  for (const index of indexes) await index.execute(db);
}

async function staffTables(db: Database, dialect: Dialect): Promise<void> {
  const numbered = <T extends string>(table: CreateTableBuilder<T>) =>
    table.addColumn('id', dialect.serial, (column) => column.primaryKey());
  await numbered(db.schema.createTable('learned_questions'))
    .addColumn('question', 'text', (column) => column.notNull().unique())
    .addColumn('entry', 'text', (column) => column.notNull())
    .addColumn('assigned_by', 'text', (column) => column.notNull())
    .addColumn('assigned_on', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .execute();
  await numbered(db.schema.createTable('question_log'))
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('message', 'text')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('insurer', 'text')
    .addColumn('decision', 'text', (column) => column.notNull())
    .addColumn('entry', 'text')
    .execute();
  await numbered(db.schema.createTable('feedback'))
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('entry', 'text', (column) => column.notNull())
    .addColumn('insurer', 'text')
    .addColumn('helpful', 'integer', (column) => column.notNull())
    .addColumn('comment', 'text')
    .execute();
  for (const table of ['question_log', 'feedback']) {
    await db.schema.createIndex(`${table}_at`).on(table).column('at').execute();
    await db.schema.createIndex(`${table}_conversation`).on(table).column('conversation').execute();
  }
}
