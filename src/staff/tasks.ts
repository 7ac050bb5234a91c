import type { KnowledgeBase, SourceDocument } from '../knowledge/index.ts';
import { bothCalendars, type IsoDate } from '../text/index.ts';
import type { Moved, SourceFinding } from './source-watch.ts';

/** Something for staff to look at; the same is never open twice. */
export interface NewTask {
  readonly kind: 'source-changed' | 'source-gone' | 'source-moved-date' | 'reported';
  /** The document whose page it is about. */
  readonly document: string | null;
  /** The entries whose answers it may concern. */
  readonly entries: readonly string[];
  /** What happened, for staff to read; no word of a resident. */
  readonly note: string;
}

/** Where tasks are opened; gives the id, of the open one where it is there already. `now` in ms since 1970. */
export interface TaskOpener {
  open(task: NewTask, now: number): Promise<number>;
}

/** The entries with an answer that cites the document and is not over on that day, in the order of the file. */
export function citingEntries(kb: KnowledgeBase, document: string, asOf: IsoDate): readonly string[] {
  return Object.entries(kb.entries).flatMap(([id, { answers }]) => {
    const cites = answers.some(
      ({ until, citations }) =>
        (until === undefined || until >= asOf) &&
        citations.some((citation) => citation.document === document),
    );
    return cites ? [id] : [];
  });
}

/** A finding about the page of a document as a task for the entries that cite it. */
export function sourceTask(
  finding: SourceFinding,
  document: { readonly id: string; readonly url: string } & Pick<SourceDocument, 'title'>,
  entries: readonly string[],
): NewTask {
  return {
    kind: finding.kind,
    document: document.id,
    entries,
    note: `${document.title}\n${document.url}\n${told(finding)}`,
  };
}

const CHECK = '引用している項目の答えが今も正しいか、ご確認ください。';

function told(finding: SourceFinding): string {
  switch (finding.kind) {
    case 'source-changed': {
      const moved = finding.updated ? `更新日も、${movedText(finding.updated)}。` : '';
      return `${dayOf(finding.since)}に確かめたときから、本文が変わりました。${moved}${CHECK}`;
    }
    case 'source-gone':
      return `${GONE[finding.why]}新しい場所を探して knowledge-base.yaml の url を直すか、${CHECK}`;
    case 'source-moved-date':
      return finding.since === undefined
        ? `知識ベースの資料は${bothCalendars(finding.updated.from)}のものですが、ページは${bothCalendars(finding.updated.to)}に更新されています。${CHECK}`
        : `ページの更新日が、${movedText(finding.updated)}。本文は${dayOf(finding.since)}に確かめたときと同じです。${CHECK}`;
  }
}

const GONE = {
  'not-found': 'ページがなくなりました。',
  'front-page': 'ページがなくなり、サイトの表紙に転送されるようになりました。',
} as const;

const movedText = ({ from, to }: Moved) => `${bothCalendars(from)}から${bothCalendars(to)}に変わりました`;

function dayOf(millis: number): string {
  const moment = Temporal.Instant.fromEpochMilliseconds(millis).toZonedDateTimeISO('Asia/Tokyo');
  return bothCalendars(moment.toPlainDate().toString() as IsoDate);
}

/** What a member of staff says of an answer. */
export interface StaffReport {
  readonly entry: string;
  /** Whose answer; undefined: the nationwide one. */
  readonly insurer: string | undefined;
  /** What is wrong or old about it, in their own words; may be empty. Kept as it is: it often names dates and numbers. */
  readonly note: string;
  /** Who says so, as the audit log names them. */
  readonly by: string;
}

/** Opens a task for an answer that a member of staff finds wrong or old; gives its id. `now` in ms since 1970. */
export function openReport(
  tasks: TaskOpener,
  kb: KnowledgeBase,
  report: StaffReport,
  now: number,
): Promise<number> {
  const { entry, insurer, note, by } = report;
  const title = kb.entries[entry]?.title ?? entry;
  const whose = insurer === undefined ? '全国共通' : (kb.insurers[insurer]?.short ?? insurer);
  const lines = [
    `「${title}」(${whose})の答えが、まちがいか古いかもしれません。`,
    note.trim(),
    `知らせた人: ${by}`,
  ];
  return tasks.open(
    {
      kind: 'reported',
      document: null,
      entries: [entry],
      note: lines.filter((line) => line !== '').join('\n'),
    },
    now,
  );
}
