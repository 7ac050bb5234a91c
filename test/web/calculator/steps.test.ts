import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { linked, QUESTIONS } from '../../../bots/web/calculator/questions.ts';
import {
  EMPTY_SESSION,
  type Session,
  type Step,
  stepOf,
  withDate,
  withInsurer,
  withoutDate,
  withRule,
} from '../../../bots/web/calculator/steps.ts';
import { evaluate, type RuleId, type Slot } from '../../../src/rules/index.ts';
import { day, facts, insurers, knowledge, rules, TODAY } from './given.ts';

const asked = (rule: RuleId, insurer: string, unknown: readonly Slot[] = []): Step =>
  stepOf({ rule, insurer, facts: {}, unknown }, TODAY);

describe('the steps', () => {
  test('ask what it is about, then for whom, then for the dates', () => {
    const withoutInsurer = withRule(EMPTY_SESSION, 'leave-nhi');
    const whole = withInsurer(withoutInsurer, 'takasaki');
    expect(stepOf(EMPTY_SESSION, TODAY)).toEqual({ kind: 'rule' });
    expect(stepOf(withoutInsurer, TODAY)).toEqual({ kind: 'insurer' });
    expect(stepOf(whole, TODAY)).toEqual({ kind: 'date', slot: 'joinedOn' });
    expect(stepOf(withDate(whole, 'joinedOn', day('2026-11-01')), TODAY)).toMatchObject({
      kind: 'outcome',
      outcome: { kind: 'date', date: '2026-11-15' },
    });
  });

  test('ask nobody for a date where the insurer gives none', () => {
    expect(asked('certificate-validity', 'kameoka')).toMatchObject({
      kind: 'outcome',
      outcome: { kind: 'not-applicable' },
    });
  });

  test('go on to the next telling date for whoever does not know the first, and end where none is left', () => {
    const rule = 'digital-certificate-validity';
    expect(asked(rule, 'ako')).toMatchObject({ slot: 'expiresOn' });
    expect(asked(rule, 'ako', ['expiresOn'])).toMatchObject({ slot: 'issuedOn' });
    expect(asked(rule, 'ako', ['expiresOn', 'issuedOn'])).toMatchObject({ slot: 'birthDate' });
    expect(asked(rule, 'ako', ['expiresOn', 'issuedOn', 'birthDate'])).toEqual({ kind: 'stuck' });
  });

  test('ask again for a date that cannot be, and say why', () => {
    const session: Session = { rule: 'notice-validity', insurer: 'takasaki', facts: {}, unknown: [] };
    const future = withDate(session, 'birthDate', day('2030-01-01'));
    expect(stepOf(future, TODAY)).toEqual({
      kind: 'date',
      slot: 'birthDate',
      problem: '生年月日の{2030-01-01}は、まだ来ていない日です。お手数ですが、もう一度入力してください。',
    });
    expect(stepOf(withoutDate(future, 'birthDate'), TODAY)).toEqual({ kind: 'stuck' });
  });

  it('come to an end with what the rule says of the same facts, whatever the resident knows', () => {
    fc.assert(
      fc.property(rules, insurers, facts, (rule, insurer, known) => {
        let session: Session = { rule, insurer, facts: {}, unknown: [] };
        let step = stepOf(session, TODAY);
        for (let turns = 0; step.kind === 'date' && turns < 8; turns += 1) {
          const date = step.problem === undefined ? known[step.slot] : undefined;
          session = date === undefined ? withoutDate(session, step.slot) : withDate(session, step.slot, date);
          step = stepOf(session, TODAY);
        }
        expect(['stuck', 'outcome']).toContain(step.kind);
        if (step.kind === 'outcome')
          expect(step.outcome).toEqual(evaluate(rule, insurer, session.facts, TODAY));
      }),
      { numRuns: 500 },
    );
  });
});

describe('a link', () => {
  test('opens a question and an insurer', () => {
    expect(linked('?rule=leave-nhi&insurer=takasaki', knowledge)).toEqual({
      rule: 'leave-nhi',
      insurer: 'takasaki',
    });
    expect(linked('?insurer=other', knowledge)).toEqual({ insurer: 'other' });
  });

  test('that names what is not known opens the beginning; a date in it is never read', () => {
    expect(linked('?rule=lottery&insurer=nowhere&birthDate=1956-11-01', knowledge)).toEqual({});
  });
});

test('every question has a label of its own', () => {
  const labels = Object.values(QUESTIONS).map(({ label }) => label);
  expect(new Set(labels).size).toBe(labels.length);
});
