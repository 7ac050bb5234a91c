import { sql } from 'kysely';
import type { LearnedQuestion } from '../knowledge/index.ts';
import type { FindNearest, MissedQuestion, Settlement } from '../staff/index.ts';
import { type Database, type Dialect, jsonOf, numberField, storableText, textField } from './dialect.ts';
import type { Engine } from './engine.ts';
import { putQuestion } from './learned.ts';
import type { Millis } from './store.ts';

/** Missed questions that ask nearly the same. */
export interface MissedGroup {
  readonly id: number;
  /** The question that was asked first of those that are still kept. */
  readonly text: string;
  readonly count: number;
  readonly lastAt: Millis;
  readonly firstAt: Millis;
  /** The newest first, at most `MOST_SHOWN`. */
  readonly questions: readonly (MissedQuestion & { readonly at: Millis })[];
}

/** A group that staff have dealt with; its questions may be gone. */
export interface SettledGroup {
  readonly id: number;
  readonly firstAt: Millis;
  readonly settledAt: Millis;
  readonly kind: Settlement['kind'];
}

/** Questions that wait for staff. */
export interface MissedQuestions {
  /** Adds a question to the open group of its near-duplicates, or opens one; `message` is the channel's id, so that unsending erases it. */
  add(
    question: MissedQuestion & { readonly message?: string | null },
    conversation: string,
    now: Millis,
  ): Promise<void>;
  /** The groups that nobody has settled, the most asked first, of equally many the latest. */
  open(limit: number): Promise<readonly MissedGroup[]>;
  /** False where there is no such open group: somebody else was first, or its questions were erased. */
  settle(group: number, settlement: Settlement, by: string, now: Millis): Promise<boolean>;
  /** Settles a group and learns its question, both or neither; false as above. */
  learn(group: number, settlement: Settlement, lesson: LearnedQuestion, now: Millis): Promise<boolean>;
  /** Groups settled from `from` on and before `until`, the earliest first. */
  settled(span: { readonly from: Millis; readonly until: Millis }): Promise<readonly SettledGroup[]>;
  countOpen(): Promise<number>;
  /** Erases what a conversation left here. */
  erase(conversation: string): Promise<void>;
}

/** A missed question of a conversation, as it is written. */
export interface MissedLine extends MissedQuestion {
  readonly message: string | null;
  readonly conversation: string;
  readonly at: Millis;
}

/** More would be read by nobody. */
const MOST_SHOWN = 50;
/** New questions are compared with the latest of the open groups. */
const MOST_COMPARED = 1_000;
/** Held while groups are made or settled, so that two near questions do not open two groups, and none goes into a settled one. */
const HELD = ['madoguchi missed questions'];

export function createMissed(engine: Engine, findNearest: FindNearest): MissedQuestions {
  const { dialect } = engine;
  return {
    add: ({ message = null, ...question }, conversation, now) =>
      engine.write((db) =>
        addMissed(db, dialect, [{ ...question, message, conversation, at: now }], findNearest),
      ),
    open: (limit) => engine.read((db) => openGroups(db, limit)),
    settle: (group, settlement, by, now) =>
      engine.write(async (db) => {
        await dialect.holdNames(db, HELD);
        return settle(db, group, { settlement, by, now });
      }),
    learn: (group, settlement, lesson, now) =>
      engine.write(async (db) => {
        await dialect.holdNames(db, HELD);
        if (!(await settle(db, group, { settlement, by: lesson.by, now }))) return false;
        await putQuestion(db, lesson);
        return true;
      }),
    settled: ({ from, until }) => engine.read((db) => settledGroups(db, from, until)),
    countOpen: () =>
      engine.read(async (db) => {
        const { open } = await db
          .selectFrom('missed_groups')
          .select(({ fn }) => fn.countAll<number>().as('open'))
          .where('settled', 'is', null)
          .where(({ exists, selectFrom }) =>
            exists(selectFrom('missed_questions').select('id').whereRef('group_id', '=', 'missed_groups.id')),
          )
          .executeTakeFirstOrThrow();
        return open;
      }),
    erase: (conversation) =>
      engine.write(async (db) => {
        await db.deleteFrom('missed_questions').where('conversation', '=', conversation).execute();
      }),
  };
}

