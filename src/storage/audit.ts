import { type Database, storableText } from './dialect.ts';
import type { Engine } from './engine.ts';
import type { Millis } from './store.ts';

/** One thing that somebody did. */
export interface AuditLine {
  readonly at: Millis;
  /** As they are signed in; `cli:` and the operator's user name for the command line. */
  readonly who: string;
  /** E.g. `question.assign`. */
  readonly action: string;
  /** An id; never a text of a resident. */
  readonly subject: string;
  readonly why: string | null;
}

/** What staff did, and when; the database itself refuses to change or delete a line. */
export interface AuditLog {
  add(line: AuditLine): Promise<void>;
  /** The newest first; `before` is the id that a page before ended with. */
  list(page: { before?: number; limit: number }): Promise<readonly (AuditLine & { readonly id: number })[]>;
}

export function createAuditLog(engine: Engine): AuditLog {
  return {
    add: (line) => engine.write((db) => addAuditLine(db, line)),
    list: ({ before, limit }) =>
      engine.read((db) =>
        db
          .selectFrom('staff_audit')
          .select(['id', 'at', 'who', 'action', 'subject', 'why'])
          .$if(before !== undefined, (query) => query.where('id', '<', before!))
          .orderBy('id', 'desc')
          .limit(limit)
          .execute(),
      ),
  };
}

/** Writes a line in the transaction of what it tells of. */
export async function addAuditLine(
  db: Database,
  { at, who, action, subject, why }: AuditLine,
): Promise<void> {
  const line = {
    at,
    who: storableText(who),
    action,
    subject: storableText(subject),
    why: why === null ? null : storableText(why),
  };
  await db.insertInto('staff_audit').values(line).execute();
}
