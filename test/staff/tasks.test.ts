import { describe, expect, it } from 'vitest';
import { loadKnowledgeBase } from '../../src/knowledge/index.ts';
import {
  citingEntries,
  type NewTask,
  openReport,
  type SourceFinding,
  sourceTask,
} from '../../src/staff/index.ts';
import { isoDate } from '../../src/text/index.ts';
import { answer, entry, yamlOf } from '../fixtures/knowledge.ts';

const TODAY = isoDate('2026-11-22')!;
const { kb } = loadKnowledgeBase(
  yamlOf((d) => {
    d.documents.poster = { title: 'はりがみ', publisher: '甲市', date: '2026-08-01', sections: ['表'] };
    const fromPoster = { citations: [{ document: 'poster', section: '表' }] };
    d.entries = {
      past: entry('むかし', [
        answer('前', { ...fromPoster, until: '2026-11-21' }),
        answer('今', { from: '2026-11-22' }),
      ]),
      today: entry('きょう', [answer('今', { ...fromPoster, until: '2026-11-22' })]),
      later: entry('あした', [answer('次', { ...fromPoster, from: '2026-11-23' })]),
      other: entry('べつ'),
    };
  }),
  'kb.yaml',
);

describe('the entries that cite a document', () => {
  it('are those with an answer that is right today or later', () =>
    expect(citingEntries(kb, 'poster', TODAY)).toEqual(['today', 'later']));

  it('are none where nobody cites it', () => expect(citingEntries(kb, 'nothing', TODAY)).toEqual([]));
});

describe('a task about a page', () => {
  const since = Date.UTC(2026, 10, 20, 15);
  const moved = { from: isoDate('2024-11-05')!, to: isoDate('2026-11-22')! };
  const document = { id: 'poster', title: 'はりがみ', url: 'https://www.city.example.jp/poster.html' };

  it.each<[SourceFinding, string]>([
    [
      { kind: 'source-changed', since, updated: undefined },
      '令和8年11月21日(2026年11月21日)に確かめたときから、本文が変わりました。引用',
    ],
    [
      { kind: 'source-changed', since, updated: moved },
      '更新日も、令和6年11月5日(2024年11月5日)から令和8年11月22日(2026年11月22日)に変わりました。引用',
    ],
    [{ kind: 'source-gone', why: 'not-found' }, 'ページがなくなりました。新しい場所を探して'],
    [{ kind: 'source-gone', why: 'front-page' }, 'サイトの表紙に転送される'],
    [
      { kind: 'source-moved-date', since, updated: moved },
      '本文は令和8年11月21日(2026年11月21日)に確かめたときと同じ',
    ],
    [
      { kind: 'source-moved-date', since: undefined, updated: moved },
      '知識ベースの資料は令和6年11月5日(2024年11月5日)のものですが、ページは令和8年11月22日(2026年11月22日)に更新',
    ],
  ])('says where to look, what happened and what to do: %o', (finding, said) => {
    const task = sourceTask(finding, document, ['today', 'later']);
    expect(task).toMatchObject({ kind: finding.kind, document: 'poster', entries: ['today', 'later'] });
    expect(task.note).toContain('はりがみ\nhttps://www.city.example.jp/poster.html\n');
    expect(task.note).toContain(said);
    expect(task.note).toMatch(/今も正しいか、ご確認ください。$/);
  });
});

describe('a report of staff', () => {
  const opened: NewTask[] = [];
  const tasks = { open: async (task: NewTask) => opened.push(task) };
  const noteOf = async (insurer: string | undefined, note: string, entry = 'other') => {
    await openReport(tasks, kb, { entry, insurer, note, by: '青木' }, 0);
    return opened.at(-1)!.note;
  };

  it('is a task for the entry that names the answer, the remark and who to ask', async () => {
    expect(await openReport(tasks, kb, { entry: 'other', insurer: 'north', note: '', by: '青木' }, 0)).toBe(
      1,
    );
    expect(opened[0]).toMatchObject({ kind: 'reported', document: null, entries: ['other'] });
    expect(await noteOf('north', ' 令和9年7月31日までのはず\n')).toBe(
      '「べつ」(北市)の答えが、まちがいか古いかもしれません。\n令和9年7月31日までのはず\n知らせた人: 青木',
    );
    expect(await noteOf(undefined, '')).toBe(
      '「べつ」(全国共通)の答えが、まちがいか古いかもしれません。\n知らせた人: 青木',
    );
  });

  it('is kept where the entry has been taken away meanwhile', async () =>
    expect(await noteOf('west', '', 'gone')).toContain('「gone」(west)'));
});