/** Writes missed questions into their groups. */
export async function addMissed(
  db: Database,
  dialect: Dialect,
  lines: readonly MissedLine[],
  findNearest: FindNearest,
): Promise<void> {
  if (lines.length === 0) return;
  await dialect.holdNames(db, HELD);
  const known = [...(await comparedGroups(db))];
  const grouped: (MissedLine & { readonly group: number })[] = [];
  for (const line of lines) {
    const nearest = findNearest(line.text, known);
    const group = nearest ?? (await openGroup(db, line.at));
    if (nearest === undefined) known.push({ id: group, text: line.text });
    grouped.push({ ...line, group });
  }
  await sql`
    insert into missed_questions (group_id, at, conversation, message, channel, text, insurer, reason, entry)
    select ${numberField('group')}, ${numberField('at')}, ${textField('conversation')}, ${textField('message')},
      ${textField('channel')}, ${textField('text')}, ${textField('insurer')}, ${textField('reason')}, ${textField('entry')}
    from ${dialect.each(jsonOf(grouped))}`.execute(db);
}

async function openGroup(db: Database, at: Millis): Promise<number> {
  const { id } = await db
    .insertInto('missed_groups')
    .values({ first_at: at })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The open groups with the question that stands for each, the latest first. */
async function comparedGroups(
  db: Database,
): Promise<readonly { readonly id: number; readonly text: string }[]> {
  const { rows } = await sql<{ id: number; text: string }>`
    select g.id, (select q.text from missed_questions as q where q.group_id = g.id order by q.id limit 1) as text
    from missed_groups as g
    where g.settled is null and exists (select 1 from missed_questions as q where q.group_id = g.id)
    order by g.id desc limit ${MOST_COMPARED}`.execute(db);
  return rows;
}

interface GroupRow {
  readonly id: number;
  readonly text: string;
  readonly count: number;
  readonly first_at: number;
  readonly last_at: number;
}

async function openGroups(db: Database, limit: number): Promise<readonly MissedGroup[]> {
  const { rows } = await sql<GroupRow>`
    select q.group_id as id, count(*) as count, min(q.at) as first_at, max(q.at) as last_at,
      (select f.text from missed_questions as f where f.group_id = q.group_id order by f.id limit 1) as text
    from missed_questions as q join missed_groups as g on g.id = q.group_id
    where g.settled is null
    group by q.group_id order by count desc, last_at desc, id limit ${limit}`.execute(db);
  const questions = await questionsOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, text, count, first_at, last_at }) => ({
    id,
    text,
    count,
    lastAt: last_at,
    firstAt: first_at,
    questions: (questions.get(id) ?? []).map(({ group_id: _group, place: _place, ...question }) => question),
  }));
}

interface QuestionRow extends MissedQuestion {
  readonly group_id: number;
  readonly at: number;
  readonly place: number;
}

async function questionsOf(
  db: Database,
  groups: readonly number[],
): Promise<ReadonlyMap<number, readonly QuestionRow[]>> {
  if (groups.length === 0) return new Map();
  const { rows } = await sql<QuestionRow>`
    select * from (
      select group_id, at, channel, text, insurer, reason, entry,
        row_number() over (partition by group_id order by id desc) as place
      from missed_questions where group_id in (${sql.join(groups)})) as shown
    where place <= ${MOST_SHOWN} order by group_id, place`.execute(db);
  return Map.groupBy(rows, ({ group_id }) => group_id);
}

interface Settling {
  readonly settlement: Settlement;
  readonly by: string;
  readonly now: Millis;
}

async function settle(db: Database, group: number, { settlement, by, now }: Settling): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('missed_groups')
    .set({
      settled: settlement.kind,
      settled_as: settledAs(settlement),
      settled_by: storableText(by),
      settled_at: now,
    })
    .where('id', '=', group)
    .where('settled', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('missed_questions').select('id').whereRef('group_id', '=', 'missed_groups.id')),
    )
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

function settledAs(settlement: Settlement): string | null {
  switch (settlement.kind) {
    case 'assigned':
      return storableText(settlement.entry);
    case 'out-of-scope':
      return storableText(settlement.group);
    case 'drafted':
    case 'dismissed':
      return null;
  }
}

async function settledGroups(db: Database, from: Millis, until: Millis): Promise<readonly SettledGroup[]> {
  const rows = await db
    .selectFrom('missed_groups')
    .select(['id', 'first_at', 'settled_at', 'settled'])
    .where('settled_at', '>=', from)
    .where('settled_at', '<', until)
    .orderBy('settled_at')
    .orderBy('id')
    .execute();
  return rows.map(({ id, first_at, settled_at, settled }) => ({
    id,
    firstAt: first_at,
    settledAt: settled_at!,
    kind: settled!,
  }));
}
