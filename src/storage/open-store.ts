import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { createFindNearest } from '../staff/index.ts';
import { type IsoDate, toIso } from '../text/index.ts';
import { createAccounts } from './accounts.ts';
import { createAuditLog } from './audit.ts';
import { createConversations } from './conversations.ts';
import type { Dialect } from './dialect.ts';
import { type Connector, createEngine, type Engine } from './engine.ts';
import { createFigures } from './figures.ts';
import { createInbox } from './inbox.ts';
import { createLearnedQuestions } from './learned.ts';
import { createMissed } from './missed.ts';
import { postgresConnector } from './postgres.ts';
import { createProposals } from './proposals.ts';
import { createFeedback, createQuestionLog } from './records.ts';
import { createSamples, forgetSamples } from './samples.ts';
import { createSeenEvents } from './seen.ts';
import { createSessions } from './sessions.ts';
import { createWatchedSources } from './sources.ts';
import { sqliteConnector } from './sqlite.ts';
import { type Millis, type Store, StoreUnavailable } from './store.ts';
import { createStaffTasks } from './tasks.ts';
import { createVersions } from './versions.ts';

/** Where a city that says nothing else keeps its data. */
export const DEFAULT_DATABASE = 'file:./data/madoguchi.db';

const HOW_TO_WRITE =
  'データベースは file:./data/madoguchi.db(SQLite)か postgres://ユーザー:パスワード@ホスト:5432/データベース(PostgreSQL)の形で書いてください';

/** What to do about a database that cannot be used yet: nothing works without it, or it is waited for. */
export type WhenUnavailable = 'reject' | 'wait';

/**
 * Opens the database, making its tables where they lack. Rejects with an error that says what to write where the URL is
 * of another form, and with `StoreUnavailable` where the database cannot be used now, unless the first call that finds it
 * back is to open it.
 */
export async function openStore(url: string, whenUnavailable: WhenUnavailable = 'reject'): Promise<Store> {
  return openStoreWith(connectorOf(url), whenUnavailable);
}

function connectorOf(url: string): Connector {
  if (url.startsWith('file:')) return sqliteConnector({ file: fileOf(url) });
  // The URL may hold a password, so that nothing of it is repeated.
  if (/^postgres(ql)?:\/\/./.test(url) && URL.canParse(url)) return postgresConnector(url);
  throw new Error(HOW_TO_WRITE);
}

function fileOf(url: string): string {
  const file =
    url.startsWith('file://') && URL.canParse(url) ? fileURLToPath(url) : url.slice('file:'.length);
  if (file === '' || file.endsWith('/') || file.includes('?')) throw new Error(HOW_TO_WRITE);
  return file;
}

/** The store over one kind of database. */
export async function openStoreWith(
  connector: Connector,
  whenUnavailable: WhenUnavailable = 'reject',
): Promise<Store> {
  const engine = createEngine(connector);
  const findNearest = createFindNearest();
  const { inbox, idle: inboxIdle } = createInbox(engine, findNearest);
  const { conversations, idle: conversationsIdle } = createConversations(engine);
  // Connects, and makes the tables.
  const opened = engine.read((db) => db.selectFrom('health').select('at').execute());
  await opened.catch((error: unknown) => {
    if (whenUnavailable === 'reject' || !(error instanceof StoreUnavailable)) throw error;
  });
  return {
    inbox,
    conversations,
    questions: createQuestionLog(engine),
    feedback: createFeedback(engine),
    learned: createLearnedQuestions(engine),
    samples: createSamples(engine),
    sources: createWatchedSources(engine),
    tasks: createStaffTasks(engine),
    accounts: createAccounts(engine),
    sessions: createSessions(engine),
    audit: createAuditLog(engine),
    versions: createVersions(engine),
    proposals: createProposals(engine),
    missed: createMissed(engine, findNearest),
    figures: createFigures(engine),
    seen: createSeenEvents(engine),
    check: (now) => check(engine, now),
    prune: (now, keepMs) => prune(engine, now, keepMs),
    close: async () => {
      await Promise.all([inboxIdle(), conversationsIdle()]);
      await engine.close();
    },
  };
}

async function check(engine: Engine, now: Millis): Promise<void> {
  await engine.write(async (db) => {
    await db
      .insertInto('health')
      .values({ id: 1, at: now })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ at: now }))
      .execute();
    await db.selectFrom('health').select('at').where('id', '=', 1).executeTakeFirstOrThrow();
  });
}

/** Rows that are deleted in one transaction: others wait no longer than for these. */
const MOST_DELETED = 1_000;

async function prune(engine: Engine, now: Millis, keepMs: Parameters<Store['prune']>[1]): Promise<void> {
  const { dialect } = engine;
  const old: readonly Old[] = [
    { table: 'conversations', key: 'key', where: sql`expires_at <= ${now}` },
    { table: 'staff_sessions', key: 'id', where: sql`ends_at <= ${now}` },
    { table: 'inbox', key: 'id', where: endedBefore('done', now - keepMs.done) },
    { table: 'inbox', key: 'id', where: endedBefore('dead', now - keepMs.dead) },
    { table: 'seen_events', key: 'id', where: sql`at < ${now - keepMs.done}` },
    { table: 'question_log', key: 'id', where: sql`at < ${now - keepMs.log}` },
    { table: 'feedback', key: 'id', where: sql`at < ${now - keepMs.log}` },
    { table: 'missed_questions', key: 'id', where: sql`at < ${now - keepMs.log}` },
    { table: 'missed_groups', key: 'id', where: OPEN_AND_EMPTY },
  ];
  for (const rows of old) {
    while ((await engine.write((db) => deletion(rows, dialect).execute(db))).numAffectedRows! > 0n);
  }
  await engine.write((db) => forgetSamples(db, dayOf(now - keepMs.log)));
  await engine.scrub();
}

/** The day in Japan at that moment. */
function dayOf(at: Millis): IsoDate {
  return toIso(Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Asia/Tokyo').toPlainDate());
}

interface Old {
  readonly table: string;
  readonly key: string;
  readonly where: ReturnType<typeof sql>;
}

/** All of its questions were erased before anybody dealt with them. */
const OPEN_AND_EMPTY = sql`settled is null and not exists (
  select 1 from missed_questions where group_id = missed_groups.id)`;

const endedBefore = (state: 'done' | 'dead', before: Millis) =>
  sql`state = ${state} and state <> 'pending' and ended_at < ${before}`;

/** Rows that somebody is about to change are left for the next time. */
function deletion({ table, key, where }: Old, dialect: Dialect) {
  return sql`
    delete from ${sql.table(table)} where ${sql.ref(key)} in (
      select ${sql.ref(key)} from ${sql.table(table)} where ${where}
      limit ${MOST_DELETED} ${dialect.lockRows('skip locked')})`;
}
