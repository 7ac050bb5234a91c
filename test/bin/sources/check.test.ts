import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkSources, needsSomebody, type SourceCheck } from '../../../bin/sources/check.ts';
import { checkDaily, runRound } from '../../../bin/sources/daily.ts';
import { type KnowledgeBase, loadKnowledgeBase } from '../../../src/knowledge/index.ts';
import { openStore, type Store } from '../../../src/storage/index.ts';
import { isoDate } from '../../../src/text/index.ts';
import { answer, entry, yamlOf } from '../../fixtures/knowledge.ts';
import { type SqliteTestDatabase, sqliteDatabase } from '../../storage/sqlite-database.ts';
import { citySite, page, redirect, status } from './city-site.ts';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 10, 22, 1);
const TODAY = isoDate('2026-11-22')!;

const site = citySite();
let database: SqliteTestDatabase;
let store: Store;
let now: number;
beforeEach(async () => {
  database = await sqliteDatabase();
  store = await openStore(database.url);
  now = START;
});
afterEach(async () => {
  await store.close();
  await database.remove();
});

/** Two documents with a page, and one without. */
function base(): KnowledgeBase {
  const document = { publisher: '甲市', date: '2026-08-01', sections: ['表'] };
  const { kb } = loadKnowledgeBase(
    yamlOf((d) => {
      d.documents.poster = { ...document, title: 'はりがみ', url: 'https://www.city.example.jp/poster.pdf' };
      d.documents.leaflet!.url = 'https://www.city.example.jp/leaflet.html';
      d.documents.talk = { ...document, title: 'はなし' };
      d.entries.poster = entry('はりがみ', [
        answer('表のとおり', { citations: [{ document: 'poster', section: '表' }] }),
      ]);
    }),
    'kb.yaml',
  );
  const here = ({ url, ...rest }: KnowledgeBase['documents'][string]) =>
    url === undefined ? rest : { ...rest, url: site().url(new URL(url).pathname) };
  const documents = Object.entries(kb.documents).map(([id, each]) => [id, here(each)] as const);
  return { ...kb, documents: Object.fromEntries(documents) };
}

function checking(over: Partial<SourceCheck> = {}): SourceCheck {
  const kb = base();
  const fetching = { userAgent: 'Madoguchi/test', allowsPrivate: true, timeoutMs: 5_000 };
  return { kb: () => kb, store, fetching, now: () => now, today: () => TODAY, ...over };
}
/** Checks an hour later than before. */
async function check(over: Partial<SourceCheck> = {}) {
  now += HOUR;
  return checkSources(checking(over));
}
const stateOf = async (document: string) =>
  (await check()).find((source) => source.document === document)!.state;
const openTasks = () => store.tasks.list({ state: 'open', limit: 99 });

const LEAFLET = '<main><h1>ちらし</h1><p>更新日：2026年8月1日</p><p>期限は7月31日です。</p></main>';
const POSTER = '%PDF-1.7 /ModDate (D:20260801)';

function publish(leaflet = LEAFLET, poster = POSTER): void {
  site().pages.set('/leaflet.html', page(leaflet));
  site().pages.set('/poster.pdf', page(poster, { 'content-type': 'application/pdf' }));
}

