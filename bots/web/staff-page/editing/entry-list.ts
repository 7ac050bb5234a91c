import type { EditableEntry } from '../../staff/routes/editing.ts';

/** Which entries are listed; empty texts and false for all. */
export interface Filter {
  readonly text: string;
  readonly category: string;
  readonly isOverdue: boolean;
}

export const EVERYTHING: Filter = { text: '', category: '', isOverdue: false };

const folded = (text: string) => text.normalize('NFKC').toLowerCase();

/** The entries whose title or id holds every word, of the category, and past their review date where that is asked for. */
export function filtered(
  entries: readonly EditableEntry[],
  { text, category, isOverdue }: Filter,
  today: string,
): readonly EditableEntry[] {
  const words = folded(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  return entries.filter((entry) => {
    const names = folded(`${entry.title} ${entry.id}`);
    return (
      words.every((word) => names.includes(word)) &&
      (category === '' || entry.category === category) &&
      (!isOverdue || isPastReview(entry, today))
    );
  });
}

/** As the lint counts: on the day itself it is not yet over. */
export function isPastReview({ review }: Pick<EditableEntry, 'review'>, today: string): boolean {
  return review < today;
}
