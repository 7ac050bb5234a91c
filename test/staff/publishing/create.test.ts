import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { type Entry, type KnowledgeBase, loadKnowledgeBase } from '../../../src/knowledge/index.ts';
import { createKnowledgeTexts, createPublishing, type Publishing } from '../../../src/staff/index.ts';
import { openStore, type Store } from '../../../src/storage/index.ts';
import { isoDate } from '../../../src/text/index.ts';
import { phrasings, yamlOf } from '../../fixtures/knowledge.ts';

const TODAY = isoDate('2026-11-22')!;
const NOW = Date.UTC(2026, 10, 22);
const MOMENT = { now: NOW, today: TODAY };
const FILE = `# 窓口の知識ベース\n${stringify(parse(yamlOf()), { lineWidth: 0, aliasDuplicateObjects: false })}`;

const kbOf = (yaml: string) => loadKnowledgeBase(yaml, 'kb').kb;

describe('from an edit to a version', () => {
  let store: Store;
  let publishing: Publishing;
  beforeEach(async () => {
    store = await openStore('file::memory:');
    publishing = createPublishing({
      ...store,
      file: FILE,
      texts: createKnowledgeTexts(),
    });
  });
  afterEach(() => store.close());

  /** What somebody makes of the version that holds now. */
  async function propose(by: string, change: (kb: KnowledgeBase) => void, why = '資料が変わった') {
    const { number, yaml } = await publishing.present();
    const kb = structuredClone(kbOf(yaml));
    change(kb);
    return publishing.propose({ rewriting: { kind: 'whole', kb }, base: number, by, why }, MOMENT);
  }
  async function proposed(by: string, change: (kb: KnowledgeBase) => void): Promise<number> {
    const outcome = await propose(by, change);
    if (outcome.kind === 'refused') throw new Error(outcome.sentence);
    return outcome.id;
  }
  const approve = (id: number, by = 'chiba') => publishing.approve(id, { by, why: '確かめた' }, MOMENT);
  const retitle = (id: string, title: string) => (kb: KnowledgeBase) => {
    kb.entries[id]!.title = title;
  };
  const titles = async () =>
    Object.values(kbOf((await publishing.present()).yaml).entries).map(({ title }) => title);

  it('begins with the file, which the first proposal makes version 1', async () => {
    expect(await publishing.present()).toEqual({ number: 0, yaml: FILE });
    const id = await proposed('aoki', retitle('card', 'かーど'));
    expect(await store.versions.current()).toMatchObject({ number: 1, yaml: FILE });
    expect(await store.proposals.get(id)).toMatchObject({ base: 1, by: 'aoki' });
    expect(await approve(id)).toEqual({ kind: 'approved', version: 2 });
    expect((await store.versions.current())!.yaml).toBe(FILE.replace('title: カード', 'title: かーど'));
  });

  it('brings two editors together who changed different fields, whoever is approved first', async () => {
    const one = await proposed('aoki', retitle('card', 'かーど'));
    const other = await proposed('baba', retitle('paper', '紙'));
    expect(await publishing.review(other, TODAY)).toMatchObject({
      kind: 'review',
      changes: [
        {
          kind: 'changed',
          entry: 'paper',
          runs: [
            { kind: 'removed', text: 'かみ' },
            { kind: 'added', text: '紙' },
          ],
        },
      ],
    });
    expect(await approve(one)).toMatchObject({ kind: 'approved' });
    expect(await approve(other)).toMatchObject({ kind: 'approved', version: 3 });
    expect(await titles()).toEqual(['かーど', '紙']);
    expect((await publishing.present()).yaml).toContain('# 窓口の知識ベース');
  });

  it('shows both sides where two editors changed the same field, and overwrites neither', async () => {
    const one = await proposed('aoki', retitle('card', 'かーど'));
    const other = await proposed('baba', retitle('card', 'Card'));
    await approve(one);
    const refusal = {
      kind: 'refused',
      conflicts: [{ entry: 'card', base: 'カード', mine: 'Card', theirs: 'かーど' }],
    };
    expect(await publishing.review(other, TODAY)).toMatchObject({ ...refusal, proposal: { id: other } });
    expect(await approve(other)).toMatchObject(refusal);
    expect(await titles()).toEqual(['かーど', 'かみ']);
    expect(await store.proposals.get(other)).toMatchObject({ state: 'open' });
  });

  it('publishes what came between a look and an approval too', async () => {
    const one = await proposed('aoki', retitle('card', 'かーど'));
    const other = await proposed('baba', retitle('paper', '紙'));
    const outcomes = await Promise.all([approve(one), approve(other, 'doi')]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['approved', 'approved']);
    expect(await titles()).toEqual(['かーど', '紙']);
  });

  it('lets nobody approve what they proposed', async () => {
    const id = await proposed('aoki', retitle('card', 'かーど'));
    expect(await approve(id, 'ＡＯＫＩ')).toMatchObject({
      kind: 'refused',
      sentence: expect.stringContaining('ほかの人'),
    });
    expect(await publishing.giveBack(id, { by: 'Aoki', why: 'やめた' }, NOW)).toMatchObject({
      kind: 'refused',
    });
    expect(await store.versions.latest()).toBe(1);
  });

  it.each([
    ['does not fit the schema', retitle('card', 'あ'.repeat(21)), '20字'],
    ['names what is not there', (kb: KnowledgeBase) => void kb.entries.card!.related.push('none'), 'none'],
    [
      'fails the lint',
      (kb: KnowledgeBase) => void kb.entries.card!.phrasings.push(phrasings('かみ')[1]!),
      '同じ聞き方',
    ],
  ])('refuses a proposal that %s, and keeps nothing of it', async (_what, spoil, said) => {
    const outcome = await propose('aoki', spoil);
    expect(outcome).toMatchObject({ kind: 'refused', sentence: expect.stringContaining('直してください') });
    expect(JSON.stringify(outcome)).toContain(said);
    expect(await store.versions.latest()).toBe(0);
    expect(await store.audit.list({ limit: 9 })).toEqual([]);
  });

  it('refuses an approval where both fit alone, but not together', async () => {
    const one = await proposed('aoki', (kb) => kb.entries.card!.phrasings.push('まったく新しい聞き方です'));
    const other = await proposed('baba', (kb) =>
      kb.entries.paper!.phrasings.push('まったく新しい聞き方です'),
    );
    await approve(one);
    const outcome = await approve(other);
    expect(outcome).toMatchObject({
      kind: 'refused',
      problems: [{ message: expect.stringContaining('同じ聞き方') }],
    });
    expect(await store.versions.latest()).toBe(2);
  });

  it('refuses what changes nothing, has no reason, or comes from nowhere', async () => {
    const sentence = (text: string) => ({ kind: 'refused', sentence: expect.stringContaining(text) });
    expect(await propose('aoki', () => {})).toMatchObject(sentence('変わったところ'));
    expect(await propose('aoki', retitle('card', 'x'), '　')).toMatchObject(sentence('理由'));
    const rewriting = { kind: 'whole', kb: kbOf(FILE) } as const;
    const edit = { rewriting, base: 7, by: 'aoki', why: 'x' };
    expect(await publishing.propose(edit, MOMENT)).toMatchObject(sentence('第7版'));
    expect(await approve(99)).toMatchObject(sentence('決まったか'));
  });

  it('returns a proposal with a reason, and lets its author take one back', async () => {
    const id = await proposed('aoki', retitle('card', 'かーど'));
    expect(await publishing.giveBack(id, { by: 'chiba', why: ' ' }, NOW)).toMatchObject({ kind: 'refused' });
    expect(await publishing.giveBack(id, { by: 'chiba', why: '出典が古い' }, NOW)).toEqual({
      kind: 'returned',
    });
    expect(await approve(id)).toMatchObject({ kind: 'refused' });
    const other = await proposed('aoki', retitle('card', 'かーど'));
    expect(await publishing.withdraw(other, 'chiba', NOW)).toMatchObject({ kind: 'refused' });
    expect(await publishing.withdraw(other, 'aoki', NOW)).toEqual({ kind: 'withdrawn' });
  });

  const entry = (id: string, change: (entry: Entry) => void, base: number, by = 'aoki') => {
    const edited = structuredClone(kbOf(FILE).entries[id] ?? kbOf(FILE).entries.card!);
    change(edited);
    const rewriting = { kind: 'entry', id, entry: edited } as const;
    return publishing.propose({ rewriting, base, by, why: '資料が変わった' }, MOMENT);
  };

  it('takes one entry as it was edited, and leaves every other byte', async () => {
    const outcome = await entry('card', (card) => Object.assign(card, { title: 'かーど' }), 0);
    expect(outcome).toMatchObject({ kind: 'proposed' });
    expect((await store.proposals.get(1))!.yaml).toBe(FILE.replace('title: カード', 'title: かーど'));
    expect(await publishing.proposals({ state: 'open', limit: 9 })).toMatchObject([{ entries: ['card'] }]);
  });

  it('puts a new entry after the last of its category', async () => {
    const asked = Array.from({ length: 20 }, (_, i) => `まだだれもきいていないこと、その${i}`);
    const change = (fresh: Entry) => Object.assign(fresh, { title: 'あたらしい', phrasings: asked });
    expect(await entry('fresh', change, 0)).toMatchObject({ kind: 'proposed' });
    await approve(1);
    expect(Object.keys(kbOf((await publishing.present()).yaml).entries)).toEqual(['card', 'paper', 'fresh']);
  });

  it('tells whoever edits which proposals wait for the same entry', async () => {
    expect(await publishing.draft('card')).toMatchObject({ kind: 'draft', version: 0, waiting: [] });
    const id = await proposed('aoki', retitle('card', 'かーど'));
    const waiting = [{ id, by: 'aoki', at: NOW }];
    expect(await publishing.draft('card')).toMatchObject({ entry: { title: 'カード' }, version: 1, waiting });
    expect(await publishing.draft('paper')).toMatchObject({ waiting: [] });
    const none = await publishing.draft('constructor');
    expect(none).toMatchObject({ kind: 'draft', entry: undefined });
  });

  it('lets its author go on from a proposal that was sent back, on the version that it was made from', async () => {
    const id = await proposed('aoki', retitle('card', 'かーど'));
    await approve(await proposed('baba', retitle('paper', '紙')));
    await publishing.giveBack(id, { by: 'chiba', why: '漢字で' }, NOW);
    expect(await publishing.draft('card', id)).toMatchObject({ entry: { title: 'かーど' }, version: 1 });
    expect(await publishing.draft('card', 99)).toMatchObject({ kind: 'refused' });
  });

  it('tells an editor at once whose version has been overtaken, and keeps all of both for the next attempt', async () => {
    await approve(
      await proposed('baba', (kb) => {
        kb.entries.card!.title = 'かーど';
        kb.entries.card!.review = isoDate('2027-01-01')!;
      }),
    );
    const change = (card: Entry) => {
      card.title = 'Card';
      card.answers[0]!.text = 'あたらしい文です。';
    };
    const outcome = await entry('card', change, 1);
    expect(outcome).toMatchObject({
      kind: 'refused',
      conflicts: [{ entry: 'card', base: 'カード', mine: 'Card', theirs: 'かーど' }],
      overridden: { version: 2 },
    });
    expect(await store.proposals.list({ state: 'open', limit: 9 })).toEqual([]);
    const { kb } = outcome.kind === 'refused' ? outcome.overridden! : { kb: undefined };
    expect(kb!.entries.card).toMatchObject({
      title: 'Card',
      review: '2027-01-01',
      answers: [{ text: 'あたらしい文です。' }, ...kb!.entries.card!.answers.slice(1)],
    });
  });

  it('shows what a decided proposal was, and what each version changed', async () => {
    const id = await proposed('aoki', retitle('card', 'かーど'));
    await approve(id);
    const changes = [{ kind: 'changed', entry: 'card', where: expect.stringContaining('題名') }];
    expect(await publishing.review(id, TODAY)).toMatchObject({ kind: 'review', changes });
    expect(await publishing.version(2)).toMatchObject({
      version: { number: 2, approvedBy: 'chiba' },
      changes,
    });
    expect(await publishing.version(1)).toMatchObject({ kind: 'version', changes: [] });
    expect(await publishing.version(9)).toMatchObject({ kind: 'refused' });
    expect((await publishing.history(9)).map(({ number }) => number)).toEqual([2, 1]);
  });

  it('returns to an earlier version in one step, as a new version', async () => {
    await approve(await proposed('aoki', retitle('card', 'かーど')));
    const reason = { by: 'chiba', why: '誤りがあった' };
    expect(await publishing.returnTo(1, reason, NOW)).toEqual({ kind: 'published', version: 3 });
    expect(await store.versions.current()).toMatchObject({ number: 3, from: 1, yaml: FILE, by: 'chiba' });
    expect(await publishing.returnTo(3, reason, NOW)).toMatchObject({ kind: 'refused' });
    expect(await publishing.returnTo(9, reason, NOW)).toMatchObject({ kind: 'refused' });
    expect(await publishing.returnTo(2, { by: 'chiba', why: '' }, NOW)).toMatchObject({ kind: 'refused' });
    expect(await publishing.returnTo(2, reason, NOW)).toMatchObject({ kind: 'published', version: 4 });
  });

  it('writes a line of the audit log for each step', async () => {
    await approve(await proposed('aoki', retitle('card', 'かーど')));
    const lines = await store.audit.list({ limit: 9 });
    expect(lines.map(({ who, action, subject, why }) => [who, action, subject, why])).toEqual([
      ['chiba', 'proposal.approve', '1', '確かめた'],
      ['aoki', 'proposal.add', '1', '資料が変わった'],
      ['aoki', 'version.publish', '1', expect.stringContaining('最初の版')],
    ]);
  });
});
