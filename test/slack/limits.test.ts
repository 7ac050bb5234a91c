import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readKnowledge } from '../../bin/assemble.ts';
import { LIMITS, READABLE } from '../../bots/slack/limits.ts';
import { homeOf } from '../../bots/slack/render/home.ts';
import { messageOf } from '../../bots/slack/render/message.ts';
import { datesModal, pasteModal, reportModal } from '../../bots/slack/render/modals.ts';
import { faultsOfMessage, faultsOfView, textOf } from '../../bots/slack/validate.ts';
import { OTHER_INSURER } from '../../src/conversation/index.ts';
import { RULES, SLOTS } from '../../src/rules/index.ts';
import { ALL, type CounterView, createCounter, createLookup, NATIONWIDE } from '../../src/staff/index.ts';
import type { IsoDate } from '../../src/text/index.ts';
import { TODAY } from './bot.ts';

const knowledge = readKnowledge();
const { entries, insurers } = knowledge.kb;
const ids = Object.keys(entries);
const own = fc.constantFrom(undefined, ...Object.keys(insurers));

function counterOver(found: readonly string[], ownInsurer?: string) {
  const lookup = createLookup(knowledge, () => found);
  return createCounter({ knowledge, lookup, ownInsurer, report: async () => {} });
}

/** What Slack would refuse of a view, as its adapter shows it. */
function faultsOf(view: CounterView): readonly unknown[] {
  switch (view.kind) {
    case 'help':
    case 'found':
    case 'post':
    case 'sentence': {
      const { text, blocks } = messageOf(view);
      const long = textOf(blocks) > READABLE.message || text.length > LIMITS.fallback ? ['too long'] : [];
      return [...faultsOfMessage(blocks), ...long];
    }
    case 'paste':
      return faultsOfView(pasteModal(view));
    case 'report-form':
      return faultsOfView(reportModal(view, { sentence: 'もう一度', note: 'x'.repeat(500) }));
    case 'dates':
      return faultsOfView(datesModal(view));
  }
}

