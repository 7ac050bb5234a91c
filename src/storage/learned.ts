import { sql } from 'kysely';
import type { LearnedQuestion } from '../knowledge/index.ts';
import { type Database, storableText } from './dialect.ts';
import type { Engine } from './engine.ts';
import { LEARNED_REVISION } from './migrate-learned.ts';
import type { LearnedQuestions } from './store.ts';

export function createLearnedQuestions(engine: Engine): LearnedQuestions {
  return {
    put: (question) => engine.write((db) => putQuestion(db, question)),
    remove: (question) => engine.write((db) => removeQuestion(db, question)),
    all: async () => {
      const rows = await engine.read((db) =>
        db.selectFrom('learned_questions').selectAll().orderBy('id').execute(),
      );
      return rows.map(({ question, entry, assigned_by, assigned_on, source }) => ({
        question,
        entry,
        by: assigned_by,
        on: assigned_on as LearnedQuestion['on'],
        source,
      }));
    },
    revision: async () => {
      const row = await engine.read((db) =>
        db
          .selectFrom('learned_revision')
          .select('number')
          .where('id', '=', LEARNED_REVISION)
          .executeTakeFirstOrThrow(),
      );
      return row.number;
    },
  };
}

/** Assigns a question, or assigns it anew, in the transaction of `db`. */
export async function putQuestion(
  db: Database,
  { question, entry, by, on, source }: LearnedQuestion,
): Promise<void> {
  const assigned = { entry, assigned_by: storableText(by), assigned_on: on, source: storableText(source) };
  await db
    .insertInto('learned_questions')
    .values({ question: storableText(question), ...assigned })
    .onConflict((conflict) => conflict.column('question').doUpdateSet(assigned))
    .execute();
  await countChange(db);
}

async function removeQuestion(db: Database, question: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('learned_questions')
    .where('question', '=', storableText(question))
    .executeTakeFirstOrThrow();
  if (numDeletedRows === 0n) return false;
  await countChange(db);
  return true;
}

/** Whoever reads the new number also sees the change: both are of one transaction. */
async function countChange(db: Database): Promise<void> {
  await db
    .updateTable('learned_revision')
    .set({ number: sql`number + 1` })
    .where('id', '=', LEARNED_REVISION)
    .execute();
}
