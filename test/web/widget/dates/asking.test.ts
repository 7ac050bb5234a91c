import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  type Asking,
  beginAsking,
  gaveFields,
  skippedDate,
  steppedBack,
  toldText,
} from '../../../../bots/web/widget/dates/asking.ts';
import { stepOf } from '../../../../bots/web/widget/dates/steps.ts';
import { type DateFields, fieldsOf } from '../../../../bots/web/widget/dates/typed-date.ts';
import { day, days, TODAY } from './given.ts';

const certificate = (said = '') => beginAsking('certificate-validity', 'takasaki', said, TODAY);
const digital = () => beginAsking('digital-certificate-validity', 'ako', '', TODAY);
const step = ({ session }: Asking) => stepOf(session, TODAY);
const SHOWA: DateFields = { era: '昭和', year: '三十一', month: '11', day: '1' };

describe('a date question', () => {
  test('goes on with the fields, and comes back to them as they were typed', () => {
    const end = gaveFields(certificate(), 'birthDate', SHOWA, TODAY);
    expect(step(end)).toMatchObject({ kind: 'outcome', outcome: { date: '2026-10-31' } });
    const again = steppedBack(end);
    expect(step(again)).toEqual({ kind: 'date', slot: 'birthDate' });
    expect(again.typed.get('birthDate')).toEqual(SHOWA);
    expect(again.past).toEqual([]);
  });

  test('comes back to the fields filled with what was said instead of typed', () => {
    const again = steppedBack(certificate('昭和31年11月1日生まれです。いつまで?'));
    expect(step(again)).toEqual({ kind: 'date', slot: 'birthDate' });
    expect(again.typed.get('birthDate')).toEqual(fieldsOf(day('1956-11-01'), '昭和'));
  });

  test('makes a new form where its fields are filled anew, and only there', () => {
    const start = certificate();
    expect(gaveFields(start, 'birthDate', { ...SHOWA, month: '13' }, TODAY).form).toBe(start.form);
    expect(toldText(start, '昭和31年11月1日', TODAY)!.form).toBeGreaterThan(start.form);
  });

  test('keeps what is wrong until the next step', () => {
    const wrong = gaveFields(certificate(), 'birthDate', { ...SHOWA, month: '' }, TODAY);
    expect(wrong.problem).toEqual({ kind: 'empty', fields: ['month'] });
    expect(gaveFields(wrong, 'birthDate', SHOWA, TODAY).problem).toBeUndefined();
  });

  test('has one way back from a date that the rule refused, however often it was given', () => {
    const future: DateFields = { era: '西暦', year: '2030', month: '1', day: '1' };
    let asking = skippedDate(digital(), 'expiresOn', TODAY);
    for (let i = 0; i < 3; i += 1) asking = gaveFields(asking, 'issuedOn', future, TODAY);
    expect(step(asking)).toMatchObject({ kind: 'date', slot: 'issuedOn', problem: expect.any(String) });
    expect(step(steppedBack(steppedBack(asking)))).toEqual({ kind: 'date', slot: 'expiresOn' });
  });

  test('opens again for a correction that cannot be, and goes back to the outcome from there', () => {
    const end = toldText(certificate(), '昭和31年11月1日', TODAY)!;
    const open = toldText(end, 'あ、31日です', TODAY)!;
    expect(step(open)).toEqual({ kind: 'date', slot: 'birthDate' });
    expect(open.problem).toMatchObject({ kind: 'impossible' });
    expect(steppedBack(open).session).toEqual(end.session);
  });

  test('leaves alone what is about something else', () => {
    expect(toldText(certificate(), '資格確認書をなくしました', TODAY)).toBeUndefined();
  });

  it('comes back to its beginning in as many steps as it went', () => {
    const move = fc.oneof(
      fc.constant('skip' as const),
      days(1930, 2027).map((date) => fieldsOf(date, null)),
    );
    fc.assert(
      fc.property(fc.array(move, { maxLength: 6 }), (moves) => {
        let asking = digital();
        for (const fields of moves) {
          const at = step(asking);
          if (at.kind !== 'date') break;
          asking =
            fields === 'skip'
              ? skippedDate(asking, at.slot, TODAY)
              : gaveFields(asking, at.slot, fields, TODAY);
        }
        for (let left = asking.past.length; left > 0; left -= 1) asking = steppedBack(asking);
        expect(asking.session).toEqual(digital().session);
      }),
      { numRuns: 200 },
    );
  });
});
