import type { Database } from './dialect.ts';

/** The one row of `learned_revision`. */
export const LEARNED_REVISION = 1;

/** A number that goes up with every change of the learned questions, so that replicas see that there is one. */
export async function learnedRevisionTable(db: Database): Promise<void> {
  await db.schema
    .createTable('learned_revision')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('number', 'bigint', (column) => column.notNull())
    .execute();
  await db.insertInto('learned_revision').values({ id: LEARNED_REVISION, number: 0 }).execute();
}
