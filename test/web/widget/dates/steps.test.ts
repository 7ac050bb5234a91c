import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  newSession,
  type Session,
  type Step,
  stepOf,
  withDate,
  withoutDate,
} from '../../../../bots/web/widget/dates/steps.ts';
import { evaluate, type RuleId, type Slot } from '../../../../src/rules/index.ts';
import { day, facts, insurers, rules, TODAY } from './given.ts';

const given = (session: Session, slot: Slot, date: string): Session =>
  withDate(session, { slot, date: day(date), era: null });
const asked = (rule: RuleId, insurer: string, unknown: readonly Slot[] = []): Step =>
  stepOf({ rule, insurer, facts: {}, unknown }, TODAY);

describe('the steps', () => {
  test('ask for the date that is needed, and end with what the rule says of it', () => {
    const session = newSession('leave-nhi', 'takasaki');
    expect(stepOf(session, TODAY)).toEqual({ kind: 'date', slot: 'joinedOn' });
    expect(stepOf(given(session, 'joinedOn', '2026-11-01'), TODAY)).toMatchObject({
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
    const future = given(session, 'birthDate', '2030-01-01');
    expect(stepOf(future, TODAY)).toEqual({
      kind: 'date',
      slot: 'birthDate',
      problem: '生年月日の{2030-01-01}は、まだ来ていない日です。お手数ですが、もう一度入力してください。',
    });
    expect(stepOf(withoutDate(future, 'birthDate'), TODAY)).toEqual({ kind: 'stuck' });
  });

  test('forget the era of a date that the resident takes back', () => {
    const session = given(newSession('digital-certificate-validity', 'ako'), 'expiresOn', '2027-06-30');
    expect(withoutDate(session, 'expiresOn')).not.toHaveProperty('last');
    expect(withoutDate(session, 'issuedOn')).toHaveProperty('last', { slot: 'expiresOn', era: null });
  });

  it('come to an end with what the rule says of the same facts, whatever the resident knows', () => {
    fc.assert(
      fc.property(rules, insurers, facts, (rule, insurer, known) => {
        let session: Session = { rule, insurer, facts: {}, unknown: [] };
        let step = stepOf(session, TODAY);
        for (let turns = 0; step.kind === 'date' && turns < 8; turns += 1) {
          const date = step.problem === undefined ? known[step.slot] : undefined;
          session = date === undefined ? withoutDate(session, step.slot) : given(session, step.slot, date);
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
