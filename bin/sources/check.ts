import type { KnowledgeBase } from '../../src/knowledge/index.ts';
import {
  citingEntries,
  conditionsOf,
  type Failure,
  readPage,
  sourceTask,
  TELL_AFTER,
  type Visit,
  type WatchedSource,
  watchSource,
} from '../../src/staff/index.ts';
import type { Millis, Store } from '../../src/storage/index.ts';
import type { IsoDate } from '../../src/text/index.ts';
import { type FetchSettings, fetchPage } from './fetch-page.ts';

/** What a check of all documents works with. */
export interface SourceCheck {
  /** As it is at that moment. */
  kb(): KnowledgeBase;
  readonly store: Pick<Store, 'sources' | 'tasks'>;
  readonly fetching: FetchSettings;
  now(): Millis;
  today(): IsoDate;
}

/** What came of a document's page. */
export type PageState =
  /** The document has no address in the knowledge base. */
  | 'not-watched'
  | 'unchanged'
  /** Read for the first time; from now on changes are found. */
  | 'first-seen'
  | 'source-changed'
  | 'source-moved-date'
  | 'source-gone'
  /** Gone already at the last check. */
  | 'still-gone'
  | 'unreachable';

export interface CheckedSource {
  readonly document: string;
  readonly title: string;
  readonly url: string | null;
  readonly state: PageState;
  /** The task that it opened, or that was open already. */
  readonly task: number | null;
  /** Where it was found in the end, if that is another address. */
  readonly movedTo: string | null;
  readonly why: Failure | null;
  /** Checks in a row that brought nothing. */
  readonly failures: number;
}

/** Whether staff have something to do about it. */
export function needsSomebody({ state, failures }: CheckedSource): boolean {
  switch (state) {
    case 'source-changed':
    case 'source-moved-date':
    case 'source-gone':
      return true;
    case 'unreachable':
      return failures >= TELL_AFTER;
    case 'not-watched':
    case 'unchanged':
    case 'first-seen':
    case 'still-gone':
      return false;
  }
}

/**
 * Looks at the page of each document, one after the other, so that no site gets two requests at once, and opens tasks for what it
 * finds. What is found is kept at once: a check that is stopped loses nothing.
 */
export async function checkSources(check: SourceCheck): Promise<readonly CheckedSource[]> {
  const known = new Map((await check.store.sources.all()).map((source) => [source.document, source]));
  const kb = check.kb();
  const checked: CheckedSource[] = [];
  for (const [id, { title, url, date }] of Object.entries(kb.documents)) {
    if (url === undefined) {
      checked.push({ ...NOTHING, document: id, title, url: null });
      continue;
    }
    const entries = citingEntries(kb, id, check.today());
    checked.push(await checkOne(check, { id, title, url, date, entries }, known.get(id)));
  }
  return checked;
}

const NOTHING = { state: 'not-watched', task: null, movedTo: null, why: null, failures: 0 } as const;

interface Watched {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly date: IsoDate;
  /** That cite it. */
  readonly entries: readonly string[];
}

async function checkOne(
  check: SourceCheck,
  document: Watched,
  known: WatchedSource | undefined,
): Promise<CheckedSource> {
  const { id, title, url, date, entries } = document;
  const visit = await visitPage(check, url, known);
  const now = check.now();
  const { finding, after } = watchSource(known, visit, { document: id, url, date, now });
  const { sources, tasks } = check.store;
  // The task first: where the program ends in between, the next check finds the same once more.
  const task = finding ? await tasks.open(sourceTask(finding, document, entries), now) : null;
  await sources.save(after);
  return {
    document: id,
    title,
    url,
    state: finding?.kind ?? quietState(visit, known?.url === url && known.seen !== null),
    task,
    movedTo: visit.kind === 'read' && visit.address !== new URL(url).href ? visit.address : null,
    why: visit.kind === 'failed' ? visit.why : null,
    failures: after.failures,
  };
}

async function visitPage(
  { fetching, today }: SourceCheck,
  url: string,
  known: WatchedSource | undefined,
): Promise<Visit> {
  const fetched = await fetchPage(url, conditionsOf(known, url), fetching);
  if (fetched.kind !== 'page') return fetched;
  const page = await readPage(fetched.page, today());
  return page === undefined
    ? { kind: 'failed', why: 'unreadable' }
    : { kind: 'read', page, address: fetched.address };
}

/** What a visit comes to that found nothing. */
function quietState(visit: Visit, wasSeen: boolean): PageState {
  switch (visit.kind) {
    case 'read':
      return wasSeen ? 'unchanged' : 'first-seen';
    case 'not-modified':
      return 'unchanged';
    case 'gone':
      return 'still-gone';
    case 'failed':
      return 'unreachable';
  }
}
