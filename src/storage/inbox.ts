import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { FindNearest } from '../staff/index.ts';
import { createBatcher } from './batch.ts';
import { type Database, type Dialect, jsonOf, numberField, textField } from './dialect.ts';
import type { Engine } from './engine.ts';
import { createFinish } from './finish.ts';
import {
  type DeadEvent,
  type Failure,
  type Inbox,
  type InboxCounts,
  type LeasedEvent,
  type Millis,
  MOST_ATTEMPTS,
  type NewEvent,
} from './store.ts';

/** The calls that share a transaction; its fsync costs more than everything else that an event needs of the database. */
const TOGETHER = { most: 256, everyMs: 5 } as const;
/** Most dead events that staff are shown. */
const MOST_DEAD = 100;

/** The inbox in a database, and how to wait until nothing of it is under way. */
export function createInbox(
  engine: Engine,
  findNearest: FindNearest,
): { readonly inbox: Inbox; idle(): Promise<void> } {
  const add = createBatcher((calls: readonly Addition[]) => addAll(engine, calls), TOGETHER);
  const finish = createFinish(engine, TOGETHER, findNearest);
  const inbox: Inbox = {
    add: (events, now) => add({ events, now }),
    claim: (request) => engine.write((db) => claim(db, engine.dialect, request)),
    finish: (event, effects, now) => finish({ event, effects, now }),
    release: (event, dueAt, failure) =>
      engine.write((db) =>
        event.attempt >= MOST_ATTEMPTS
          ? giveUp(db, event, failure, dueAt)
          : release(db, event, dueAt, failure),
      ),
    giveUp: (event, failure, now) => engine.write((db) => giveUp(db, event, failure, now)),
    putBack: (event) => engine.write((db) => putBack(db, event)),
    dead: () => engine.read(dead),
    retry: (id, now) => engine.write((db) => retry(db, id, now)),
    counts: () => engine.read(counts),
  };
  return {
    inbox,
    idle: async () => {
      await Promise.all([add.idle(), finish.idle()]);
    },
  };
}

interface Addition {
  readonly events: readonly NewEvent[];
  readonly now: Millis;
}

/** One statement for all calls; an event in two of them counts for the first. */
async function addAll(engine: Engine, calls: readonly Addition[]): Promise<readonly number[]> {
  const callOf = new Map<string, number>();
  const rows: (NewEvent & { readonly now: Millis })[] = [];
  calls.forEach(({ events, now }, call) => {
    for (const event of events) {
      if (callOf.has(event.id)) continue;
      callOf.set(event.id, call);
      rows.push({ ...event, now });
    }
  });
  const added = calls.map(() => 0);
  if (rows.length === 0) return added;
  const stored = await engine.write((db) => insertEvents(db, engine.dialect, jsonOf(rows)));
  for (const { id } of stored) added[callOf.get(id)!]! += 1;
  return added;
}

async function insertEvents(
  db: Database,
  dialect: Dialect,
  json: string,
): Promise<readonly { id: string }[]> {
  // In the order of their ids, so that two processes that store the same events wait for, and not on, each other.
  const { rows } = await sql<{ id: string }>`
    insert into inbox (id, state, conversation, lane, message, occurred_at, payload, attempts, due_at)
    select ${textField('id')}, 'pending', ${textField('conversation')}, ${textField('lane')}, ${textField('message')},
      ${numberField('occurredAt')}, ${textField('payload')}, 0, ${numberField('now')}
    from ${dialect.each(json)} where true order by 1
    on conflict (id) do nothing
    returning id`.execute(db);
  return rows;
}

interface ClaimedRow {
  readonly id: string;
  readonly conversation: string;
  readonly lane: string;
  readonly message: string | null;
  readonly occurred_at: number;
  readonly payload: string;
  readonly attempts: number;
  readonly doubts: number;
}

type ClaimRequest = Parameters<Inbox['claim']>[0];

