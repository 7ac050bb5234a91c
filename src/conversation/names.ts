import type { Insurer, Knowledge } from '../knowledge/index.ts';
import type { Language } from './state.ts';

/** An insurer as it stands in a sentence, and on a button. */
export type InsurerName = Pick<Insurer, 'name' | 'short'>;

/** What the knowledge base names, in the language of the talk; in Japanese where it has no English name. */
export interface Names {
  readonly title: (entry: string) => string;
  readonly category: (category: string) => string;
  readonly insurer: (insurer: Insurer) => InsurerName;
  readonly publisher: (document: string) => string;
}

export function namesOf({ kb }: Knowledge, language: Language = 'ja'): Names {
  const named = (japanese: string, english: string | undefined): string => {
    switch (language) {
      case 'ja':
        return japanese;
      case 'en':
        return english ?? japanese;
    }
  };
  return {
    title: (id) => {
      const { title, english } = kb.entries[id]!;
      return named(title, english);
    },
    category: (id) => {
      const { label, english } = kb.categories[id]!;
      return named(label, english);
    },
    insurer: ({ name, short, english }) => ({
      name: named(name, english?.name),
      short: named(short, english?.short),
    }),
    publisher: (id) => {
      const { publisher, english } = kb.documents[id]!;
      return named(publisher, english);
    },
  };
}
