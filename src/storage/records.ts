import { sql } from 'kysely';
import { type Database, type Dialect, jsonOf, numberField, storableText, textField } from './dialect.ts';
import type { Engine } from './engine.ts';
import type { FeedbackStore, GivenFeedback, LoggedQuestion, Millis, QuestionLog } from './store.ts';

/** A question of a conversation, as the log keeps it. */
export interface QuestionLine extends LoggedQuestion {
  readonly conversation: string;
  readonly at: Millis;
}

/** Writes lines of the question log, any number in one statement. */
export async function addQuestions(
  db: Database,
  dialect: Dialect,
  lines: readonly QuestionLine[],
): Promise<void> {
  if (lines.length === 0) return;
  await sql`
    insert into question_log (at, conversation, message, channel, text, insurer, decision, entry)
    select ${numberField('at')}, ${textField('conversation')}, ${textField('message')}, ${textField('channel')},
      ${textField('text')}, ${textField('insurer')}, ${textField('decision')}, ${textField('entry')}
    from ${dialect.each(jsonOf(lines))}`.execute(db);
}

export function createQuestionLog(engine: Engine): QuestionLog {
  return {
    add: (question, conversation, now) =>
      engine.write((db) => addQuestions(db, engine.dialect, [{ ...question, conversation, at: now }])),
    list: (limit) =>
      engine.read((db) =>
        db
          .selectFrom('question_log')
          .select(['channel', 'text', 'insurer', 'decision', 'entry', 'message', 'at'])
          .orderBy('at', 'desc')
          .orderBy('id', 'desc')
          .limit(limit)
          .execute(),
      ),
    erase: (conversation) =>
      engine.write(async (db) => {
        await db.deleteFrom('question_log').where('conversation', '=', conversation).execute();
      }),
  };
}

export function createFeedback(engine: Engine): FeedbackStore {
  return {
    add: (feedback, conversation, now) => engine.write((db) => addFeedback(db, feedback, conversation, now)),
    list: async (limit) => {
      const rows = await engine.read((db) =>
        db
          .selectFrom('feedback')
          .select(['channel', 'entry', 'insurer', 'helpful', 'comment', 'at'])
          .orderBy('at', 'desc')
          .orderBy('id', 'desc')
          .limit(limit)
          .execute(),
      );
      return rows.map((row) => ({ ...row, helpful: row.helpful === 1 }));
    },
  };
}

async function addFeedback(
  db: Database,
  { channel, entry, insurer, helpful, comment }: GivenFeedback,
  conversation: string,
  now: Millis,
): Promise<void> {
  const said = {
    at: now,
    insurer,
    helpful: helpful ? 1 : 0,
    comment: comment === null ? null : storableText(comment),
  };
  await db
    .insertInto('feedback')
    .values({ conversation, channel, entry, ...said })
    .onConflict((conflict) =>
      conflict.columns(['conversation', 'entry']).doUpdateSet(({ fn, ref }) => ({
        ...said,
        comment: fn.coalesce(ref('excluded.comment'), ref('feedback.comment')),
      })),
    )
    .execute();
}
