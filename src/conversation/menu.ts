import type { Knowledge } from '../knowledge/index.ts';
import type { Choice } from '../reply/index.ts';
import { entryChoice } from './choices.ts';
import { namesOf } from './names.ts';
import type { Language } from './state.ts';

/** All topics by category, in the order of the knowledge base; each is pressed like a choice of a reply. */
export interface Menu {
  readonly categories: readonly {
    readonly id: string;
    readonly label: string;
    readonly entries: readonly Choice[];
  }[];
}

export function menuOf(knowledge: Knowledge, language: Language): Menu {
  const names = namesOf(knowledge, language);
  const categories = Object.keys(knowledge.kb.categories).map((id) => ({
    id,
    label: names.category(id),
    entries: entriesOf(knowledge, id).map((entry) => entryChoice(knowledge, entry, language)),
  }));
  return { categories };
}

/** The entries of a category, in the order of the knowledge base. */
export function entriesOf({ kb }: Knowledge, category: string): readonly string[] {
  return Object.keys(kb.entries).filter((id) => kb.entries[id]!.category === category);
}

/** The insurers of the knowledge base by their short names. */
export function insurersOf(
  knowledge: Knowledge,
  language: Language,
): readonly { readonly id: string; readonly name: string }[] {
  const names = namesOf(knowledge, language);
  return Object.entries(knowledge.kb.insurers).map(([id, insurer]) => ({
    id,
    name: names.insurer(insurer).short,
  }));
}
