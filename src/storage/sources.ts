import type { Selectable } from 'kysely';
import type { Seen, UpdateDate, WatchedSource } from '../staff/index.ts';
import type { Engine } from './engine.ts';
import type { Millis } from './store.ts';
import type { Tables } from './tables.ts';

/** The pages of documents as they were last seen, and whose turn it is to look again. */
export interface WatchedSources {
  /** All that were ever looked at, by document. */
  all(): Promise<readonly WatchedSource[]>;
  /** Keeps what is known of a document's page in place of what was known before. */
  save(source: WatchedSource): Promise<void>;
  /**
   * Takes the next round of checks until `now + leaseMs`; false where it is not due, or somebody else has it. Where the one who
   * took it dies, another may take it after that.
   */
  beginRound(request: { readonly now: Millis; readonly leaseMs: number }): Promise<boolean>;
  /** Ends the round; the next may begin at `dueAt`. */
  endRound(dueAt: Millis): Promise<void>;
}

export function createWatchedSources(engine: Engine): WatchedSources {
  return {
    all: async () => {
      const rows = await engine.read((db) =>
        db.selectFrom('watched_sources').selectAll().orderBy('document').execute(),
      );
      return rows.map(sourceOf);
    },
    save: (source) => {
      const row = rowOf(source);
      return engine.write(async (db) => {
        await db
          .insertInto('watched_sources')
          .values(row)
          .onConflict((conflict) => conflict.column('document').doUpdateSet(row))
          .execute();
      });
    },
    beginRound: ({ now, leaseMs }) =>
      engine.write(async (db) => {
        const { numInsertedOrUpdatedRows } = await db
          .insertInto('source_rounds')
          .values({ id: 1, due_at: now + leaseMs })
          .onConflict((conflict) =>
            conflict
              .column('id')
              .doUpdateSet({ due_at: now + leaseMs })
              .where('source_rounds.due_at', '<=', now),
          )
          .executeTakeFirstOrThrow();
        return numInsertedOrUpdatedRows === 1n;
      }),
    endRound: (dueAt) =>
      engine.write(async (db) => {
        await db.updateTable('source_rounds').set({ due_at: dueAt }).where('id', '=', 1).execute();
      }),
  };
}

type Row = Selectable<Tables['watched_sources']>;

function rowOf({ document, url, seen, seenAt, isGone, failures, checkedAt }: WatchedSource): Row {
  return {
    document,
    url,
    hash: seen?.hash ?? null,
    reader: seen?.reader ?? null,
    updated: seen?.updated?.date ?? null,
    updated_by: seen?.updated?.by ?? null,
    etag: seen?.etag ?? null,
    last_modified: seen?.lastModified ?? null,
    seen_at: seenAt,
    is_gone: isGone ? 1 : 0,
    failures,
    checked_at: checkedAt,
  };
}

function sourceOf(row: Row): WatchedSource {
  const { document, url, seen_at: seenAt, is_gone, failures, checked_at: checkedAt } = row;
  return { document, url, seen: seenOf(row), seenAt, isGone: is_gone === 1, failures, checkedAt };
}

function seenOf({ hash, reader, updated, updated_by, etag, last_modified }: Row): Seen | null {
  if (hash === null || reader === null) return null;
  const date = updated === null ? null : ({ date: updated, by: updated_by } as UpdateDate);
  return { hash, reader, updated: date, etag, lastModified: last_modified };
}
