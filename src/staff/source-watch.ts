import type { IsoDate } from '../text/index.ts';
import type { UpdateDate } from './source-date.ts';
import { READER, type Seen } from './source-page.ts';

/** Checks in a row without an answer from which staff are told: before that, a site may just be resting. */
export const TELL_AFTER = 3;

/** Why a page could not be read, this time. */
export type Failure =
  | 'timeout'
  /** No connection, or it broke off. */
  | 'network'
  /** The server says no (4xx), or has trouble of its own (5xx). */
  | 'refused'
  | 'server-error'
  | 'too-large'
  | 'redirects'
  /** Not http(s), or with a password. */
  | 'bad-address'
  /** An address of a private network, which nobody on the web may make the program call. */
  | 'private-address'
  /** Nothing that can be read: empty, a page that only a script fills, broken compression. */
  | 'unreadable';

/** What a visit to the page of a document brought. */
export type Visit =
  | {
      readonly kind: 'read';
      readonly page: Seen /** Where it was found in the end. */;
      readonly address: string;
    }
  /** The server says that it is what it was. */
  | { readonly kind: 'not-modified' }
  /** 404 and 410, or the front page of the site in its place. */
  | { readonly kind: 'gone'; readonly why: 'not-found' | 'front-page' }
  | { readonly kind: 'failed'; readonly why: Failure };

/** What is known of the page of a document; times in ms since 1970. */
export interface WatchedSource {
  readonly document: string;
  readonly url: string;
  /** What it was like when it was last read; null: never yet. */
  readonly seen: Seen | null;
  readonly seenAt: number | null;
  readonly isGone: boolean;
  /** Checks in a row that brought nothing. */
  readonly failures: number;
  readonly checkedAt: number;
}

/** Something that the staff of the entries should look at. */
export type SourceFinding =
  | {
      readonly kind: 'source-changed';
      /** When it still said what it said before. */
      readonly since: number;
      readonly updated: Moved | undefined;
    }
  | { readonly kind: 'source-gone'; readonly why: 'not-found' | 'front-page' }
  | {
      readonly kind: 'source-moved-date';
      readonly updated: Moved;
      /** Undefined at the first check, where the page is newer than the document says. */
      readonly since: number | undefined;
    };

export interface Moved {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** A document with an address, and when it is looked at (ms since 1970). */
export interface Checking {
  readonly document: string;
  readonly url: string;
  /** The day of which the document speaks, as in the knowledge base. */
  readonly date: IsoDate;
  readonly now: number;
}

/** What a visit means after what was known before, and what is known from now on. */
export function watchSource(
  known: WatchedSource | undefined,
  visit: Visit,
  { document, url, date, now }: Checking,
): { readonly finding: SourceFinding | undefined; readonly after: WatchedSource } {
  // Another address is another page.
  const before = known?.url === url ? known : undefined;
  const last = {
    document,
    url,
    seen: before?.seen ?? null,
    seenAt: before?.seenAt ?? null,
    isGone: before?.isGone ?? false,
    failures: 0,
    checkedAt: now,
  };
  switch (visit.kind) {
    case 'read':
      return {
        finding: findingOf(before, visit.page, date),
        after: { ...last, seen: visit.page, seenAt: now, isGone: false },
      };
    case 'not-modified':
      return { finding: undefined, after: { ...last, seenAt: now, isGone: false } };
    case 'gone':
      return {
        finding: last.isGone ? undefined : { kind: 'source-gone', why: visit.why },
        after: { ...last, isGone: true },
      };
    case 'failed':
      return { finding: undefined, after: { ...last, failures: (before?.failures ?? 0) + 1 } };
  }
}

function findingOf(
  before: WatchedSource | undefined,
  page: Seen,
  documentDate: IsoDate,
): SourceFinding | undefined {
  if (!before?.seen || before.seenAt === null) return newerThan(documentDate, page.updated);
  const { seen, seenAt: since } = before;
  const updated = movedOf(seen.updated, page.updated);
  // Pages that were read in another way cannot be compared; their dates can.
  const isChanged = seen.reader === page.reader && seen.hash !== page.hash;
  if (isChanged) return { kind: 'source-changed', since, updated };
  return updated && { kind: 'source-moved-date', since, updated };
}

/** The page says that it was updated after the document was taken from it. */
function newerThan(documentDate: IsoDate, updated: UpdateDate | null): SourceFinding | undefined {
  if (updated?.by !== 'page' || updated.date <= documentDate) return undefined;
  const moved = { from: documentDate, to: updated.date };
  return { kind: 'source-moved-date', since: undefined, updated: moved };
}

/** Dates that the page and its server give are different things, and one that is no longer given says nothing. */
function movedOf(before: UpdateDate | null, now: UpdateDate | null): Moved | undefined {
  if (!before || !now || before.by !== now.by || before.date === now.date) return undefined;
  return { from: before.date, to: now.date };
}

/** What the server may be asked to compare with, so that it sends nothing where nothing changed. */
export function conditionsOf(
  known: WatchedSource | undefined,
  url: string,
): { readonly etag: string | null; readonly lastModified: string | null } {
  const seen = known?.url === url && !known.isGone && known.seen?.reader === READER ? known.seen : null;
  return { etag: seen?.etag ?? null, lastModified: seen?.lastModified ?? null };
}
