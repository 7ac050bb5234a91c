import { describe, expect, it } from 'vitest';
import { fillDates, withWesternDates } from '../../src/reply/index.ts';

describe('placeholders become dates of both calendars', () => {
  it.each([
    ['{2027-06-30}まで', '令和9年6月30日(2027年6月30日)まで'],
    ['{2019-05-01}から{2019-04-30}', '令和元年5月1日(2019年5月1日)から平成31年4月30日(2019年4月30日)'],
    ['{2027-02-30}', '{2027-02-30}'],
    ['{2027-6-30}', '{2027-6-30}'],
    ['{date}', '{date}'],
    ['2027-06-30', '2027-06-30'],
    ['', ''],
  ])('%s: %s', (sentence, filled) => expect(fillDates(sentence)).toBe(filled));
});

describe('the western form beside 令和', () => {
  it.each([
    ['令和8年8月1日から', '令和8年8月1日(2026年8月1日)から', 'a date'],
    ['令和元年5月1日', '令和元年5月1日(2019年5月1日)', 'the first year'],
    ['令和1年5月1日', '令和元年5月1日(2019年5月1日)', 'which is written 元'],
    ['令和8年8月1日(2026年8月1日)', '令和8年8月1日(2026年8月1日)', 'it is there already'],
    ['令和8年8月1日（2026年8月1日）', '令和8年8月1日（2026年8月1日）', 'in full-width brackets'],
    ['令和8年8月1日(土曜日)', '令和8年8月1日(2026年8月1日)(土曜日)', 'another bracket'],
    ['令和8年2月30日', '令和8年2月30日', 'no day of the calendar'],
    ['令和8年8月', '令和8年8月', 'a month'],
    ['昭和31年11月1日', '昭和31年11月1日', 'an era that is over: knowledge answers do not use it'],
    ['令和8年8月1日〜令和9年7月31日', '令和8年8月1日(2026年8月1日)〜令和9年7月31日(2027年7月31日)', 'two'],
  ])('%s: %s (%s)', (text, both) => {
    expect(withWesternDates(text)).toBe(both);
    expect(withWesternDates(both)).toBe(both);
  });
});
