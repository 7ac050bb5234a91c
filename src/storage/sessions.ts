import type { Role } from '../staff/index.ts';
import type { Engine } from './engine.ts';
import type { Millis } from './store.ts';

/** Whose session it is. */
export type SessionHolder =
  /** A local account. */
  | { readonly kind: 'local'; readonly name: string }
  /** Somebody whom the city's sign-in service vouches for, with those of their claims that gave them a role. */
  | { readonly kind: 'oidc'; readonly name: string; readonly claims: readonly string[] };

/** A session that goes on. */
export type FoundSession =
  /** The account's role at this moment. */
  | { readonly kind: 'local'; readonly name: string; readonly role: Role }
  | { readonly kind: 'oidc'; readonly name: string; readonly claims: readonly string[] };

/** The sessions of staff, known by a hash of their token, so that who reads the database can use none of them. */
export interface StaffSessions {
  /** Ends at `endsAt`, however much it is used. */
  begin(id: string, holder: SessionHolder, times: { now: Millis; endsAt: Millis }): Promise<void>;
  /** Finds a session that was used less than `idleMs` ago, whose account still exists, and takes note that it is used. */
  use(id: string, times: { now: Millis; idleMs: number }): Promise<FoundSession | undefined>;
  end(id: string): Promise<void>;
  /** Ends all sessions of somebody; resolves to their number. */
  endAll(kind: SessionHolder['kind'], name: string): Promise<number>;
}

/** Use is written down only so many times in an idle time: each note is a write to the disk. */
const NOTES_PER_IDLE = 30;

export function createSessions(engine: Engine): StaffSessions {
  return {
    begin: (id, holder, { now, endsAt }) =>
      engine.write(async (db) => {
        const { kind, name } = holder;
        const claims = JSON.stringify(holder.kind === 'oidc' ? holder.claims : []);
        const session = { id, kind, name, claims, used_at: now, ends_at: endsAt };
        await db.insertInto('staff_sessions').values(session).execute();
      }),
    use: async (id, { now, idleMs }) => {
      const found = await engine.read((db) =>
        db
          .selectFrom('staff_sessions as s')
          .leftJoin('staff_accounts as a', 'a.name', 's.name')
          .select(['s.kind', 's.name', 's.claims', 's.used_at', 'a.role'])
          .where('s.id', '=', id)
          .where('s.ends_at', '>', now)
          .where('s.used_at', '>', now - idleMs)
          .executeTakeFirst(),
      );
      if (found === undefined) return undefined;
      if (now - found.used_at >= idleMs / NOTES_PER_IDLE) await note(engine, id, now);
      const { kind, name, role } = found;
      if (kind === 'oidc') return { kind, name, claims: JSON.parse(found.claims) as readonly string[] };
      return role === null ? undefined : { kind, name, role };
    },
    end: (id) =>
      engine.write(async (db) => {
        await db.deleteFrom('staff_sessions').where('id', '=', id).execute();
      }),
    endAll: (kind, name) =>
      engine.write(async (db) => {
        const { numDeletedRows } = await db
          .deleteFrom('staff_sessions')
          .where('kind', '=', kind)
          .where('name', '=', name)
          .executeTakeFirstOrThrow();
        return Number(numDeletedRows);
      }),
  };
}

async function note(engine: Engine, id: string, now: Millis): Promise<void> {
  await engine.write((db) =>
    db.updateTable('staff_sessions').set({ used_at: now }).where('id', '=', id).execute(),
  );
}
