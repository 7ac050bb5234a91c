import type { Database, Dialect } from './dialect.ts';

/** The weekly samples of answers. */
export async function samplesTable(db: Database, dialect: Dialect): Promise<void> {
  await db.schema
    .createTable('answer_samples')
    .addColumn('id', dialect.serial, (column) => column.primaryKey())
    .addColumn('week', dialect.bytewise, (column) => column.notNull())
    .addColumn('lot', 'integer', (column) => column.notNull())
    .addColumn('conversation', 'text')
    .addColumn('message', 'text')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('text', 'text')
    .addColumn('insurer', 'text')
    .addColumn('entry', 'text', (column) => column.notNull())
    .addColumn('verdict', 'text')
    .addColumn('judged_by', 'text')
    .addColumn('judged_at', 'bigint')
    .execute();
  await db.schema.createIndex('answer_samples_week').on('answer_samples').columns(['week', 'lot']).execute();
  await db.schema
    .createIndex('answer_samples_conversation')
    .on('answer_samples')
    .column('conversation')
    .execute();
}
