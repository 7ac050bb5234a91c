import { sql } from 'kysely';
import type { Database, Dialect } from './dialect.ts';

/** Missed questions and figures; and of each answer one opinion a conversation, where a comment used to be a second one. */
export async function intakeTables(db: Database, dialect: Dialect): Promise<void> {
  await missedTables(db, dialect);
  await db.schema
    .createTable('figures')
    .addColumn('day', dialect.bytewise, (column) => column.notNull())
    .addColumn('hour', 'integer', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('insurer', 'text', (column) => column.notNull())
    .addColumn('input', 'text', (column) => column.notNull())
    .addColumn('decision', 'text', (column) => column.notNull())
    .addColumn('entry', 'text', (column) => column.notNull())
    .addColumn('count', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('figures_key', [
      'day',
      'hour',
      'channel',
      'insurer',
      'input',
      'decision',
      'entry',
    ])
    .execute();
  await oneOpinionEach(db);
}

async function missedTables(db: Database, dialect: Dialect): Promise<void> {
  await db.schema
    .createTable('missed_groups')
    .addColumn('id', dialect.serial, (column) => column.primaryKey())
    .addColumn('first_at', 'bigint', (column) => column.notNull())
    .addColumn('settled', 'text')
    .addColumn('settled_as', 'text')
    .addColumn('settled_by', 'text')
    .addColumn('settled_at', 'bigint')
    .execute();
  await db.schema
    .createTable('missed_questions')
    .addColumn('id', dialect.serial, (column) => column.primaryKey())
    .addColumn('group_id', 'bigint', (column) => column.notNull().references('missed_groups.id'))
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('message', 'text')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('insurer', 'text')
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('entry', 'text')
    .execute();
  const indexes = [
    sql`create index missed_groups_open on missed_groups (id) where settled is null`,
    sql`create index missed_questions_group on missed_questions (group_id, id)`,
    sql`create index missed_questions_at on missed_questions (at)`,
    sql`create index missed_questions_conversation on missed_questions (conversation)`,
  ];
  for (const index of indexes) await index.execute(db);
}

/** Keeps the last opinion, with the comment that any of them had. */
async function oneOpinionEach(db: Database): Promise<void> {
  await sql`
    update feedback set comment = (
      select max(said.comment) from feedback as said
      where said.conversation = feedback.conversation and said.entry = feedback.entry)
    where comment is null`.execute(db);
  await sql`
    delete from feedback where exists (
      select 1 from feedback as later
      where later.conversation = feedback.conversation and later.entry = feedback.entry and later.id > feedback.id)`.execute(
    db,
  );
  await db.schema
    .createIndex('feedback_once')
    .on('feedback')
    .columns(['conversation', 'entry'])
    .unique()
    .execute();
}
