import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { en } from '../../../../bots/web/widget/dates/messages/en.ts';
import { ja } from '../../../../bots/web/widget/dates/messages/ja.ts';
import { problemWords } from '../../../../bots/web/widget/dates/problem-words.ts';
import {
  EMPTY_FIELDS,
  erasFor,
  fieldsAt,
  fieldsOf,
  readFields,
  WESTERN,
} from '../../../../bots/web/widget/dates/typed-date.ts';
import { eraDate } from '../../../../src/text/era.ts';
import { bothCalendars } from '../../../../src/text/index.ts';
import { day, days, TODAY } from './given.ts';

const read = (era: string, year: string, month: string, date: string) =>
  readFields({ era, year, month, day: date }, 'birthDate', TODAY);
const is = (text: string) => expect.objectContaining({ kind: 'date', date: day(text) });

describe('the fields of a date', () => {
  test.each([
    ['昭和', '31', '11', '1'],
    ['昭和', '３１', '１１', '０１'],
    ['昭和', '三十一', '十一', '一'],
    ['昭和', '三一', '一一', '一'],
    ['昭和', 'さんじゅういち', 'じゅういち', 'いち'],
    ['昭和', 'サンジュウイチ', 'じゅういち', 'ついたち'],
    ['昭和', '31年', '11月', '1日'],
    ['昭和', ' 31 ', '11', '1'],
    [WESTERN, '1956', '11', '1'],
    [WESTERN, '一九五六', '11', '1'],
    ['', '1956', '11', '1'],
    ['', '昭和31', '11', '1'],
    ['', 'S31', '11', '1'],
    ['', '昭和31年11月1日', '', ''],
    ['', '19561101', '', ''],
  ])('%s %s %s %s is one day, however it is typed', (era, year, month, date) => {
    expect(read(era, year, month, date)).toEqual(is('1956-11-01'));
  });

  test('元年 is the first year', () => {
    expect(read('平成', '元', '1', '8')).toEqual(is('1989-01-08'));
    expect(read('令和', '元年', '5', '1')).toEqual(is('2019-05-01'));
  });

  test.each([
    ['昭和', '', '11', '', ['year', 'day'], '年・日を入力してください。'],
    ['', '31', '11', '1', ['era'], '「年号」で'],
    ['昭和', '1956', '11', '1', ['era', 'year'], '西暦の年のようです'],
    ['昭和', '平成3', '11', '1', ['year'], '数字だけで'],
    ['昭和', '31', '3/4', '1', ['month'], '月は、数字で'],
    ['昭和', '31', '11', '1から3', ['day'], '日は、数字で'],
    ['昭和', '31', '13', '1', ['year', 'month', 'day'], '暦にない日付です'],
    [WESTERN, '1957', '2', '29', ['year', 'month', 'day'], '暦にない日付です'],
    ['昭和', '64', '3', '1', ['year', 'month', 'day'], '平成元年3月1日'],
    [WESTERN, '57', '6', '15', ['year', 'month', 'day'], '西暦かがわかりません'],
    ['昭和', 'ねこ', '11', '1', ['year', 'month', 'day'], '何年かがわかりません'],
  ])('%s %s %s %s is asked for again, where it is wrong', (era, year, month, date, at, words) => {
    const reading = read(era, year, month, date);
    if (reading.kind !== 'problem') throw new Error('read, though it is no date');
    expect(problemWords(reading.problem, 'birthDate', ja)).toContain(words);
    expect(fieldsAt(reading.problem)).toEqual(at);
    // ASCII but for the quotation marks: nothing Japanese is left over in English.
    expect(problemWords(reading.problem, 'birthDate', en)).toMatch(/^[\x20-\x7e“”]+$/);
  });

  it('hold what was said instead of typed, in its own era, and give it back', () => {
    fc.assert(
      fc.property(days(1900, 2026), fc.boolean(), (date, isWestern) => {
        const fields = fieldsOf(date, isWestern ? null : eraDate(date)!.era);
        expect(fields.era === WESTERN).toBe(isWestern);
        expect(readFields(fields, 'birthDate', TODAY)).toEqual(is(date));
      }),
    );
    expect(fieldsOf(day('1850-01-01'), null)).toEqual(EMPTY_FIELDS);
  });

  test.each([
    ['令和', 'ねこ'],
    ['令和', 'きょ'],
    ['', '去年'],
    [WESTERN, 'きょ'],
    ['', 'きょねん'],
  ])('%s %s is no year that a date could be guessed from', (era, year) => {
    const fields = { era, year, month: '9', day: '30' };
    expect(readFields(fields, 'dueOn', TODAY).kind).toBe('problem');
    expect(readFields({ ...fields, month: '', day: '' }, 'dueOn', TODAY).kind).toBe('problem');
  });

  const KANJI = [...'〇一二三四五六七八九'];
  const inKanji = (digits: string) => [...digits].map((digit) => KANJI[Number(digit)]).join('');
  const wide = (digits: string) =>
    digits.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
  const scripts = fc.constantFrom((digits: string) => digits, wide, inKanji);

  it('give every day back, in every era and script', () => {
    fc.assert(
      fc.property(days(1900, 2026), scripts, fc.boolean(), (date, write, isWestern) => {
        const [, era, ...told] = /^(..)(.+)年(\d+)月(\d+)日\((\d+)年/.exec(bothCalendars(date))!;
        const [eraYear, month, dayOfMonth, year] = told as [string, string, string, string];
        const reading = isWestern
          ? read(WESTERN, write(year), write(month), write(dayOfMonth))
          : read(era!, eraYear === '元' ? '元' : write(eraYear), write(month), write(dayOfMonth));
        expect(reading).toEqual(is(date));
      }),
      { numRuns: 1000 },
    );
  });

  it('never fail, whatever stands in them', () => {
    const text = fc.string({ unit: fc.constantFrom(...'昭令年月日0129１元ん一十/-. s'), maxLength: 8 });
    fc.assert(
      fc.property(fc.constantFrom('', ...erasFor('birthDate')), text, text, text, (era, y, m, d) => {
        expect(['date', 'problem']).toContain(read(era, y, m, d).kind);
      }),
      { numRuns: 2000 },
    );
  });
});