describe('every view of the knowledge base stays within Slack’s limits', () => {
  const wheres = [ALL, NATIONWIDE, ...Object.keys(insurers)];
  const cards = ids.flatMap((entry) =>
    wheres.flatMap((whose) => [false, true].map((isEasy) => ({ entry, whose, isEasy }))),
  );

  test.each(['card', 'post', 'paste', 'report-form', 'dates-of'] as const)(
    'each entry, insurer and wording: %s',
    (kind) => {
      const counter = counterOver(ids);
      const wrong = cards.flatMap((card) => {
        const view = counter.view({ kind, card }, TODAY);
        return faultsOf(view).map((fault) => ({ card, fault }));
      });
      expect(wrong).toEqual([]);
      expect(cards).toHaveLength(ids.length * wheres.length * 2);
    },
  );

  test('whatever list is found', () => {
    const lists = fc.shuffledSubarray(ids, { maxLength: 12 });
    fc.assert(
      fc.property(lists, own, (found, insurer) => {
        const view = counterOver(found, insurer).view({ kind: 'look-up', text: '何か' }, TODAY);
        expect(view.kind).toBe(found.length === 0 ? 'sentence' : 'found');
        expect(faultsOf(view)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('whatever dates are filled in', () => {
    const date = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10) as IsoDate);
    const request = fc.record({
      rule: fc.constantFrom(undefined, ...RULES),
      insurer: fc.constantFrom(undefined, OTHER_INSURER, ...Object.keys(insurers)),
      facts: fc.dictionary(fc.constantFrom(...SLOTS), date),
      unknown: fc.uniqueArray(fc.constantFrom(...SLOTS)),
    });
    fc.assert(
      fc.property(request, (dates) => {
        expect(faultsOf(counterOver(ids).view({ kind: 'dates', dates }, TODAY))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('App Home on any day, with any questions', async () => {
    const counter = counterOver(ids);
    for (const day of ['2026-11-22', '2028-01-01', '2020-01-01']) {
      const home = await counter.home(day as IsoDate);
      const missed = Array.from({ length: 40 }, () => ({ text: '<&>'.repeat(500), count: 9, lastAt: 0 }));
      expect(faultsOfView(homeOf({ ...home, missed }, 'https://faq.example.jp/staff'))).toEqual([]);
    }
  });
});

describe('hostile texts', () => {
  const spice = fc.constantFrom(
    '<!channel>',
    '<@U123>',
    '<#C1|x>',
    '<!here|',
    '<http://x|y>',
    '&lt;',
    '*',
    '>',
    '😀',
    '\n',
    '`',
  );
  const nasty = fc
    .array(
      fc.oneof(
        spice,
        fc.string({ maxLength: 5, unit: 'binary' }).map((bytes) => bytes.toWellFormed()),
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('').trim() || 'x');
  const long = nasty.map((once) => once.repeat(1 + 3_500 / once.length));
  const text = fc.oneof({ weight: 4, arbitrary: nasty }, { weight: 1, arbitrary: long });
  const source = fc.record({
    document: fc.constant('d'),
    section: text,
    title: text,
    date: fc.constant(TODAY),
    url: fc.oneof(fc.constantFrom('javascript:alert(1)', 'https://example.jp/a|b<c>', 'nothing'), text),
  });
  const answer = fc.record({
    entry: fc.constant('lost'),
    title: text,
    insurer: fc.constantFrom(undefined, 'north'),
    insurerName: text,
    text,
    holds: fc.constant(true),
    asOfNote: text,
    sources: fc.array(source, { maxLength: 2 }),
  });
  const card = { entry: 'lost', whose: ALL, isEasy: false };
  const actions = text.map((label) => [{ kind: 'card', label, card }] as const);
  const found = fc
    .array(
      fc.record({
        title: text,
        categoryLabel: text,
        remark: text,
        answers: fc.array(answer, { maxLength: 10 }),
        actions,
      }),
      {
        minLength: 1,
        maxLength: 3,
      },
    )
    .map(
      (cards): CounterView => ({
        kind: 'found',
        cards: cards.map(({ remark, answers, ...each }) => ({
          ...each,
          entry: 'lost',
          isSensitive: false,
          remarks: [remark],
          answers: answers.map((one) => ({ answer: one, actions: each.actions })),
        })),
        others: [],
      }),
    );
  const views = fc.oneof(
    { weight: 3, arbitrary: found },
    fc
      .array(answer, { minLength: 1, maxLength: 20 })
      .map((answers): CounterView => ({ kind: 'post', answers })),
    text.map((sentence): CounterView => ({ kind: 'sentence', sentence })),
    text.map((pasted): CounterView => ({ kind: 'paste', title: pasted, text: pasted })),
    text.map((title): CounterView => ({ kind: 'report-form', card, title })),
  );

  test('are shown within the limits, and mention nobody', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(faultsOf(view)).toEqual([]);
        if (view.kind === 'paste' || view.kind === 'report-form' || view.kind === 'dates') return;
        const { text: fallback, blocks } = messageOf(view);
        for (const shown of [fallback, ...mrkdwnOf(blocks)]) {
          expect(shown.replaceAll(/<https?:[^<>|]*\|[^<>|]*>/g, '')).not.toMatch(/[<>]/);
          expect(shown).not.toMatch(/&(?!(?:amp|lt|gt);)/);
        }
      }),
      // A view that failed would take minutes to be made smaller.
      { numRuns: 150, endOnFailure: true },
    );
  });

  function mrkdwnOf(value: unknown): readonly string[] {
    if (Array.isArray(value)) return value.flatMap(mrkdwnOf);
    if (typeof value !== 'object' || value === null) return [];
    const { type, text: inner } = value as { type?: string; text?: unknown };
    if (type === 'mrkdwn') return [String(inner)];
    return Object.values(value).flatMap(mrkdwnOf);
  }
});

describe('the validator', () => {
  const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
  const button = (over: object = {}) => ({
    type: 'button',
    action_id: 'a',
    text: { type: 'plain_text', text: 'x' },
    ...over,
  });
  const actions = (...elements: readonly object[]) => ({ type: 'actions', elements });
  const modal = (over: object) => ({
    type: 'modal',
    title: { type: 'plain_text', text: 'x' },
    blocks: [section('x')],
    ...over,
  });
  const repeat = <T>(times: number, what: T) => Array.from({ length: times }, () => what);

  test.each([
    ['50 blocks', repeat(50, section('x'))],
    ['3,000 characters', [section('x'.repeat(3_000))]],
    ['a value of 2,000', [actions(button({ value: 'x'.repeat(2_000) }))]],
    ['25 buttons', [actions(...Array.from({ length: 25 }, (_, i) => button({ action_id: `a${i}` })))]],
  ])('lets %s pass', (_what, blocks) => {
    expect(faultsOfMessage(blocks)).toEqual([]);
  });

  test.each([
    ['no blocks', [], 'blocks'],
    ['51 blocks', repeat(51, section('x')), 'blocks'],
    ['3,001 characters', [section('x'.repeat(3_001))], 'blocks[0].text.text'],
    ['an empty text', [section('')], 'blocks[0].text.text'],
    ['too much in all', repeat(6, section('x'.repeat(2_900))), 'blocks'],
    [
      'a header of 151',
      [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }],
      'blocks[0].text.text',
    ],
    ['a value of 2,001', [actions(button({ value: 'x'.repeat(2_001) }))], 'blocks[0].elements[0].value'],
    [
      'a label of 76',
      [actions(button({ text: { type: 'plain_text', text: 'x'.repeat(76) } }))],
      'blocks[0].elements[0].text.text',
    ],
    ['an action twice', [actions(button(), button())], 'blocks[0].elements'],
    [
      '26 buttons',
      [actions(...Array.from({ length: 26 }, (_, i) => button({ action_id: `a${i}` })))],
      'blocks[0].elements',
    ],
    [
      '11 fields',
      [{ type: 'section', fields: repeat(11, { type: 'mrkdwn', text: 'x' }) }],
      'blocks[0].fields',
    ],
    ['an unknown block', [{ type: 'marquee' }], 'blocks[0].type'],
    ['an unknown property', [{ ...section('x'), colour: 'red' }], 'blocks[0]'],
    [
      'an input in a message',
      [{ type: 'input', label: { type: 'plain_text', text: 'x' } }],
      'blocks[0].type',
    ],
  ])('refuses %s', (_what, blocks, path) => {
    expect(faultsOfMessage(blocks).map((fault) => fault.path)).toContain(path);
  });

  test.each([
    ['a title of 25', { title: { type: 'plain_text', text: 'x'.repeat(25) } }, 'view.title.text'],
    ['metadata of 3,001', { private_metadata: 'x'.repeat(3_001) }, 'view.private_metadata'],
    ['101 blocks', { blocks: repeat(101, section('x')) }, 'view.blocks'],
    [
      'an input without submit',
      {
        blocks: [
          {
            type: 'input',
            label: { type: 'plain_text', text: 'x' },
            element: { type: 'datepicker', action_id: 'a' },
          },
        ],
      },
      'view',
    ],
  ])('refuses a modal with %s', (_what, over, path) => {
    expect(faultsOfView(modal(over)).map((fault) => fault.path)).toContain(path);
  });
});
