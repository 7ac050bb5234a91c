import type { Database, Dialect } from './dialect.ts';

/** Ids of events that were taken, so that none is taken twice. */
export async function seenTable(db: Database, dialect: Dialect): Promise<void> {
  await db.schema
    .createTable('seen_events')
    .addColumn('id', dialect.bytewise, (column) => column.primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('seen_events_at').on('seen_events').column('at').execute();
}