describe('a check of the documents', () => {
  it('says of each what came of it, and opens nothing where all is as it was', async () => {
    publish();
    expect(await check()).toEqual([
      {
        document: 'leaflet',
        title: 'ちらし',
        url: site().url('/leaflet.html'),
        state: 'first-seen',
        task: null,
        movedTo: null,
        why: null,
        failures: 0,
      },
      expect.objectContaining({ document: 'poster', state: 'first-seen' }),
      expect.objectContaining({ document: 'talk', url: null, state: 'not-watched' }),
    ]);
    const again = await check();
    expect(again.map(({ state }) => state)).toEqual(['unchanged', 'unchanged', 'not-watched']);
    expect(again.some(needsSomebody)).toBe(false);
    expect(await openTasks()).toEqual([]);
  });

  it('opens a task for the entries that cite a page whose text changed, once', async () => {
    publish();
    await check();
    publish(LEAFLET.replace('7月', '8月'));
    const [changed] = await check();
    const [task] = await openTasks();
    expect(changed).toMatchObject({ state: 'source-changed', task: task!.id });
    expect(needsSomebody(changed!)).toBe(true);
    expect(task).toMatchObject({
      kind: 'source-changed',
      document: 'leaflet',
      entries: ['card', 'paper'],
      openedAt: now,
    });
    expect(await stateOf('leaflet')).toBe('unchanged');
    expect(await openTasks()).toHaveLength(1);
  });

  it('opens a task for a PDF that was changed, and for a page that only got another date', async () => {
    publish();
    await check();
    publish(LEAFLET.replace('8月1日', '11月1日'), POSTER.replace('0801', '1101'));
    await check();
    expect(await openTasks()).toMatchObject([
      {
        kind: 'source-changed',
        document: 'poster',
        entries: ['poster'],
        note: expect.stringContaining('11月1日'),
      },
      { kind: 'source-moved-date', document: 'leaflet' },
    ]);
  });

  it('opens a task for a page that is gone or leads to the front page, and none when it comes back as it was', async () => {
    publish();
    await check();
    site().pages.set('/leaflet.html', redirect('/')).set('/', page('ようこそ')).delete('/poster.pdf');
    expect((await check()).map(({ state }) => state)).toEqual(['source-gone', 'source-gone', 'not-watched']);
    expect((await check()).map(({ state }) => state)).toEqual(['still-gone', 'still-gone', 'not-watched']);
    publish();
    expect(await stateOf('leaflet')).toBe('unchanged');
    expect((await openTasks()).map(({ kind, document }) => [kind, document])).toEqual([
      ['source-gone', 'poster'],
      ['source-gone', 'leaflet'],
    ]);
  });

  it('says where a page has moved to', async () => {
    publish();
    site().pages.set('/leaflet.html', redirect('/new.html', 301)).set('/new.html', page(LEAFLET));
    expect((await check())[0]).toMatchObject({ state: 'first-seen', movedTo: site().url('/new.html') });
  });

  it('finds no change in a page that was only set in another character set', async () => {
    publish('<main>題</main>');
    await check();
    const bytes = Uint8Array.from([0x3c, 0x6d, 0x61, 0x69, 0x6e, 0x3e, 0x91, 0xe8]);
    site().pages.set('/leaflet.html', page(bytes, { 'content-type': 'text/html; charset=Shift_JIS' }));
    expect(await stateOf('leaflet')).toBe('unchanged');
  });

  it('tells of a page that is not reached only after three checks in a row, and opens no task', async () => {
    publish();
    await check();
    site().pages.set('/leaflet.html', status(503));
    const told: boolean[] = [];
    for (let i = 0; i < 3; i++) told.push((await check()).some(needsSomebody));
    expect(told).toEqual([false, false, true]);
    expect((await check())[0]).toMatchObject({ state: 'unreachable', why: 'server-error', failures: 4 });
    publish();
    expect((await check())[0]).toMatchObject({ state: 'unchanged', failures: 0 });
    expect(await openTasks()).toEqual([]);
  });

  it('tells of a page without any text too, instead of taking it for unchanged', async () => {
    publish('<div id="app"></div><script src="app.js"></script>');
    expect((await check())[0]).toMatchObject({ state: 'unreachable', why: 'unreadable' });
  });

  it('asks for what changed only, and for one page at a time', async () => {
    site().pages.set('/leaflet.html', (request, response) => {
      if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
      else page(LEAFLET, { etag: '"1"' })(request, response);
    });
    await check();
    expect(await stateOf('leaflet')).toBe('unchanged');
    expect(site().requests.map(({ url }) => url)).toEqual([
      '/leaflet.html',
      '/poster.pdf',
      '/leaflet.html',
      '/poster.pdf',
    ]);
    expect(site().most()).toBe(1);
  });

  it('keeps what it found where it is stopped in the middle', async () => {
    publish();
    await check();
    const stopping = new AbortController();
    publish(LEAFLET.replace('7月', '8月'));
    site().pages.set('/poster.pdf', () => stopping.abort());
    const { fetching } = checking();
    await expect(check({ fetching: { ...fetching, signal: stopping.signal } })).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(await openTasks()).toMatchObject([{ kind: 'source-changed', document: 'leaflet' }]);
    expect(await stateOf('leaflet')).toBe('unchanged');
  });
});

describe('the daily round', () => {
  const LOG = { info: () => {}, warn: () => {} };

  it('is made by one replica, once a day', async () => {
    publish();
    const another = await openStore(database.url);
    const round = (replica: Store) => runRound(checking({ store: replica }), LOG);
    expect((await Promise.all([round(store), round(another)])).toSorted()).toEqual([false, true]);
    now += 23 * HOUR;
    expect(await round(another)).toBe(false);
    now += HOUR;
    expect(await round(another)).toBe(true);
    expect(site().requests).toHaveLength(4);
    await another.close();
  });

  it('is made by the next one where it was not brought to its end', async () => {
    publish();
    const broken = { ...store.sources, save: () => Promise.reject(new Error('power cut')) };
    await expect(runRound(checking({ store: { tasks: store.tasks, sources: broken } }), LOG)).rejects.toThrow(
      'power cut',
    );
    expect(await runRound(checking(), LOG)).toBe(false);
    now += HOUR;
    expect(await runRound(checking(), LOG)).toBe(true);
  });

  it('tells the log which documents to look at, and nothing of what they say', async () => {
    const warned = Promise.withResolvers<object>();
    const done = Promise.withResolvers<object>();
    const stop = checkDaily(checking(), { info: done.resolve, warn: warned.resolve });
    expect(await warned.promise).toEqual({
      source: 'leaflet',
      state: 'source-gone',
      task: expect.any(Number),
      why: null,
      failures: 0,
    });
    expect(await done.promise).toEqual({ sources: 'checked', documents: 2 });
    await stop();
  });

  it('ends at once when the server stops', async () => {
    const asked = Promise.withResolvers<void>();
    site().pages.set('/leaflet.html', () => asked.resolve());
    const stop = checkDaily(checking(), LOG);
    await asked.promise;
    await stop();
    expect(site().requests).toHaveLength(1);
  });

  it('waits for the next hour where the database cannot be used', async () => {
    const warned = Promise.withResolvers<object>();
    await store.close();
    const stop = checkDaily(checking(), { info: () => {}, warn: warned.resolve });
    expect(await warned.promise).toEqual({ sources: 'not checked', error: 'StoreUnavailable' });
    await stop();
    store = await openStore(database.url);
  });
});
