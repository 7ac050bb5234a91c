import { answerName, type Entry } from '../../../../src/knowledge/index.ts';
import type { DescribedConflict } from '../../staff/routes/refusals.ts';
import { changeAnswer } from './answers.ts';
import { type AnswerForm, type EntryForm, formOf, nextKey } from './model.ts';

const FIELDS = ['title', 'english', 'category', 'review', 'owner', 'rule'] as const;
const ANSWER_FIELDS = ['text', 'easy', 'english', 'until'] as const;

const isOneOf = <T extends string>(all: readonly T[], name: string): name is T =>
  all.some((each) => each === name);

/**
 * The form with one part as `source` has it; undefined where that part cannot be found in the form. `path` as a conflict names it:
 * below the entry, answers by their names.
 */
export function withPart(
  form: EntryForm,
  path: DescribedConflict['path'],
  source: Entry,
): EntryForm | undefined {
  const from = formOf(source);
  const [field = '', name, ...below] = path;
  if (name === undefined) {
    if (isOneOf(FIELDS, field)) return { ...form, [field]: from[field] };
    if (field === 'related') return { ...form, related: inOrderOf(from.related, form.related) };
    if (field === 'phrasings') {
      return {
        ...form,
        phrasings: inOrderOf(from.phrasings.split('\n'), form.phrasings.split('\n')).join('\n'),
      };
    }
    return undefined;
  }
  return field === 'answers' ? withAnswer(form, named(from, name), { name, below }) : undefined;
}

function withAnswer(
  form: EntryForm,
  source: AnswerForm | undefined,
  { name, below: [field, ...rest] }: { readonly name: string; readonly below: readonly string[] },
): EntryForm | undefined {
  const own = named(form, name);
  if (source === undefined) {
    return own && field === undefined ? changeAnswer(form, own.key, { isRemoved: true }) : undefined;
  }
  if (own === undefined) return field === undefined ? appended(form, source, false) : undefined;
  if (field === undefined) return changeAnswer(form, own.key, { ...fresh(form, source), key: own.key });
  if (rest.length > 0) return undefined;
  if (isOneOf(ANSWER_FIELDS, field)) return changeAnswer(form, own.key, { [field]: source[field] });
  return undefined;
}

/**
 * What somebody goes on from after a conflict: `entry` holds all of their changes on top of the others'. Answers of theirs that the
 * others have removed stay in the form as removed ones, so that they can be taken back.
 */
export function afterConflict(
  own: EntryForm,
  entry: Entry,
  conflicts: readonly DescribedConflict['path'][],
): EntryForm {
  const form = formOf(entry);
  const names = conflicts.flatMap(([field, name]) =>
    field === 'answers' && name !== undefined ? [name] : [],
  );
  const lost = own.answers.filter(
    (answer) => !answer.isRemoved && names.includes(nameOf(answer)) && !named(form, nameOf(answer)),
  );
  return lost.reduce((sum, answer) => appended(sum, answer, true), form);
}

function appended(form: EntryForm, answer: AnswerForm, isRemoved: boolean): EntryForm {
  return { ...form, answers: [...form.answers, { ...fresh(form, answer), isRemoved }] };
}

/** With keys of its own. */
function fresh(form: EntryForm, answer: AnswerForm): AnswerForm {
  const first = nextKey(form);
  const citations = answer.citations.map((citation, i) => ({ ...citation, key: first + 1 + i }));
  return { ...answer, key: first, citations };
}

const nameOf = ({ insurer, from }: AnswerForm): string =>
  answerName({ ...(insurer && { insurer }), ...(from && { from: from as Entry['review'] }) });

/** The only answer of that name; where two are called alike, nobody can tell which is meant. */
function named({ answers }: EntryForm, name: string): AnswerForm | undefined {
  const found = answers.filter((answer) => !answer.isRemoved && nameOf(answer) === name);
  return found.length === 1 ? found[0] : undefined;
}

/** What both have in the order of the first, and after it what only the second has. */
function inOrderOf(order: readonly string[], items: readonly string[]): readonly string[] {
  return [...order.filter((item) => items.includes(item)), ...items.filter((item) => !order.includes(item))];
}
