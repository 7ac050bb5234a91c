import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { en } from '../../../../bots/web/widget/dates/messages/en.ts';
import { ja } from '../../../../bots/web/widget/dates/messages/ja.ts';
import { outcomeView } from '../../../../bots/web/widget/dates/outcome.ts';
import { type Step, stepOf } from '../../../../bots/web/widget/dates/steps.ts';
import { outcomeParts } from '../../../../src/conversation/outcome-parts.ts';
import { createKnowledge } from '../../../../src/knowledge/index.ts';
import { evaluate, type Facts, type RuleId } from '../../../../src/rules/index.ts';
import { bothCalendars } from '../../../../src/text/index.ts';
import { day, days, facts, insurers, kb, knowledge, rules, TODAY } from './given.ts';

const told = createKnowledge(kb);

function outcomeStep(rule: RuleId, insurer: string, known: Facts, asOf = TODAY) {
  const step: Step = stepOf({ rule, insurer, facts: known, unknown: [] }, asOf);
  return step.kind === 'outcome' ? step : undefined;
}

function view(rule: RuleId, insurer: string, known: Facts) {
  const step = outcomeStep(rule, insurer, known);
  if (step === undefined) throw new Error(`${rule}: too few facts for an outcome`);
  return outcomeView(step, { knowledge, words: ja, asOf: TODAY });
}

describe('what the page says', () => {
  test('is the date in both calendars, how it came about, and from what', () => {
    const shown = view('certificate-validity', 'takasaki', { birthDate: day('1956-11-10') });
    expect(shown).toMatchObject({
      heading: '資格確認書の有効期限',
      answer: { main: '令和8年11月30日', other: '2026年11月30日' },
      given: [{ name: '生年月日', date: '昭和31年11月10日(1956年11月10日)' }],
      calculatedOn: '令和8年11月22日(2026年11月22日)',
      insurer: '高崎市の国民健康保険',
      event: { date: '2026-11-30', title: '資格確認書の有効期限' },
      desks: [],
    });
    expect(shown.reason).toContain('70歳の誕生日は令和8年11月10日(2026年11月10日)です。');
    expect(shown.sources[0]).toMatchObject({ document: 'takasaki-2026', section: '資格確認書の有効期限' });
  });

  test('names the dates of a digital certificate as the chat does', () => {
    const shown = view('digital-certificate-validity', 'ako', { expiresOn: day('2027-06-30') });
    expect(shown.dates).toEqual([
      { name: '電子証明書の有効期限', date: '令和9年6月30日(2027年6月30日)' },
      { name: 'マイナ保険証として使える最後の日', date: '令和9年9月30日(2027年9月30日)' },
    ]);
  });

  test('is that there is no expiry, where there is none', () => {
    const shown = view('notice-validity', 'takasaki', { birthDate: day('1980-01-01') });
    expect(shown).toMatchObject({ answer: { main: 'ありません' }, timeline: undefined, event: undefined });
  });

  test('names the desk, and a number to call, where the insurer gives no date', () => {
    const shown = view('leave-nhi', 'kameoka', {});
    expect(shown.answer).toEqual({ main: '日付はご案内できません' });
    expect(shown.desks.map(({ tel }) => tel)).toEqual([undefined, '0120-95-0178']);
  });

  test('goes into a calendar by a name that needs no context', () => {
    const shown = view('leave-nhi', 'takasaki', { joinedOn: day('2026-11-20') });
    expect(shown.event).toEqual({ date: '2026-12-04', title: '国民健康保険の届出の期限' });
  });

  test('offers no calendar for a day that has passed', () => {
    expect(view('legacy-validity', 'mutual-aid', {}).event).toBeUndefined();
  });

  test('is in English where the words are, with the date as Japanese papers write it; the reason stays as it is', () => {
    const step = outcomeStep('certificate-validity', 'takasaki', { birthDate: day('1956-11-10') })!;
    const shown = outcomeView(step, { knowledge, words: en, asOf: TODAY });
    expect(shown.answer).toEqual({ main: 'November 30, 2026', other: '令和8年11月30日' });
    expect(shown.given).toEqual([{ name: 'Date of birth', date: 'November 10, 1956 (昭和31年11月10日)' }]);
    expect(shown.reason).toContain('70歳の誕生日は');
  });

  it('is the same date, reason, notes and sources as the chat gives, for everybody', () => {
    fc.assert(
      fc.property(rules, insurers, facts, days(2025, 2028), (rule, insurer, known, asOf) => {
        const step = outcomeStep(rule, insurer, known, asOf);
        fc.pre(step !== undefined);
        const shown = outcomeView(step!, { knowledge, words: ja, asOf });
        const outcome = evaluate(rule, insurer, known, asOf);
        if (outcome.kind === 'needs') throw new Error('the step has an outcome, the rule has not');
        const [answer, ...contacts] = outcomeParts({ knowledge: told, insurer, asOf }, 'any', rule, outcome);
        const title = outcome.kind === 'not-applicable' ? '' : `：${written(shown.answer)}`;
        const lines = shown.dates.map(({ name, date }) => `・${name}：${date}`);
        expect(answer).toMatchObject({
          title: `${ja.rules[rule].heading}${title}`,
          text: [shown.reason, ...lines, ...shown.notes].join('\n'),
          asOfNote: shown.asOfNote,
          sources: shown.sources,
        });
        expect(contacts).toMatchObject(shown.desks.map((desk) => ({ kind: 'contact', ...desk })));
        if (outcome.kind === 'date') expect(written(shown.answer)).toBe(bothCalendars(outcome.date));
      }),
      { numRuns: 1500 },
    );
  });
});

function written({ main, other }: { readonly main: string; readonly other?: string }): string {
  return other === undefined ? main : `${main}(${other})`;
}
