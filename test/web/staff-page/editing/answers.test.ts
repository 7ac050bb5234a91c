import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addAnswer,
  addCitation,
  addSuccessor,
  changeAnswer,
  cite,
  dayBefore,
  removeCitation,
} from '../../../../bots/web/staff-page/editing/answers.ts';
import { type EntryForm, formOf } from '../../../../bots/web/staff-page/editing/model.ts';
import { smallKnowledge } from '../../../fixtures/knowledge-edits.ts';

const card = formOf(smallKnowledge().entries.card!);
const days = fc.date({ min: new Date('2020-01-01'), max: new Date('2029-12-31'), noInvalidDate: true });
const day = days.map((date) => date.toISOString().slice(0, 10));

/** The form of one answer that holds between two days, empty for no bound. */
function holding(from: string, until: string): EntryForm {
  const [answer] = card.answers;
  return { ...card, answers: [{ ...answer!, from, until }] };
}

const holdsOn = ({ answers }: EntryForm, on: string) =>
  answers.filter(({ from, until }) => (from === '' || from <= on) && (until === '' || on <= until)).length;

describe('the day before', () => {
  test.each([
    ['2026-08-01', '2026-07-31'],
    ['2026-01-01', '2025-12-31'],
    ['2028-03-01', '2028-02-29'],
    ['2026-03-01', '2026-02-28'],
  ])('%s is %s', (given, eve) => {
    expect(dayBefore(given)).toBe(eve);
  });

  test.each(['', '2026-13-01', '8月1日', '2026-8-1'])('of 「%s」 there is none', (given) => {
    expect(dayBefore(given)).toBeUndefined();
  });
});

describe('an answer that goes on as another', () => {
  test('is a copy from that day on; the old one ends the day before', () => {
    const [old] = card.answers;
    const added = addSuccessor(card, old!.key, '2027-08-01');
    if (added.kind === 'refused') throw new Error(added.sentence);
    const [ended, copy] = added.form.answers;
    expect(ended).toEqual({ ...old, until: '2027-07-31' });
    expect(copy).toMatchObject({ key: added.key, from: '2027-08-01', until: '', text: old!.text });
    expect(added.form.answers).toHaveLength(card.answers.length + 1);
  });

  test('holds with the old one on the same days, each on its own, whatever the days are', () => {
    fc.assert(
      fc.property(fc.tuple(day, day), day, day, ([one, other], change, on) => {
        const [from, until] = [one, other].sort() as [string, string];
        const before = holding(from, until);
        const added = addSuccessor(before, before.answers[0]!.key, change);
        if (added.kind === 'refused') {
          expect(change <= from).toBe(true);
          return;
        }
        const isLater = change > until && on >= change;
        expect(holdsOn(added.form, on)).toBe(isLater ? 1 : holdsOn(before, on));
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['2026-08-01', 'on which the answer itself begins'],
    ['2020-01-01', 'before it'],
    ['', 'that nobody has chosen'],
  ])('is not added from a day %s %s', (from) => {
    const form = holding('2026-08-01', '');
    expect(addSuccessor(form, form.answers[0]!.key, from).kind).toBe('refused');
  });
});

describe('parts', () => {
  test('an answer is added at the end, empty, for an insurer', () => {
    const { form, key } = addAnswer(card, 'north');
    expect(form.answers.at(-1)).toMatchObject({
      key,
      insurer: 'north',
      text: '',
      citations: [{ document: '' }],
    });
    expect(form.answers.slice(0, -1)).toEqual(card.answers);
  });

  test('sources are added, chosen and removed, and no other answer is touched', () => {
    const [answer, ...others] = card.answers;
    const { form, key } = addCitation(card, answer!.key);
    const chosen = cite(form, answer!.key, { key, document: 'leaflet', section: 'Q2' });
    expect(chosen.answers[0]!.citations.at(-1)).toEqual({ key, document: 'leaflet', section: 'Q2' });
    expect(chosen.answers.slice(1)).toEqual(others);
    expect(removeCitation(chosen, answer!.key, key)).toEqual(card);
  });

  test('what is removed can be taken back as it was', () => {
    const { key } = card.answers[1]!;
    const removed = changeAnswer(card, key, { isRemoved: true });
    expect(changeAnswer(removed, key, { isRemoved: false })).toEqual(card);
  });
});
