import type { IsoDate } from '../text/index.ts';
import { type Database, storableText } from './dialect.ts';
import type { Engine } from './engine.ts';
import type { Millis } from './store.ts';

/** How many answers of a week staff are asked to judge. */
export const SAMPLE_SIZE = 30;

/** A question that was answered outright, as a sample keeps it; never one of a sensitive entry. */
export interface AnsweredQuestion {
  readonly channel: string;
  /** Redacted. */
  readonly text: string;
  readonly insurer: string | null;
  readonly entry: string;
  /** The channel's id of the message, so that unsending erases it. */
  readonly message: string | null;
}

/** `unclear`: the question itself does not tell what was wanted. */
export type Verdict = 'right' | 'wrong' | 'unclear';

/** An answered question of a week's sample, with what staff think of the answer. */
export interface Sample extends Omit<AnsweredQuestion, 'message'> {
  readonly id: number;
  readonly verdict: Verdict | null;
  readonly judgedBy: string | null;
}

/** How a week's answers were judged. */
export interface JudgedWeek {
  /** The Monday on which it began. */
  readonly week: IsoDate;
  readonly waiting: number;
  readonly right: number;
  readonly wrong: number;
  readonly unclear: number;
}

/** Where an answer takes part in a week's sample: the lowest lots stay. */
export interface Lot {
  /** The Monday on which the week began, in Asia/Tokyo. */
  readonly week: IsoDate;
  /** Random, from 0 to 2^31 - 1, so that every answer of the week is equally likely to stay. */
  readonly lot: number;
}

/** A random sample of each week's answers, which staff judge: the only figure that says how often answers are right. */
export interface AnswerSamples {
  /** Keeps the question if its lot is among the week's lowest; resolves to the highest lot that still stays, once the sample is full. */
  offer(question: AnsweredQuestion, conversation: string, lot: Lot): Promise<number | undefined>;
  /** A week's sample, in the order of the lots. */
  list(week: IsoDate): Promise<readonly Sample[]>;
  /** Judges an answer, or judges it anew; false where it is no longer there. */
  judge(id: number, verdict: Verdict, by: string, now: Millis): Promise<boolean>;
  /** Erases what a conversation left here. */
  erase(conversation: string): Promise<void>;
  /** The newest first. */
  weeks(limit: number): Promise<readonly JudgedWeek[]>;
}

export function createSamples(engine: Engine): AnswerSamples {
  return {
    offer: (question, conversation, lot) =>
      engine.write(async (db) => {
        await engine.dialect.holdNames(db, [`sample ${lot.week}`]);
        return offer(db, { ...question, conversation, ...lot });
      }),
    list: (week) =>
      engine.read((db) =>
        db
          .selectFrom('answer_samples')
          .select(['id', 'channel', 'text', 'insurer', 'entry', 'verdict', 'judged_by as judgedBy'])
          .where('week', '=', week)
          .where('text', 'is not', null)
          .$narrowType<{ text: string }>()
          .orderBy('lot')
          .orderBy('id')
          .execute(),
      ),
    judge: (id, verdict, by, now) =>
      engine.write(async (db) => {
        const { numUpdatedRows } = await db
          .updateTable('answer_samples')
          .set({ verdict, judged_by: storableText(by), judged_at: now })
          .where('id', '=', id)
          .executeTakeFirstOrThrow();
        return numUpdatedRows > 0n;
      }),
    erase: (conversation) =>
      engine.write(async (db) => {
        await db.deleteFrom('answer_samples').where('conversation', '=', conversation).execute();
      }),
    weeks: (limit) => engine.read((db) => weeks(db, limit)),
  };
}

/** Forgets what was asked in the weeks that began before a day; how it was judged stays, for the figures. */
export async function forgetSamples(db: Database, before: IsoDate): Promise<void> {
  const old = db.deleteFrom('answer_samples').where('week', '<', before);
  await old.where('verdict', 'is', null).execute();
  await db
    .updateTable('answer_samples')
    .set({ text: null, conversation: null, message: null })
    .where('week', '<', before)
    .where('text', 'is not', null)
    .execute();
}

type Offered = AnsweredQuestion & Lot & { readonly conversation: string };

async function offer(db: Database, { text, ...rest }: Offered): Promise<number | undefined> {
  await db
    .insertInto('answer_samples')
    .values({ ...rest, text: storableText(text) })
    .execute();
  const inWeek = db
    .selectFrom('answer_samples')
    .where('week', '=', rest.week)
    .orderBy('lot')
    .orderBy('id')
    .select(['id', 'lot']);
  const kept = await inWeek.limit(SAMPLE_SIZE).execute();
  if (kept.length < SAMPLE_SIZE) return undefined;
  // What was judged already stays: somebody's work is not thrown away.
  await db
    .deleteFrom('answer_samples')
    .where('week', '=', rest.week)
    .where('verdict', 'is', null)
    .where(
      'id',
      'not in',
      kept.map(({ id }) => id),
    )
    .execute();
  return kept.at(-1)!.lot;
}

async function weeks(db: Database, limit: number): Promise<readonly JudgedWeek[]> {
  const rows = await db
    .selectFrom('answer_samples')
    .select(({ fn }) => ['week', 'verdict', fn.countAll<number | string>().as('count')])
    .groupBy(['week', 'verdict'])
    .orderBy('week', 'desc')
    // Four verdicts a week at most, none among them.
    .limit(4 * limit)
    .execute();
  const byWeek = Map.groupBy(rows, ({ week }) => week);
  return [...byWeek].slice(0, limit).map(([week, counts]) => {
    const of = (verdict: Verdict | null) => Number(counts.find((row) => row.verdict === verdict)?.count ?? 0);
    return { week, waiting: of(null), right: of('right'), wrong: of('wrong'), unclear: of('unclear') };
  });
}
