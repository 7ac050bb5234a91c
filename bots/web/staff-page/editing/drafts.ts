import type { AnswerForm, CitationForm, EntryForm } from './model.ts';

/** What somebody has written and not yet proposed. */
export interface Draft {
  /** The version that it was begun from. */
  readonly version: number;
  readonly form: EntryForm;
  readonly why: string;
  /** The missed questions for which the entry is made. */
  readonly question?: number;
}

/** The beginning of a new entry, before it has an id. */
export interface Start {
  readonly id: string;
  readonly title: string;
  readonly category: string;
}

/** What is being written, by entry; kept in this browser until it is proposed or thrown away. */
export interface DraftStore {
  read(entry: string): Draft | undefined;
  /** False where the browser keeps nothing. */
  write(entry: string, draft: Draft): boolean;
  remove(entry: string): void;
  /** The entries of which there is a draft. */
  entries(): readonly string[];
  readStart(): Start;
  writeStart(start: Start): void;
}

const PREFIX = 'madoguchi-draft:';
const START = 'madoguchi-new-entry';

/** `storage` throws where the browser has none. */
export function storedDrafts(storage: () => Storage): DraftStore {
  const tried = <T>(work: (storage: Storage) => T, otherwise: T): T => {
    try {
      return work(storage());
    } catch {
      return otherwise;
    }
  };
  return {
    read: (entry) => readDraft(tried((store) => store.getItem(PREFIX + entry), null)),
    write: (entry, draft) =>
      tried((store) => {
        store.setItem(PREFIX + entry, JSON.stringify(draft));
        return true;
      }, false),
    remove: (entry) => tried((store) => store.removeItem(PREFIX + entry), undefined),
    entries: () =>
      tried(
        (store) =>
          Object.keys(store)
            .filter((key) => key.startsWith(PREFIX))
            .map((key) => key.slice(PREFIX.length)),
        [],
      ),
    readStart: () => {
      const { id, title, category } = recordOf(parsed(tried((store) => store.getItem(START), null)));
      return { id: textOf(id), title: textOf(title), category: textOf(category) };
    },
    writeStart: (start) =>
      tried((store) => {
        if (start.id + start.title + start.category === '') store.removeItem(START);
        else store.setItem(START, JSON.stringify(start));
      }, undefined),
  };
}

/**
 * A draft as it was stored, perhaps by an earlier program: what is missing there is empty, what is of another kind is left out.
 * Undefined where there is none.
 */
export function readDraft(stored: string | null): Draft | undefined {
  const { version, form, why, question } = recordOf(parsed(stored));
  if (!isCount(version) || typeof form !== 'object' || form === null) return undefined;
  return {
    version,
    form: readForm(recordOf(form)),
    why: textOf(why),
    ...(isCount(question) && question > 0 && { question }),
  };
}

function readForm(form: Fields): EntryForm {
  let last = 0;
  // Keys of its own, so that no two are alike whatever was stored.
  const next = () => ++last;
  return {
    title: textOf(form.title),
    english: textOf(form.english),
    category: textOf(form.category),
    review: textOf(form.review),
    owner: textOf(form.owner),
    rule: textOf(form.rule),
    related: listOf(form.related).filter((id) => typeof id === 'string'),
    answers: listOf(form.answers).map((answer) => readAnswer(recordOf(answer), next)),
    phrasings: textOf(form.phrasings),
    rest: recordOf(form.rest),
  };
}

function readAnswer(answer: Fields, key: () => number): AnswerForm {
  return {
    key: key(),
    insurer: textOf(answer.insurer),
    from: textOf(answer.from),
    until: textOf(answer.until),
    text: textOf(answer.text),
    easy: textOf(answer.easy),
    english: textOf(answer.english),
    citations: listOf(answer.citations).map((each): CitationForm => {
      const { document, section } = recordOf(each);
      return { key: key(), document: textOf(document), section: textOf(section) };
    }),
    isRemoved: answer.isRemoved === true,
    rest: recordOf(answer.rest),
  };
}

type Fields = Readonly<Record<string, unknown>>;

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const recordOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};

function parsed(stored: string | null): unknown {
  try {
    return JSON.parse(stored ?? 'null');
  } catch {
    return undefined;
  }
}
