import { sql } from 'kysely';
import type { Database, Dialect } from './dialect.ts';

/** The pages of documents as they were last seen, and the tasks of staff. */
export async function sourceTables(db: Database, dialect: Dialect): Promise<void> {
  await db.schema
    .createTable('watched_sources')
    .addColumn('document', dialect.bytewise, (column) => column.primaryKey())
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('hash', 'text')
    .addColumn('reader', 'integer')
    .addColumn('updated', 'text')
    .addColumn('updated_by', 'text')
    .addColumn('etag', 'text')
    .addColumn('last_modified', 'text')
    .addColumn('seen_at', 'bigint')
    .addColumn('is_gone', 'integer', (column) => column.notNull())
    .addColumn('failures', 'integer', (column) => column.notNull())
    .addColumn('checked_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('source_rounds')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('staff_tasks')
    .addColumn('id', dialect.serial, (column) => column.primaryKey())
    .addColumn('same', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('document', 'text')
    .addColumn('entries', 'text', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('opened_at', 'bigint', (column) => column.notNull())
    .addColumn('closed_at', 'bigint')
    .addColumn('closed_by', 'text')
    .execute();
  await sql`create unique index staff_tasks_open on staff_tasks (same) where closed_at is null`.execute(db);
  await db.schema.createIndex('staff_tasks_closed').on('staff_tasks').column('closed_at').execute();
}
