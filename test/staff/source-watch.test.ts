import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Seen, type Visit, type WatchedSource, watchSource } from '../../src/staff/index.ts';
import { conditionsOf } from '../../src/staff/source-watch.ts';
import { isoDate } from '../../src/text/index.ts';

const NOW = 1_800_000_000_000;
const CHECKING = {
  document: 'leaflet',
  url: 'https://www.city.example.jp/leaflet.html',
  date: isoDate('2026-08-01')!,
  now: NOW,
};
const PAGE: Seen = {
  hash: 'one',
  reader: 1,
  updated: { date: CHECKING.date, by: 'page' },
  etag: '"1"',
  lastModified: 'Sat, 01 Aug 2026 00:00:00 GMT',
};
const KNOWN: WatchedSource = {
  document: 'leaflet',
  url: CHECKING.url,
  seen: PAGE,
  seenAt: NOW - 5,
  isGone: false,
  failures: 0,
  checkedAt: NOW - 5,
};
const read = (over: Partial<Seen> = {}): Visit => ({
  kind: 'read',
  page: { ...PAGE, ...over },
  address: CHECKING.url,
});
const dated = (date: string, by: 'page' | 'server' = 'page') => ({ date: isoDate(date)!, by });
const GONE: Visit = { kind: 'gone', why: 'not-found' };
const FAILED: Visit = { kind: 'failed', why: 'timeout' };
const findingOf = (known: WatchedSource | undefined, visit: Visit) =>
  watchSource(known, visit, CHECKING).finding;

describe('what is found', () => {
  it('nothing where the page is what it was', () => {
    expect(watchSource(KNOWN, read(), CHECKING)).toEqual({
      finding: undefined,
      after: { ...KNOWN, seenAt: NOW, checkedAt: NOW },
    });
    expect(watchSource(KNOWN, { kind: 'not-modified' }, CHECKING)).toEqual(
      watchSource(KNOWN, read(), CHECKING),
    );
  });

  it('another text, with the date where that moved too', () => {
    expect(findingOf(KNOWN, read({ hash: 'two' }))).toEqual({
      kind: 'source-changed',
      since: NOW - 5,
      updated: undefined,
    });
    expect(findingOf(KNOWN, read({ hash: 'two', updated: dated('2026-11-01') }))).toMatchObject({
      kind: 'source-changed',
      updated: { from: '2026-08-01', to: '2026-11-01' },
    });
  });

  it('another date of the same text, also an earlier one', () => {
    for (const date of ['2026-11-01', '2026-07-31']) {
      expect(findingOf(KNOWN, read({ updated: dated(date) }))).toEqual({
        kind: 'source-moved-date',
        since: NOW - 5,
        updated: { from: '2026-08-01', to: date },
      });
    }
  });

  it.each([
    ['is no longer given', null],
    ['is given by the server alone now', dated('2026-11-01', 'server')],
  ])('nothing where the date %s', (_what, updated) =>
    expect(findingOf(KNOWN, read({ updated }))).toBeUndefined(),
  );

  it('that the page is gone, once', () => {
    const { finding, after } = watchSource(KNOWN, { kind: 'gone', why: 'front-page' }, CHECKING);
    expect(finding).toEqual({ kind: 'source-gone', why: 'front-page' });
    expect(after).toEqual({ ...KNOWN, isGone: true, checkedAt: NOW });
    expect(findingOf(after, GONE)).toBeUndefined();
  });

  it('a page that comes back as it went is nothing, and as another it changed', () => {
    const gone = watchSource(KNOWN, GONE, CHECKING).after;
    expect(watchSource(gone, read(), CHECKING)).toMatchObject({
      finding: undefined,
      after: { isGone: false },
    });
    expect(findingOf(gone, read({ hash: 'two' }))).toMatchObject({ kind: 'source-changed' });
  });
});

