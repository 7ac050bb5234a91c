import type { Answer, Citation, Entry } from '../../../../src/knowledge/index.ts';

/** Fields that the form does not change, as they came. */
type Rest = Readonly<Record<string, unknown>>;

export interface CitationForm {
  /** Names it among all parts of the form, as long as the form lives. */
  readonly key: number;
  /** Empty where none is chosen yet. */
  readonly document: string;
  readonly section: string;
}

export interface AnswerForm {
  readonly key: number;
  /** Empty: it holds nationwide. */
  readonly insurer: string;
  readonly from: string;
  readonly until: string;
  readonly text: string;
  readonly easy: string;
  readonly english: string;
  readonly citations: readonly CitationForm[];
  /** Left out of what is sent; it can be taken back. */
  readonly isRemoved: boolean;
  readonly rest: Rest;
}

/** An entry as it is being written: every field a text, empty where there is none. */
export interface EntryForm {
  readonly title: string;
  readonly english: string;
  readonly category: string;
  readonly review: string;
  readonly owner: string;
  readonly rule: string;
  readonly related: readonly string[];
  readonly answers: readonly AnswerForm[];
  /** One a line. */
  readonly phrasings: string;
  readonly rest: Rest;
}

/** Changes a form; what stands in it at that moment is given. */
export type Edit = (form: EntryForm) => EntryForm;

/** An entry as it goes to the server, which reads it; it may still have faults. */
export type SentEntry = Readonly<Record<string, unknown>>;

/** As in the schema: the longest text and division in UTF-16 units, the longest title in letters, and how many phrasings. */
export const LIMITS = { text: 500, title: 20, owner: 40, fewest: 20, most: 30 } as const;

/** A new line within a phrasing, where each has one line. */
const BREAK = '↵';

export function formOf(entry: Entry): EntryForm {
  const {
    title,
    english = '',
    category,
    review,
    owner = '',
    rule = '',
    related,
    answers,
    phrasings,
    ...rest
  } = entry;
  let last = 0;
  const next = () => ++last;
  return {
    title,
    english,
    category,
    review,
    owner,
    rule,
    related,
    answers: answers.map((answer) => answerForm(answer, next)),
    phrasings: phrasings.map((text) => text.replaceAll('\n', BREAK)).join('\n'),
    rest,
  };
}

function answerForm(answer: Answer, key: () => number): AnswerForm {
  const { insurer = '', from = '', until = '', text, easy = '', english = '', citations, ...rest } = answer;
  return {
    key: key(),
    insurer,
    from,
    until,
    text,
    easy,
    english,
    citations: citations.map(({ document, section }: Citation) => ({ key: key(), document, section })),
    isRemoved: false,
    rest,
  };
}

/** An entry that nobody has written yet. */
export function blankForm(given: Partial<Pick<EntryForm, 'title' | 'category' | 'phrasings'>>): EntryForm {
  const empty = { title: '', english: '', category: '', review: '', owner: '', rule: '', phrasings: '' };
  return { ...empty, related: [], answers: [blankAnswer(1)], rest: {}, ...given };
}

/** Takes two keys, `key` and the one after it. */
export function blankAnswer(key: number, insurer = ''): AnswerForm {
  const citations = [{ key: key + 1, document: '', section: '' }];
  const empty = { from: '', until: '', text: '', easy: '', english: '' };
  return { ...empty, key, insurer, citations, isRemoved: false, rest: {} };
}

/** A key that no part of the form has. */
export function nextKey({ answers }: EntryForm): number {
  return (
    1 + Math.max(0, ...answers.flatMap(({ key, citations }) => [key, ...citations.map((each) => each.key)]))
  );
}

/** The opposite of `formOf`; empty optional fields, removed answers and empty lines are left out. */
export function entryOf(form: EntryForm): SentEntry {
  const { title, english, category, review, owner, rule, related, rest } = form;
  return {
    ...rest,
    category,
    title,
    ...filled({ english }),
    review,
    ...filled({ owner, rule }),
    related,
    answers: sentAnswers(form).map(answerOf),
    phrasings: linesOf(form.phrasings).map((line) => line.replaceAll(BREAK, '\n')),
  };
}

function answerOf(answer: AnswerForm): SentEntry {
  const { insurer, from, until, text, easy, english, rest } = answer;
  return {
    ...rest,
    ...filled({ insurer, from, until }),
    text,
    ...filled({ easy, english }),
    citations: sentCitations(answer).map(({ document, section }) => ({ document, section })),
  };
}

/** The answers in the order in which the server numbers them. */
export function sentAnswers({ answers }: EntryForm): readonly AnswerForm[] {
  return answers.filter(({ isRemoved }) => !isRemoved);
}

/** The same for citations; a line in which nothing is chosen is none. */
export function sentCitations({ citations }: AnswerForm): readonly CitationForm[] {
  return citations.filter(({ document, section }) => document !== '' || section !== '');
}

/** The lines of a text that say something. */
export function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Whether both would be sent alike. */
export function isSame(one: EntryForm, other: EntryForm): boolean {
  return JSON.stringify(entryOf(one)) === JSON.stringify(entryOf(other));
}

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** Letters as people count them: the length of a title. */
export function letters(text: string): number {
  return [...graphemes.segment(text.trim())].length;
}

const filled = <T extends string>(fields: Readonly<Record<T, string>>): Partial<Record<T, string>> =>
  Object.fromEntries(Object.entries<string>(fields).filter(([, text]) => text.trim() !== '')) as Partial<
    Record<T, string>
  >;
