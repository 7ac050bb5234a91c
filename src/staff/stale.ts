import { isOld } from '../conversation/index.ts';
import { type Answer, holdsOn, type Knowledge } from '../knowledge/index.ts';
import type { IsoDate } from '../text/index.ts';

/** An answer whose newest cited document is more than a year old. */
export interface OldAnswer {
  /** Undefined where it holds nationwide. */
  readonly insurer: string | undefined;
  /** The day of that document. */
  readonly newest: IsoDate;
}

/** An entry that staff should read again: its review date has come, or some of its answers stand on old documents. */
export interface StaleEntry {
  readonly entry: string;
  readonly title: string;
  readonly review: IsoDate;
  readonly isReviewDue: boolean;
  /** Only answers that hold today. */
  readonly old: readonly OldAnswer[];
}

/** The entries to read again: first those whose review is due, the longest due first, then those on the oldest documents. */
export function staleEntries({ kb }: Knowledge, asOf: IsoDate): readonly StaleEntry[] {
  const newestOf = ({ citations }: Answer): IsoDate =>
    citations.map(({ document }) => kb.documents[document]!.date).reduce((a, b) => (a > b ? a : b));
  const all = Object.entries(kb.entries).map(([entry, { title, review, answers }]): StaleEntry => {
    const old = answers
      .filter((answer) => holdsOn(answer, asOf))
      .map((answer) => ({ insurer: answer.insurer, newest: newestOf(answer) }))
      .filter(({ newest }) => isOld(newest, asOf));
    return { entry, title, review, isReviewDue: review <= asOf, old };
  });
  return all
    .filter(({ isReviewDue, old }) => isReviewDue || old.length > 0)
    .toSorted((a, b) => compare(urgency(a), urgency(b)));
}

/** Review dates sort before documents; an entry with neither is not asked about. */
function urgency({ isReviewDue, review, old }: StaleEntry): string {
  if (isReviewDue) return `0 ${review}`;
  return `1 ${old.map(({ newest }) => newest).toSorted()[0] ?? ''}`;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
