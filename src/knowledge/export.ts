import type { IsoDate } from '../text/index.ts';
import type { Citation, KnowledgeBase } from './schema.ts';

/** One answer, past or present, as `kb export --jsonl` prints it. */
export interface ExportedAnswer {
  readonly entry: string;
  /** The division that looks after the entry; null where none is named. */
  readonly owner: string | null;
  /** null: holds nationwide. */
  readonly insurer: string | null;
  readonly text: string;
  /** In やさしい日本語; null where it is not written yet. */
  readonly easy: string | null;
  /** A short translation; null where there is none. */
  readonly english: string | null;
  readonly citations: readonly Citation[];
  readonly from: IsoDate | null;
  readonly until: IsoDate | null;
}

export function exportAnswers(kb: KnowledgeBase): readonly ExportedAnswer[] {
  return Object.entries(kb.entries).flatMap(([entry, { owner, answers }]) =>
    answers.map(({ insurer, text, easy, english, citations, from, until }) => ({
      entry,
      owner: owner ?? null,
      insurer: insurer ?? null,
      text,
      easy: easy ?? null,
      english: english ?? null,
      citations,
      from: from ?? null,
      until: until ?? null,
    })),
  );
}
