import { sql } from 'kysely';
import { type ConversationState, decodeState, encodeState } from '../conversation/index.ts';
import { createBatcher, inRounds } from './batch.ts';
import { type Database, type Dialect, jsonOf, numberField, textField } from './dialect.ts';
import type { Engine } from './engine.ts';
import type { Conversations, Millis, StoredConversation } from './store.ts';

/** The calls that share one statement or transaction. */
const TOGETHER = { most: 256 } as const;

/** Conversations in a database, and how to wait until nothing of them is under way. */
export function createConversations(engine: Engine): {
  readonly conversations: Conversations;
  idle(): Promise<void>;
} {
  const load = createBatcher((calls: readonly Loading[]) => loadAll(engine, calls), TOGETHER);
  const save = createBatcher(
    (states: readonly Saving[]) => engine.write((db) => saveAll(db, engine.dialect, states)),
    TOGETHER,
  );
  const conversations: Conversations = {
    load: (key, now) => load({ key, now }),
    save: (key, next, now) => save({ ...next, key, now }),
    erase: (key) =>
      engine.write(async (db) => {
        await engine.dialect.holdNames(db, [key]);
        await db.deleteFrom('conversations').where('key', '=', key).execute();
      }),
  };
  return {
    conversations,
    idle: async () => {
      await Promise.all([load.idle(), save.idle()]);
    },
  };
}

interface Loading {
  readonly key: string;
  readonly now: Millis;
}

interface ConversationRow {
  readonly key: string;
  readonly state: string;
  readonly version: number;
  readonly expires_at: number;
}

async function loadAll(
  engine: Engine,
  calls: readonly Loading[],
): Promise<readonly (StoredConversation | undefined)[]> {
  const keys = [...new Set(calls.map(({ key }) => key))].map((key) => ({ key }));
  const rows = await engine.read((db) => rowsOf(db, engine.dialect, keys));
  const found = new Map(rows.map((row) => [row.key, row] as const));
  const loaded = calls.map(({ key, now }) => understood(found.get(key), now));
  const strange = rows.filter(({ state }) => decodeState(state) === undefined);
  for (const row of strange) await engine.write((db) => forget(db, row));
  return loaded;
}

async function rowsOf(
  db: Database,
  dialect: Dialect,
  keys: readonly { readonly key: string }[],
): Promise<readonly ConversationRow[]> {
  const { rows } = await sql<ConversationRow>`
    select c.key, c.state, c.version, c.expires_at
    from ${dialect.each(jsonOf(keys))} cross join conversations as c where c.key = ${textField('key')}`.execute(
    db,
  );
  return rows;
}

function understood(row: ConversationRow | undefined, now: Millis): StoredConversation | undefined {
  if (row === undefined || row.expires_at <= now) return undefined;
  const state = decodeState(row.state);
  return state && { state, version: row.version };
}

/** Deletes a state that is not understood: it would be in the way of the new one that begins at version 0. */
async function forget(db: Database, { key, version }: ConversationRow): Promise<void> {
  await db.deleteFrom('conversations').where('key', '=', key).where('version', '=', version).execute();
}

/** A state to save over a version. */
export interface Saving {
  readonly key: string;
  readonly state: ConversationState;
  readonly version: number;
  readonly expiresAt: Millis;
  readonly now: Millis;
}

async function saveAll(
  db: Database,
  dialect: Dialect,
  savings: readonly Saving[],
): Promise<readonly boolean[]> {
  await dialect.holdNames(
    db,
    savings.map(({ key }) => key),
  );
  const saved = new Set<Saving>();
  for (const round of inRounds(savings, ({ key }) => key)) {
    const keys = await saveStates(db, dialect, round);
    for (const saving of round) if (keys.has(saving.key)) saved.add(saving);
  }
  return savings.map((saving) => saved.has(saving));
}

/**
 * Saves states of conversations that the transaction holds, each key once; gives the keys of those saved. The others'
 * version was not the present one, or an expired one's.
 */
export async function saveStates(
  db: Database,
  dialect: Dialect,
  savings: readonly Saving[],
): Promise<ReadonlySet<string>> {
  if (savings.length === 0) return new Set();
  const json = jsonOf(
    savings.map(({ now: _now, ...saving }) => ({ ...saving, state: encodeState(saving.state) })),
  );
  const now = Math.min(...savings.map((saving) => saving.now));
  const { rows } = await sql<{ key: string }>`
    insert into conversations (key, state, version, expires_at)
    select ${textField('key')}, ${textField('state')}, ${numberField('version')} + 1, ${numberField('expiresAt')}
    from ${dialect.each(json)}
    where ${numberField('version')} = 0
      or exists (select 1 from conversations as known where known.key = ${textField('key')})
    order by 1
    on conflict (key) do update
      set state = excluded.state, version = conversations.version + 1, expires_at = excluded.expires_at
      where conversations.version = excluded.version - 1
        or (excluded.version = 1 and conversations.expires_at <= ${now})
    returning key`.execute(db);
  return new Set(rows.map(({ key }) => key));
}
