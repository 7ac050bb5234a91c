import { describe, expect, test } from 'vitest';
import { createKnowledge, knowledgeBaseSchema } from '../../src/knowledge/index.ts';
import {
  ALL,
  type CounterPorts,
  type CounterView,
  createCounter,
  createLookup,
  NATIONWIDE,
} from '../../src/staff/index.ts';
import type { IsoDate } from '../../src/text/index.ts';
import { answer, entry, smallBase } from '../fixtures/knowledge.ts';

const TODAY = '2026-11-22' as IsoDate;
const base = smallBase();
const easy = (text: string, plain: string, over = {}) =>
  ({ ...answer(text, over), easy: plain }) as ReturnType<typeof answer>;
base.entries = {
  lost: entry('紛失', [
    answer('南の答え。', { insurer: 'south' }),
    easy('北の答え。', 'きたの こたえ。', { insurer: 'north' }),
    answer('全国の答え。'),
  ]),
  south: entry('南だけ', [answer('南だけの答え。', { insurer: 'south' })]),
  support: { ...entry('支援'), sensitive: 'dv' } as ReturnType<typeof entry>,
  moved: entry('転居'),
};
const knowledge = createKnowledge(knowledgeBaseSchema.parse(base));

function counterOf(found: readonly string[], over: Partial<CounterPorts> = {}) {
  const lookup = createLookup(knowledge, () => found);
  return createCounter({ knowledge, lookup, ownInsurer: undefined, ...over });
}

function cardsOf(view: CounterView) {
  if (view.kind !== 'found') throw new Error(view.kind);
  return view.cards;
}
const textsOf = (view: CounterView) =>
  cardsOf(view).map(({ answers }) => answers.map((shown) => shown.answer.text));
const lookUp = (text: string, ...args: Parameters<typeof counterOf>) =>
  counterOf(...args).view({ kind: 'look-up', text }, TODAY);
const show = (entryId: string, whose: string, isEasy = false) =>
  counterOf([]).view({ kind: 'card', card: { entry: entryId, whose, isEasy } }, TODAY);

describe('looking up', () => {
  test('without an insurer of one’s own shows all of them, what holds nationwide first', () => {
    expect(textsOf(lookUp('紛失', ['lost']))).toEqual([['全国の答え。', '南の答え。', '北の答え。']]);
  });

  test('with an insurer of one’s own shows its answer, or the nationwide one', () => {
    expect(textsOf(lookUp('x', ['lost', 'moved'], { ownInsurer: 'north' }))).toEqual([
      ['北の答え。'],
      ['転居です。'],
    ]);
  });

  test('an insurer that is named goes before one’s own', () => {
    expect(textsOf(lookUp('南市 紛失', ['lost'], { ownInsurer: 'north' }))).toEqual([['南の答え。']]);
  });

  test('where the insurer’s document is silent says so, and names the others as such', () => {
    const [card] = cardsOf(lookUp('x', ['south'], { ownInsurer: 'north' }));
    expect(card!.remarks[0]).toContain('北市の資料には、この項目の答えがありません。');
    expect(card!.answers[0]!.answer.insurerName).toBe('南市');
  });

  test('shows at most three entries with their answers, and names five more', () => {
    const many = ['moved', 'lost', 'south', 'support', 'moved'];
    const view = lookUp('x', many, { ownInsurer: 'south' });
    expect(cardsOf(view)).toHaveLength(3);
    expect(view).toMatchObject({ others: [{ label: '支援' }, { label: '転居' }] });
  });

  test('shows fewer where their answers would be too many to read', () => {
    expect(cardsOf(lookUp('x', ['lost', 'lost', 'lost']))).toHaveLength(2);
  });
});

describe('an entry', () => {
  test('in easy words, where there are such', () => {
    expect(textsOf(show('lost', ALL, true))).toEqual([['全国の答え。', '南の答え。', 'きたの こたえ。']]);
  });

  test('nationwide alone', () => {
    expect(textsOf(show('lost', NATIONWIDE))).toEqual([['全国の答え。']]);
  });

  test('what leaves the talk is never another insurer’s in place of the one that was meant', () => {
    const card = { entry: 'south', whose: 'north', isEasy: false };
    for (const kind of ['post', 'paste'] as const) {
      expect(counterOf([]).view({ kind, card }, TODAY).kind).toBe('sentence');
    }
  });

  test('about violence can neither be posted nor reported', () => {
    const card = { entry: 'support', whose: ALL, isEasy: false };
    const counter = counterOf([], { report: async () => {} });
    for (const kind of ['post', 'report-form'] as const) {
      expect(counter.view({ kind, card }, TODAY)).toMatchObject({ kind: 'sentence' });
    }
    const [shown] = cardsOf(counter.view({ kind: 'card', card }, TODAY));
    const actions = [...shown!.actions, ...shown!.answers.flatMap((each) => each.actions)];
    expect(actions.map(({ kind }) => kind)).toEqual(['paste']);
  });
});

describe('reporting', () => {
  test('about violence, or of what is not there, is refused, and nothing is stored', async () => {
    const reports: unknown[] = [];
    const counter = counterOf([], { report: async (report) => void reports.push(report) });
    const of = (entryId: string) => ({ entry: entryId, whose: ALL, isEasy: false });
    expect(await counter.report(of('support'), '古い', 'x')).toBe('refused');
    expect(await counter.report(of('gone'), '古い', 'x')).toBe('refused');
    expect(await counter.report(of('constructor'), '古い', 'x')).toBe('refused');
    expect(reports).toEqual([]);
  });

  test('all insurers together names none', async () => {
    const reports: unknown[] = [];
    const counter = counterOf([], { report: async (report) => void reports.push(report) });
    await counter.report({ entry: 'lost', whose: ALL, isEasy: false }, ' ', 'slack:U1');
    expect(reports).toEqual([{ entry: 'lost', insurer: null, note: null, by: 'slack:U1' }]);
  });
});

test('the home without a queue has none, and with one that fails says that it is not there now', async () => {
  expect((await counterOf([]).home(TODAY)).missed).toBeUndefined();
  const failing = counterOf([], { missed: () => Promise.reject(new Error('down')) });
  expect((await failing.home(TODAY)).missed).toBe('unavailable');
});
