import { createHash } from 'node:crypto';
import type { NewTask } from '../staff/index.ts';
import { storableText } from './dialect.ts';
import type { Engine } from './engine.ts';
import type { Millis } from './store.ts';

/** A task as staff see it. */
export interface StaffTask extends NewTask {
  readonly id: number;
  readonly openedAt: Millis;
  /** Null while it is open. */
  readonly closed: { readonly at: Millis; readonly by: string } | null;
}

/** What staff should look at: pages of documents that changed, and answers that were reported. */
export interface StaffTasks {
  /**
   * Opens a task and gives its id, of the open one where it is there already: the same kind for the same document, or the same
   * report.
   */
  open(task: NewTask, now: Millis): Promise<number>;
  /** The newest first, closed ones by when they were closed. */
  list(request: { readonly state: 'open' | 'closed'; readonly limit: number }): Promise<readonly StaffTask[]>;
  /** False where there is no open task of this id, e.g. because somebody else has closed it. */
  close(id: number, by: string, now: Millis): Promise<boolean>;
}

export function createStaffTasks(engine: Engine): StaffTasks {
  return {
    open: (task, now) => openTask(engine, task, now),
    list: async ({ state, limit }) => {
      const rows = await engine.read((db) =>
        db
          .selectFrom('staff_tasks')
          .selectAll()
          .where('closed_at', state === 'open' ? 'is' : 'is not', null)
          .orderBy(state === 'open' ? 'opened_at' : 'closed_at', 'desc')
          .orderBy('id', 'desc')
          .limit(limit)
          .execute(),
      );
      return rows.map(
        ({ id, kind, document, entries, note, opened_at: openedAt, closed_at: at, closed_by: by }) => ({
          id,
          kind: kind as NewTask['kind'],
          document,
          entries: JSON.parse(entries) as readonly string[],
          note,
          openedAt,
          closed: at === null || by === null ? null : { at, by },
        }),
      );
    },
    close: (id, by, now) =>
      engine.write(async (db) => {
        const { numUpdatedRows } = await db
          .updateTable('staff_tasks')
          .set({ closed_at: now, closed_by: storableText(by) })
          .where('id', '=', id)
          .where('closed_at', 'is', null)
          .executeTakeFirstOrThrow();
        return numUpdatedRows > 0n;
      }),
  };
}

function openTask(engine: Engine, { kind, document, entries, note }: NewTask, now: Millis): Promise<number> {
  const same = sameness({ kind, document, entries, note });
  return engine.write(async (db) => {
    // Two that open the same at once must not both find it missing.
    await engine.dialect.holdNames(db, [`task ${same}`]);
    const open = await db
      .selectFrom('staff_tasks')
      .select('id')
      .where('same', '=', same)
      .where('closed_at', 'is', null)
      .executeTakeFirst();
    if (open) return open.id;
    const { id } = await db
      .insertInto('staff_tasks')
      .values({
        same,
        kind,
        document,
        entries: JSON.stringify(entries),
        note: storableText(note),
        opened_at: now,
        closed_at: null,
        closed_by: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  });
}

/** The page of a document may change twice before anybody looks; two reports are the same only where all of them is. */
function sameness({ kind, document, entries, note }: NewTask): string {
  const what = document === null ? [kind, entries.toSorted(), note] : [kind, document];
  return createHash('sha256').update(JSON.stringify(what)).digest('hex');
}