describe('the first visit', () => {
  it('finds nothing in a page as old as the document', () => {
    expect(findingOf(undefined, read())).toBeUndefined();
    expect(findingOf(undefined, read({ updated: null }))).toBeUndefined();
  });

  it('finds a page that was updated after the document, a day later being enough', () => {
    expect(findingOf(undefined, read({ updated: dated('2026-08-02') }))).toEqual({
      kind: 'source-moved-date',
      since: undefined,
      updated: { from: '2026-08-01', to: '2026-08-02' },
    });
  });

  it('does not take the word of a server for that, which also stamps pages that nobody touched', () =>
    expect(findingOf(undefined, read({ updated: dated('2026-08-02', 'server') }))).toBeUndefined());

  it('finds that there is no page', () =>
    expect(findingOf(undefined, GONE)).toMatchObject({ kind: 'source-gone' }));

  it('is the first again after the address was changed in the knowledge base', () => {
    const elsewhere = { ...KNOWN, url: 'https://www.city.example.jp/old.html', failures: 2, isGone: true };
    expect(watchSource(elsewhere, read({ hash: 'two' }), CHECKING)).toEqual({
      finding: undefined,
      after: { ...KNOWN, seen: { ...PAGE, hash: 'two' }, seenAt: NOW, checkedAt: NOW },
    });
    expect(conditionsOf(elsewhere, CHECKING.url)).toEqual({ etag: null, lastModified: null });
  });
});

describe('a page that is not reached', () => {
  it('is counted until it is, and nothing of it is forgotten', () => {
    const once = watchSource(KNOWN, FAILED, CHECKING);
    expect(once).toEqual({ finding: undefined, after: { ...KNOWN, failures: 1, checkedAt: NOW } });
    const twice = watchSource(once.after, FAILED, CHECKING);
    expect(twice.after.failures).toBe(2);
    expect(watchSource(twice.after, read(), CHECKING).after.failures).toBe(0);
    expect(findingOf(twice.after, read({ hash: 'two' }))).toMatchObject({ kind: 'source-changed' });
  });
});

describe('a program that reads pages in another way than before', () => {
  const old = { ...KNOWN, seen: { ...PAGE, reader: 0 } };

  it('takes no page for changed by that, but sees a date that moved', () => {
    expect(findingOf(old, read({ hash: 'two' }))).toBeUndefined();
    expect(findingOf(old, read({ hash: 'two', updated: dated('2026-11-01') }))).toMatchObject({
      kind: 'source-moved-date',
    });
  });

  it('asks for the whole page, as it does after the page was gone', () => {
    const nothing = { etag: null, lastModified: null };
    expect(conditionsOf(KNOWN, CHECKING.url)).toEqual({ etag: '"1"', lastModified: PAGE.lastModified });
    expect(conditionsOf(old, CHECKING.url)).toEqual(nothing);
    expect(conditionsOf({ ...KNOWN, isGone: true }, CHECKING.url)).toEqual(nothing);
    expect(conditionsOf(undefined, CHECKING.url)).toEqual(nothing);
  });
});

it('over any days, each change of the text is found once, and nothing else is taken for one', () => {
  const day = fc.oneof(
    fc.constantFrom('one', 'two').map((hash) => read({ hash })),
    fc.constantFrom(GONE, FAILED),
  );
  fc.assert(
    fc.property(fc.array(day, { maxLength: 30 }), (days) => {
      let known: WatchedSource | undefined;
      let lastRead: string | undefined;
      let wasGone = false;
      for (const visit of days) {
        const { finding, after } = watchSource(known, visit, CHECKING);
        const expected =
          visit.kind === 'read' && lastRead !== undefined && lastRead !== visit.page.hash
            ? 'source-changed'
            : visit.kind === 'gone' && !wasGone
              ? 'source-gone'
              : undefined;
        expect(finding?.kind).toBe(expected);
        if (visit.kind === 'read') lastRead = visit.page.hash;
        if (visit.kind !== 'failed') wasGone = visit.kind === 'gone';
        known = after;
      }
    }),
  );
});
