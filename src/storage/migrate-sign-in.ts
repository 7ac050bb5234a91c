import { sql } from 'kysely';
import type { Database, Dialect } from './dialect.ts';

/** Staff's local accounts, the sessions of everybody who is signed in, and the audit log. */
export async function signInTables(db: Database, dialect: Dialect): Promise<void> {
  await db.schema
    .createTable('staff_accounts')
    .addColumn('name', dialect.bytewise, (column) => column.primaryKey())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('password', 'text', (column) => column.notNull())
    .addColumn('added_at', 'bigint', (column) => column.notNull())
    .addColumn('tries', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('tried_at', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .createTable('staff_sessions')
    .addColumn('id', dialect.bytewise, (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('name', dialect.bytewise, (column) => column.notNull())
    .addColumn('claims', 'text', (column) => column.notNull())
    .addColumn('used_at', 'bigint', (column) => column.notNull())
    .addColumn('ends_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('staff_sessions_name').on('staff_sessions').column('name').execute();
  await db.schema.createIndex('staff_sessions_end').on('staff_sessions').column('ends_at').execute();
  await db.schema
    .createTable('staff_audit')
    .addColumn('id', dialect.serial, (column) => column.primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('who', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('why', 'text')
    .execute();
  for (const guard of GUARDS[dialect.name]) await guard.execute(db);
}

/** Nobody changes or deletes a line of the audit log, by whatever program; SQLite's `insert or replace` does both unseen. */
const GUARDS = {
  sqlite: [
    ...(['update', 'delete'] as const).map(
      (act) => sql`
        create trigger ${sql.ref(`staff_audit_no_${act}`)} before ${sql.raw(act)} on staff_audit
        begin select raise(abort, 'the audit log is append-only'); end`,
    ),
    sql`
      create trigger staff_audit_no_replace before insert on staff_audit
      when exists (select 1 from staff_audit where id = new.id)
      begin select raise(abort, 'the audit log is append-only'); end`,
  ],
  postgres: [
    sql`
      create or replace function staff_audit_refuse() returns trigger language plpgsql as
      $$ begin raise exception 'the audit log is append-only'; end $$`,
    sql`
      create trigger staff_audit_append_only before update or delete or truncate on staff_audit
      for each statement execute function staff_audit_refuse()`,
  ],
};
