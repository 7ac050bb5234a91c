import { describe, expect, it } from 'vitest';
import { createKnowledge, holdsOn, loadKnowledgeBase } from '../../src/knowledge/index.ts';
import type { IsoDate } from '../../src/text/index.ts';
import { answer, type DraftAnswer, entry, yamlOf } from '../fixtures/knowledge.ts';

const day = (text: string) => text as IsoDate;
const TODAY = day('2026-11-21');

function knowledgeOf(...answers: DraftAnswer[]) {
  return createKnowledge(
    loadKnowledgeBase(
      yamlOf((d) => {
        d.entries.card = entry('カード', answers);
      }),
      'kb.yaml',
    ).kb,
  );
}
const said = (resolved: ReturnType<ReturnType<typeof knowledgeOf>['entry']>) =>
  resolved.scope === 'silent' ? 'silent' : `${resolved.scope}: ${resolved.answer.text}`;

describe('whose answer', () => {
  const both = knowledgeOf(answer('全国'), answer('北', { insurer: 'north' }));
  const northOnly = knowledgeOf(answer('北', { insurer: 'north' }));

  it.each([
    ['north', 'insurer: 北', 'their own'],
    ['south', 'national: 全国', 'the national one where they have none'],
    [undefined, 'national: 全国', 'or where nobody knows who they are'],
    ['west', 'national: 全国', 'or where they are insured elsewhere'],
    ['', 'national: 全国', 'or said nothing'],
  ])('%s: %s (%s)', (insurer, text, _why) => expect(said(both.entry('card', insurer, TODAY))).toBe(text));

  it.each([['south'], [undefined], ['constructor']])('never the one of another insurer: %s', (insurer) => {
    expect(said(northOnly.entry('card', insurer, TODAY))).toBe('silent');
  });

  it('depends on the insurer where one has an answer of its own that day', () => {
    expect(both.differs('card', TODAY)).toBe(true);
    expect(both.differs('paper', TODAY)).toBe(false);
    expect(
      knowledgeOf(answer('全国'), answer('北', { insurer: 'north', until: '2026-11-20' })).differs(
        'card',
        TODAY,
      ),
    ).toBe(false);
  });
});

describe('from the first day to the last, both inclusive', () => {
  const knowledge = knowledgeOf(
    answer('前', { until: '2026-07-31' }),
    answer('今', { from: '2026-08-01', until: '2027-07-31' }),
    answer('北', { insurer: 'north', from: '2026-09-01', until: '2026-09-30' }),
  );
  it.each([
    ['2026-07-30', 'north', 'national: 前'],
    ['2026-07-31', 'north', 'national: 前'],
    ['2026-08-01', 'north', 'national: 今'],
    ['2026-08-31', 'north', 'national: 今'],
    ['2026-09-01', 'north', 'insurer: 北'],
    ['2026-09-30', 'north', 'insurer: 北'],
    ['2026-10-01', 'north', 'national: 今'],
    ['2026-09-30', 'south', 'national: 今'],
    ['2027-07-31', 'north', 'national: 今'],
    ['2027-08-01', 'north', 'silent'],
  ])('%s, %s: %s', (asOf, insurer, text) => {
    expect(said(knowledge.entry('card', insurer, day(asOf)))).toBe(text);
  });

  it.each([
    [{}, true],
    [{ from: day('2026-11-22') }, false],
    [{ from: TODAY }, true],
    [{ until: TODAY }, true],
    [{ until: day('2026-11-20') }, false],
    [{ from: TODAY, until: TODAY }, true],
  ])('%j holds on 2026-11-21: %s', (span, holds) => expect(holdsOn(span, TODAY)).toBe(holds));
});

it.each([['nothing'], [''], ['constructor'], ['__proto__'], ['toString']])(
  'no entry "%s": a mistake of the program',
  (id) => {
    const knowledge = knowledgeOf(answer('あ'));
    expect(() => knowledge.entry(id, undefined, TODAY)).toThrow(`knowledge base has no entry "${id}"`);
    expect(() => knowledge.differs(id, TODAY)).toThrow(`knowledge base has no entry "${id}"`);
  },
);
