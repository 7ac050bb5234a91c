import { sql } from 'kysely';
import type { FindNearest } from '../staff/index.ts';
import { type Batcher, type BatchLimits, createBatcher, inRounds } from './batch.ts';
import { saveStates } from './conversations.ts';
import { type Database, type Dialect, jsonOf, numberField, textField } from './dialect.ts';
import type { Engine } from './engine.ts';
import { addMissed } from './missed.ts';
import { addQuestions } from './records.ts';
import type { Effects, Finish, LeasedEvent, Millis } from './store.ts';

/** An event that ends, and what is written together with that. */
export interface Ending {
  readonly event: LeasedEvent;
  readonly effects: Effects;
  readonly now: Millis;
}

/** Ends events in batches, each batch in one transaction in which one member's conflict leaves the others alone. */
export function createFinish(
  engine: Engine,
  limits: BatchLimits,
  findNearest: FindNearest,
): Batcher<Ending, Finish> {
  return createBatcher(
    (endings: readonly Ending[]) =>
      engine.write((db) => finishAll({ db, dialect: engine.dialect, findNearest }, endings)),
    limits,
  );
}

/** What a transaction works with. */
interface Tools {
  readonly db: Database;
  readonly dialect: Dialect;
  readonly findNearest: FindNearest;
}

async function finishAll(tools: Tools, endings: readonly Ending[]): Promise<readonly Finish[]> {
  const { db, dialect } = tools;
  await dialect.holdNames(db, endings.map(conversationOf));
  const results = new Map<Ending, Finish>();
  // One ending of a conversation at a time: the next must see what it changed or erased.
  for (const round of inRounds(endings, conversationOf)) {
    const { done, conflict } = await finishRound(tools, round);
    for (const ending of done) results.set(ending, 'done');
    for (const ending of conflict) results.set(ending, 'conflict');
  }
  return endings.map((ending) => results.get(ending) ?? 'lost');
}

const conversationOf = ({ event }: Ending) => event.conversation;

interface Round {
  readonly done: readonly Ending[];
  readonly conflict: readonly Ending[];
}

async function finishRound({ db, dialect, findNearest }: Tools, endings: readonly Ending[]): Promise<Round> {
  const held = await heldOf(db, dialect, endings);
  const saved = await saveStates(
    db,
    dialect,
    held.flatMap(({ event, effects, now }) =>
      effects.conversation === undefined ? [] : [{ ...effects.conversation, key: event.conversation, now }],
    ),
  );
  const hasSaved = ({ event, effects }: Ending) =>
    effects.conversation === undefined || saved.has(event.conversation);
  const done = held.filter(hasSaved);
  for (const ending of done) await erase(db, ending);
  await addQuestions(
    db,
    dialect,
    done.flatMap(({ event, effects: { question }, now }) =>
      question === undefined ? [] : [{ ...question, conversation: event.conversation, at: now }],
    ),
  );
  await addMissed(
    db,
    dialect,
    done.flatMap(({ event: { conversation }, effects: { missed = [] }, now }) =>
      missed.map((question) => ({ ...question, conversation, at: now })),
    ),
    findNearest,
  );
  await markDone(db, dialect, done);
  return { done, conflict: held.filter((ending) => !hasSaved(ending)) };
}

/** The endings whose lease is still theirs; it stays so until the end of the transaction. */
async function heldOf(
  db: Database,
  dialect: Dialect,
  endings: readonly Ending[],
): Promise<readonly Ending[]> {
  const leases = endings.map(({ event: { id, lease } }) => ({ id, lease }));
  const { rows } = await sql<{ id: string }>`
    select i.id from ${dialect.each(jsonOf(leases))} cross join inbox as i
    where i.id = ${textField('id')} and i.lease = ${textField('lease')} and i.state = 'pending'
    order by i.id ${dialect.lockRows('of i')}`.execute(db);
  const ids = new Set(rows.map(({ id }) => id));
  return endings.filter(({ event }) => ids.has(event.id));
}

async function markDone(db: Database, dialect: Dialect, done: readonly Ending[]): Promise<void> {
  if (done.length === 0) return;
  const rows = done.map(({ event: { id }, effects: { outcome }, now }) => ({ id, outcome, now }));
  await sql`
    update inbox set state = 'done', outcome = ${textField('outcome')}, ended_at = ${numberField('now')}, ${EMPTIED}
    from ${dialect.each(jsonOf(rows))} where inbox.id = ${textField('id')}`.execute(db);
}

/** What is left of no done event; its id stays, so that it is known when the channel sends it again. */
const EMPTIED = sql`conversation = null, lane = null, message = null, occurred_at = null, payload = null,
  due_at = null, lease = null, error = null`;

/** What is kept of questions for staff. */
const QUESTION_TABLES = ['question_log', 'missed_questions', 'answer_samples'] as const;

async function erase(db: Database, { event, effects, now }: Ending): Promise<void> {
  const { conversation, id } = event;
  if (effects.eraseConversation) {
    await eraseEvents(db, sql`conversation = ${conversation} and id <> ${id}`, now);
    await db.deleteFrom('feedback').where('conversation', '=', conversation).execute();
    // A state that these effects have just saved is the new one.
    if (effects.conversation === undefined) {
      await db.deleteFrom('conversations').where('key', '=', conversation).execute();
    }
  }
  if (effects.eraseConversation || effects.eraseQuestions) {
    for (const table of QUESTION_TABLES) {
      await db.deleteFrom(table).where('conversation', '=', conversation).execute();
    }
  }
  if (effects.eraseMessage !== undefined) {
    const message = effects.eraseMessage;
    await eraseEvents(db, sql`conversation = ${conversation} and message = ${message} and id <> ${id}`, now);
    for (const table of QUESTION_TABLES) {
      await db
        .deleteFrom(table)
        .where('conversation', '=', conversation)
        .where('message', '=', message)
        .execute();
    }
  }
}

/** Waiting and dead events become done with nothing left in them; whoever handles one now finds it lost. */
async function eraseEvents(db: Database, which: ReturnType<typeof sql>, now: Millis): Promise<void> {
  await sql`update inbox set state = 'done', outcome = 'erased', ended_at = ${now}, ${EMPTIED} where ${which}`.execute(
    db,
  );
}