async function claim(db: Database, dialect: Dialect, request: ClaimRequest): Promise<readonly LeasedEvent[]> {
  // An event that was begun goes before all others of its lane, as its effects may have arrived already.
  // One claim at a time: two could otherwise take an event each of one lane, into which an older one has just come.
  await dialect.holdNames(db, ['madoguchi claim']);
  await giveUpSpent(db, dialect, request.now);
  const { now, leaseMs, limit } = request;
  const lease = randomUUID();
  const { rows } = await sql<ClaimedRow>`
    with picked as materialized (
      select i.id from inbox as i
      where i.state = 'pending' and i.due_at <= ${now}
        and not exists (
          select 1 from inbox as older
          where older.state = 'pending' and older.lane = i.lane
            and (older.attempts = 0, older.occurred_at, older.id) < (i.attempts = 0, i.occurred_at, i.id))
        and not exists (
          select 1 from inbox as leased
          where leased.state = 'pending' and leased.lease is not null
            and leased.lane = i.lane and leased.due_at > ${now})
      order by i.due_at, i.occurred_at, i.id
      limit ${limit} ${dialect.lockRows('of i skip locked')}
    )
    update inbox set lease = ${lease}, due_at = ${now + leaseMs}, attempts = inbox.attempts + 1, doubts = inbox.doubts + 1
    from picked where inbox.id = picked.id
    returning inbox.id, conversation, lane, message, occurred_at, payload, attempts, doubts`.execute(db);
  return rows.map((row) => leased(row, lease)).sort(byAge);
}

function leased({ occurred_at, attempts, doubts, ...row }: ClaimedRow, lease: string): LeasedEvent {
  return { ...row, occurredAt: occurred_at, attempt: attempts, isInDoubt: doubts > 1, lease };
}

const byAge = (a: LeasedEvent, b: LeasedEvent) => a.occurredAt - b.occurredAt || (a.id < b.id ? -1 : 1);

/** An event whose last lease ran out killed or hung its process each time: it is given up. The 5 is the index's. */
async function giveUpSpent(db: Database, dialect: Dialect, now: Millis): Promise<void> {
  await sql`
    update inbox set state = 'dead', error = coalesce(error, 'lease-expired'), lease = null, due_at = null, ended_at = ${now}
    where id in (
      select id from inbox
      where state = 'pending' and attempts >= 5 and attempts >= ${MOST_ATTEMPTS} and due_at <= ${now}
      ${dialect.lockRows('skip locked')})`.execute(db);
}

async function release(db: Database, event: LeasedEvent, dueAt: Millis, failure: Failure): Promise<void> {
  await heldBy(db, event)
    .set({ error: failure.error, lease: null, due_at: dueAt })
    .set(doubtsAfter(failure))
    .execute();
}

async function giveUp(db: Database, event: LeasedEvent, failure: Failure, now: Millis): Promise<void> {
  await heldBy(db, event)
    .set({ state: 'dead', error: failure.error, lease: null, due_at: null, ended_at: now })
    .set(doubtsAfter(failure))
    .execute();
}

/** As if the event had never been taken. */
async function putBack(db: Database, event: LeasedEvent): Promise<void> {
  await heldBy(db, event)
    .set(({ eb }) => ({
      lease: null,
      due_at: 0,
      attempts: eb('attempts', '-', 1),
      doubts: eb('doubts', '-', 1),
    }))
    .execute();
}

/** A change of the event as long as its lease is this one. */
function heldBy(db: Database, { id, lease }: LeasedEvent) {
  return db
    .updateTable('inbox')
    .where('id', '=', id)
    .where('lease', '=', lease)
    .where('state', '=', 'pending');
}

const doubtsAfter = ({ isHarmless }: Failure) => ({
  doubts: sql<number>`doubts - ${sql.lit(isHarmless ? 1 : 0)}`,
});

async function dead(db: Database): Promise<readonly DeadEvent[]> {
  const rows = await db
    .selectFrom('inbox')
    .select(['id', 'occurred_at', 'attempts', 'error'])
    .where('state', '=', 'dead')
    // Said to SQLite, which takes a partial index only for its own words.
    .where('state', '<>', sql.lit('pending'))
    .orderBy('occurred_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_DEAD)
    .execute();
  return rows.map(({ id, occurred_at, attempts, error }) => ({
    id,
    occurredAt: occurred_at ?? 0,
    attempts,
    error,
  }));
}

async function retry(db: Database, id: string, now: Millis): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('inbox')
    .set({ state: 'pending', attempts: 0, due_at: now, error: null, ended_at: null })
    .where('id', '=', id)
    .where('state', '=', 'dead')
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

async function counts(db: Database): Promise<InboxCounts> {
  const rows = await db
    .selectFrom('inbox')
    .select(['state', 'outcome', ({ fn }) => fn.countAll<number>().as('events')])
    .groupBy(['state', 'outcome'])
    .orderBy('outcome')
    .execute();
  const inState = (state: string) =>
    rows.filter((row) => row.state === state).reduce((sum, { events }) => sum + events, 0);
  const outcomes = rows.flatMap(({ outcome, events }) =>
    outcome === null ? [] : [[outcome, events] as const],
  );
  return {
    pending: inState('pending'),
    done: inState('done'),
    dead: inState('dead'),
    outcomes: Object.fromEntries(outcomes),
  };
}
