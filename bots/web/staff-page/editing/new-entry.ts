import type { EditableEntry } from '../../staff/routes/editing.ts';
import type { Group } from '../questions/model.ts';
import { isEntryId } from './address.ts';
import type { Start } from './drafts.ts';
import { missing, type PlacedFault } from './faults.ts';

/** An id that is still free, for whoever has no better one: the category's, and a number. */
export function suggestedId(category: string, taken: readonly string[]): string {
  const stem = isEntryId(category) ? category : 'entry';
  let number = 1;
  while (taken.includes(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}

/** What stands against beginning an entry so. */
export function startFaults(
  { id, title, category }: Start,
  entries: readonly EditableEntry[],
): readonly PlacedFault[] {
  const same = entries.find((entry) => entry.id === id);
  return [
    ...(title.trim() === '' ? [missing('title', '題名', '題名を書いてください。')] : []),
    ...(category === '' ? [missing('category', '分類', '分類を選んでください。')] : []),
    ...(isEntryId(id)
      ? []
      : [missing('id', 'ID', '英小文字で始め、英小文字・数字・ハイフンだけで書いてください。')]),
    ...(same ? [missing('id', 'ID', `「${same.title}」が使っています。ほかのIDにしてください。`)] : []),
  ];
}

/** The questions of a missed group, each once and one a line: how the new entry is asked for. */
export function phrasingsOf({ text, questions }: Pick<Group, 'text' | 'questions'>): string {
  const lines = [text, ...questions.map((question) => question.text)].map((line) =>
    line.replace(/\s*\n\s*/g, ' '),
  );
  return [...new Set(lines)].join('\n');
}
