import { z } from 'zod';
import { normalise } from '../text/index.ts';
import { date, id, type KnowledgeBase, line } from './schema.ts';
import { unsafeTexts } from './unsafe-text.ts';
import { type Fault, type Locate, readYaml } from './yaml.ts';

/** Longest question that is learned from, in UTF-16 units; a longer one says too many things. */
const MAX_QUESTION_LENGTH = 500;

const learnedQuestion = z.strictObject({
  question: line.max(MAX_QUESTION_LENGTH),
  entry: id,
  /** Who assigned it. */
  by: line,
  /** When. */
  on: date,
  /** Where it was asked, e.g. LINE, 窓口, 電話. */
  source: line,
});

/** The shape of learned-questions.yaml; a file of nothing but comments is null. */
export const learnedQuestions = z.array(learnedQuestion).nullable();

/** A real question that staff have assigned to the entry that answers it. */
export type LearnedQuestion = z.infer<typeof learnedQuestion>;

export interface LoadedQuestions {
  readonly questions: readonly LearnedQuestion[];
  readonly locate: Locate;
}

/** Reads learned questions from YAML text (a list); throws `KnowledgeBaseError` naming every problem at once. */
export function loadLearnedQuestions(yaml: string, file: string, kb: KnowledgeBase): LoadedQuestions {
  const { data, locate } = readYaml(yaml, file, learnedQuestions, (plain) => [
    ...faultsBeside(plain, kb),
    ...unsafeTexts(plain),
  ]);
  return { questions: data ?? [], locate };
}

/** Entries that do not exist, and questions that have been assigned already. */
function faultsBeside(plain: unknown, kb: KnowledgeBase): readonly Fault[] {
  const owners = new Map<string, string>(
    Object.entries(kb.entries).flatMap(([owner, { phrasings }]) =>
      phrasings.map((phrasing) => [normalise(phrasing), `${owner} の聞き方`] as const),
    ),
  );
  return (Array.isArray(plain) ? plain : []).flatMap((item: { question?: unknown; entry?: unknown }, i) => {
    const faults: Fault[] = [];
    if (typeof item?.entry === 'string' && !Object.hasOwn(kb.entries, item.entry)) {
      faults.push({
        path: [i, 'entry'],
        message: `「${item.entry}」という項目はありません。idを確かめてください`,
      });
    }
    if (typeof item?.question === 'string') {
      const question = normalise(item.question);
      const owner = owners.get(question);
      if (owner !== undefined) {
        faults.push({ path: [i, 'question'], message: `${owner}にもうあります。どちらかを消してください` });
      }
      owners.set(question, `${i + 1}番目の質問`);
    }
    return faults;
  });
}
