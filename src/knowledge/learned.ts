import { z } from 'zod';
import { normalise } from '../text/index.ts';
import { date, type KnowledgeBase, line } from './schema.ts';
import { unsafeTexts } from './unsafe-text.ts';
import { type Fault, type Locate, readYaml } from './yaml.ts';

/** Longest question that is learned from, in UTF-16 units; a longer one says too many things. */
const MAX_QUESTION_LENGTH = 500;

/** Before the id of an out-of-scope group, where an entry would stand. */
const OUT_OF_SCOPE = 'out-of-scope:';

const learnedQuestion = z.strictObject({
  question: line.max(MAX_QUESTION_LENGTH),
  /** An entry, or `out-of-scope:GROUP`. */
  entry: line,
  /** Who assigned it. */
  by: line,
  /** When. */
  on: date,
  /** Where it was asked, e.g. LINE, 窓口, 電話. */
  source: line,
});

/** The shape of learned-questions.yaml; a file of nothing but comments is null. */
export const learnedQuestions = z.array(learnedQuestion).nullable();

/** A real question that staff have assigned to the entry that answers it, or put into an out-of-scope group. */
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

/** Whether a question can be assigned to it: an entry, or an out-of-scope group after `out-of-scope:`. */
export function isTarget(entry: string, kb: KnowledgeBase): boolean {
  return entry.startsWith(OUT_OF_SCOPE)
    ? kb['out-of-scope'].some(({ id }) => id === entry.slice(OUT_OF_SCOPE.length))
    : Object.hasOwn(kb.entries, entry);
}

/** The questions of the file and of the store; where both have one, however wide its letters, the store's. */
export function mergeLearned(
  filed: readonly LearnedQuestion[],
  stored: readonly LearnedQuestion[],
): readonly LearnedQuestion[] {
  const known = new Set(stored.map(({ question }) => normalise(question)));
  return [...filed.filter(({ question }) => !known.has(normalise(question))), ...stored];
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
    if (typeof item?.entry === 'string' && !isTarget(item.entry, kb)) {
      faults.push({
        path: [i, 'entry'],
        message: item.entry.startsWith(OUT_OF_SCOPE)
          ? `「${item.entry}」というグループは答えないこと(out-of-scope)にありません。idを確かめてください`
          : `「${item.entry}」という項目はありません。idを確かめてください`,
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
