import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readKnowledge } from '../../bin/assemble.ts';
import { OTHER_INSURER } from '../../src/conversation/index.ts';
import { evaluate, type Facts, RULES, SLOTS } from '../../src/rules/index.ts';
import { type DatesRequest, datesView } from '../../src/staff/index.ts';
import type { IsoDate } from '../../src/text/index.ts';

const TODAY = '2026-11-22' as IsoDate;
const knowledge = readKnowledge();
const NOTHING: DatesRequest = { rule: undefined, insurer: undefined, facts: {}, unknown: [] };
const view = (over: Partial<DatesRequest>) => datesView(knowledge, { ...NOTHING, ...over }, TODAY);

describe('the form of the date rules', () => {
  test('begins with the rule and the insurer, each rule named by its entry', () => {
    const { rules, insurers, fields, answer } = view({});
    expect(rules.map(({ id }) => id).toSorted()).toEqual(RULES.toSorted());
    expect(insurers.at(-1)).toEqual({ id: OTHER_INSURER, label: 'そのほか' });
    expect({ fields, answer }).toEqual({ fields: [], answer: { kind: 'choose' } });
  });

  test('a rule or an insurer that is not there is chosen anew', () => {
    expect(view({ rule: 'leave-nhi', insurer: 'nowhere' }).answer.kind).toBe('choose');
  });

  test('shows what it was worked out from beside how it came about', () => {
    const facts: Facts = { joinedOn: '2026-11-01' as IsoDate };
    const { answer } = view({ rule: 'leave-nhi', insurer: 'takasaki', facts });
    expect(answer).toMatchObject({
      kind: 'outcome',
      given: ['他の健康保険に加入した日：令和8年11月1日(2026年11月1日)'],
      working: expect.stringContaining('翌日から14日以内'),
    });
  });

  test('leaves out dates that the chosen rule cannot use', () => {
    const facts: Facts = { birthDate: '1956-11-01' as IsoDate };
    const { fields } = view({ rule: 'leave-nhi', insurer: 'takasaki', facts });
    expect(fields.map(({ slot }) => slot)).toEqual(['joinedOn']);
  });

  test('says what the rule itself says, for any dates and insurers', () => {
    const date = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10) as IsoDate);
    const request = fc.record({
      rule: fc.constantFrom(...RULES),
      insurer: fc.constantFrom(OTHER_INSURER, ...Object.keys(knowledge.kb.insurers)),
      facts: fc.dictionary(fc.constantFrom(...SLOTS), date),
      unknown: fc.uniqueArray(fc.constantFrom(...SLOTS)),
    });
    fc.assert(
      fc.property(request, (asked) => {
        const { answer, fields } = view(asked);
        const outcome = evaluate(asked.rule, asked.insurer, asked.facts, TODAY);
        const wanted =
          outcome.kind === 'needs' ? outcome.needs.find((slot) => !asked.unknown.includes(slot)) : undefined;
        const open = wanted === undefined ? 'stuck' : 'ask';
        const told = outcome.kind === 'needs' && outcome.problem !== undefined ? 'problem' : open;
        expect(answer.kind).toBe(outcome.kind === 'needs' ? told : 'outcome');
        if (answer.kind === 'ask') expect(fields.at(-1)).toMatchObject({ slot: wanted, date: undefined });
      }),
    );
  });
});
