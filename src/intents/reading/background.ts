import { normalise } from '../../text/index.ts';
import { subjectIn } from './subject.ts';

/** What goes without saying once an entry was answered. */
export interface Background {
  /** The thing it is about, such as 資格確認書. */
  readonly subject: string;
  /** Entries of one category are near each other. */
  readonly category: string;
}

/** The background of each entry, by its id. */
export type Backgrounds = ReadonlyMap<string, Background>;

/** An entry as plain data. */
export interface EntryNames {
  readonly id: string;
  readonly title: string;
  readonly phrasings: readonly string[];
  readonly category: string;
}

/** Below this share of the phrasings, the thing that most of them name is named by chance. */
const LEAST_SHARE = 0.1;

export function backgroundsOf(entries: readonly EntryNames[]): Backgrounds {
  return new Map(
    entries.map(({ id, title, phrasings, category }) => [
      id,
      { subject: subjectIn(normalise(title)) ?? usualSubject(phrasings) ?? normalise(title), category },
    ]),
  );
}

/** The thing that most phrasings name. */
function usualSubject(phrasings: readonly string[]): string | undefined {
  const named = Object.entries(Object.groupBy(phrasings, (text) => subjectIn(normalise(text)) ?? ''));
  const often = named
    .map(([subject, those]) => ({ subject, count: those?.length ?? 0 }))
    .filter(({ subject, count }) => subject !== '' && count >= LEAST_SHARE * phrasings.length);
  return often.toSorted((a, b) => b.count - a.count)[0]?.subject;
}
