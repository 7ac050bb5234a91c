import type { Database, Dialect } from './dialect.ts';

/** Published knowledge bases and the proposals that become them. */
export async function versionTables(db: Database, dialect: Dialect): Promise<void> {
  await db.schema
    .createTable('knowledge_versions')
    .addColumn('number', 'integer', (column) => column.primaryKey())
    .addColumn('packed', 'text', (column) => column.notNull())
    .addColumn('published_by', 'text', (column) => column.notNull())
    .addColumn('approved_by', 'text')
    .addColumn('why', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('returned_to', 'integer')
    .execute();
  await db.schema
    .createTable('proposals')
    .addColumn('id', dialect.serial, (column) => column.primaryKey())
    .addColumn('base', 'integer', (column) => column.notNull())
    .addColumn('packed', 'text', (column) => column.notNull())
    .addColumn('proposed_by', 'text', (column) => column.notNull())
    .addColumn('why', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('decided_by', 'text')
    .addColumn('decided_why', 'text')
    .addColumn('decided_at', 'bigint')
    .addColumn('version', 'integer')
    .execute();
  await db.schema.createIndex('proposals_state').on('proposals').columns(['state', 'id']).execute();
}

/** Which entries a proposal changes, for lists; of earlier proposals nobody knows. */
export async function proposalEntries(db: Database): Promise<void> {
  await db.schema
    .alterTable('proposals')
    .addColumn('entries', 'text', (column) => column.notNull().defaultTo('[]'))
    .execute();
}
