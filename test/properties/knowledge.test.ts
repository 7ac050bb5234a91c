import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createKnowledge, lintKnowledgeBase, loadKnowledgeBase } from '../../src/knowledge/index.ts';
import type { IsoDate } from '../../src/text/index.ts';
import { answer, entry, yamlOf } from '../fixtures/knowledge.ts';

/** Days of one month, so that periods touch, overlap and leave gaps often. */
const dayOfMonth = fc.integer({ min: 1, max: 28 });
const iso = (day: number) => `2026-02-${String(day).padStart(2, '0')}` as IsoDate;
const period = fc
  .tuple(fc.option(dayOfMonth), fc.option(dayOfMonth), fc.constantFrom(undefined, 'north', 'south'))
  .map(([a, b, insurer]) => {
    const [from, until] = a !== null && b !== null && a > b ? [b, a] : [a, b];
    return { from, until, insurer };
  });
type Period = {
  readonly from: number | null;
  readonly until: number | null;
  readonly insurer: string | undefined;
};

function baseOf(periods: readonly Period[]) {
  const answers = periods.map(({ from, until, insurer }, i) =>
    answer(`${i}`, {
      ...(insurer === undefined ? {} : { insurer }),
      ...(from === null ? {} : { from: iso(from) }),
      ...(until === null ? {} : { until: iso(until) }),
    }),
  );
  return loadKnowledgeBase(
    yamlOf((d) => {
      d.entries.card = entry('カード', answers);
    }),
    'kb.yaml',
  );
}

/** Whether a period has a day, by counting. */
const covers = ({ from, until }: Period, day: number) => (from ?? 0) <= day && day <= (until ?? 99);

it('never another insurer’s answer, never one of another day; the own one first', () => {
  fc.assert(
    fc.property(
      fc.array(period, { minLength: 1, maxLength: 5 }),
      fc.constantFrom('north', 'south', 'west', undefined),
      dayOfMonth,
      (periods, insurer, day) => {
        const current = periods.map((each, i) => ({ ...each, i })).filter((each) => covers(each, day));
        const own = insurer === undefined ? undefined : current.find((each) => each.insurer === insurer);
        const national = current.find((each) => each.insurer === undefined);
        const resolved = createKnowledge(baseOf(periods).kb).entry('card', insurer, iso(day));
        const expected = own
          ? ['insurer', `${own.i}`]
          : national
            ? ['national', `${national.i}`]
            : ['silent', undefined];
        expect([resolved.scope, resolved.scope === 'silent' ? undefined : resolved.answer.text]).toEqual(
          expected,
        );
      },
    ),
    { numRuns: 150 },
  );
});

it('lint reports overlaps exactly where two answers to one resident share a day', () => {
  fc.assert(
    fc.property(fc.array(period, { minLength: 1, maxLength: 4 }), (periods) => {
      const days = Array.from({ length: 30 }, (_, i) => i);
      const overlap = days.some((day) => {
        const insurers = periods.filter((each) => covers(each, day)).map(({ insurer }) => insurer);
        return new Set(insurers).size < insurers.length;
      });
      const messages = lintKnowledgeBase(baseOf(periods), iso(1)).map(({ message }) => message);
      expect(messages.some((message) => message.includes('重なっています'))).toBe(overlap);
    }),
    { numRuns: 300 },
  );
});
