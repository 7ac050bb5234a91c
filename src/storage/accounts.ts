import type { Role } from '../staff/index.ts';
import type { Database } from './dialect.ts';
import type { Engine } from './engine.ts';
import type { Millis } from './store.ts';

/** So many passwords may be tried for an account; then nobody can sign in to it until `LOCK_MS` after the last one. */
export const MOST_TRIES = 10;
export const LOCK_MS = 15 * 60_000;

/** A local account, as operators see it. */
export interface StaffAccount {
  readonly name: string;
  readonly role: Role;
  readonly addedAt: Millis;
  /** Undefined where it is not locked. */
  readonly lockedUntil: Millis | undefined;
}

/** A password that may be compared: the stored hash, as `Passwords` of src/staff writes it. */
export interface Trial {
  readonly role: Role;
  readonly password: string;
}

/** Accounts of this installation alone, for cities without a sign-in service. Names are compared as they are written. */
export interface StaffAccounts {
  /** False where the name is taken. */
  add(account: { name: string; role: Role; password: string }, now: Millis): Promise<boolean>;
  list(now: Millis): Promise<readonly StaffAccount[]>;
  /** False where there is no such account, as in all that follow. */
  setRole(name: string, role: Role): Promise<boolean>;
  /** Ends the account's sessions, and its lock. */
  setPassword(name: string, password: string): Promise<boolean>;
  /** Ends the account's sessions too. */
  remove(name: string): Promise<boolean>;
  /**
   * Counts a try before its password is compared, so that many at once are no more than many in a row. A locked account counts no
   * further, and is not prolonged.
   */
  beginTrial(name: string, now: Millis): Promise<Trial | 'locked' | 'unknown'>;
  /** Forgets the tries, after one that succeeded; `rehashed` takes the place of the hash that was compared. */
  succeed(name: string, compared: string, rehashed?: string): Promise<void>;
}

export function createAccounts(engine: Engine): StaffAccounts {
  return {
    add: ({ name, role, password }, now) =>
      engine.write(async (db) => {
        const { numInsertedOrUpdatedRows } = await db
          .insertInto('staff_accounts')
          .values({ name, role, password, added_at: now, tries: 0, tried_at: 0 })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirstOrThrow();
        return numInsertedOrUpdatedRows! > 0n;
      }),
    list: async (now) => {
      const rows = await engine.read((db) =>
        db.selectFrom('staff_accounts').selectAll().orderBy('name').execute(),
      );
      return rows.map(({ name, role, added_at: addedAt, tries, tried_at }) => ({
        name,
        role,
        addedAt,
        lockedUntil: isLocked({ tries, tried_at }, now) ? tried_at + LOCK_MS : undefined,
      }));
    },
    setRole: (name, role) => engine.write((db) => update(db, name, { role })),
    setPassword: (name, password) =>
      engine.write(async (db) => {
        await endSessions(db, name);
        return update(db, name, { password, tries: 0 });
      }),
    remove: (name) =>
      engine.write(async (db) => {
        await endSessions(db, name);
        const { numDeletedRows } = await db
          .deleteFrom('staff_accounts')
          .where('name', '=', name)
          .executeTakeFirstOrThrow();
        return numDeletedRows > 0n;
      }),
    beginTrial: (name, now) => engine.write((db) => beginTrial(db, name, now)),
    succeed: (name, compared, rehashed = compared) =>
      engine.write(async (db) => {
        await db
          .updateTable('staff_accounts')
          .set({ tries: 0, password: rehashed })
          .where('name', '=', name)
          // Somebody may have set another password meanwhile.
          .where('password', '=', compared)
          .execute();
      }),
  };
}

interface Tries {
  readonly tries: number;
  readonly tried_at: Millis;
}

const isFresh = ({ tried_at }: Tries, now: Millis) => now < tried_at + LOCK_MS;
const isLocked = (tries: Tries, now: Millis) => tries.tries >= MOST_TRIES && isFresh(tries, now);

async function beginTrial(db: Database, name: string, now: Millis): Promise<Trial | 'locked' | 'unknown'> {
  // Taking the row first keeps two tries at once from being counted as one.
  const account = await db
    .updateTable('staff_accounts')
    .set(({ ref }) => ({ name: ref('name') }))
    .where('name', '=', name)
    .returningAll()
    .executeTakeFirst();
  if (account === undefined) return 'unknown';
  if (isLocked(account, now)) return 'locked';
  const tries = isFresh(account, now) ? account.tries + 1 : 1;
  await update(db, name, { tries, tried_at: now });
  return { role: account.role, password: account.password };
}

async function update(
  db: Database,
  name: string,
  change: { role?: Role; password?: string; tries?: number; tried_at?: Millis },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('staff_accounts')
    .set(change)
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

async function endSessions(db: Database, name: string): Promise<void> {
  await db.deleteFrom('staff_sessions').where('kind', '=', 'local').where('name', '=', name).execute();
}
