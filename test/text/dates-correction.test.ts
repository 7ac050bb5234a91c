import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../src/text/calendar.ts';
import { correctDate } from '../../src/text/dates.ts';
import type { Era } from '../../src/text/era.ts';

const TODAY = '2026-11-25' as IsoDate;
const known = (date: string, era: Era | null) => ({ date: date as IsoDate, era });
const MOTHER = known('1955-11-01', '昭和');
const WESTERN = known('1956-11-01', null);

describe('a correction changes only the part it names', () => {
  it.each([
    ['あ、31年です', MOTHER, '1956-11-01', '昭和'],
    ['31年でした', MOTHER, '1956-11-01', '昭和'],
    ['三十一年です', MOTHER, '1956-11-01', '昭和'],
    ['1日じゃなくて10日', MOTHER, '1955-11-10', '昭和'],
    ['10日です、1日ではありません', MOTHER, '1955-11-10', '昭和'],
    ['やっぱり12月でした', MOTHER, '1955-12-01', '昭和'],
    ['すみません、月は12月です', MOTHER, '1955-12-01', '昭和'],
    ['12月1日の間違いです', MOTHER, '1955-12-01', '昭和'],
    ['12/10でした', MOTHER, '1955-12-10', '昭和'],
    ['間違えた、昭和32年でした', MOTHER, '1957-11-01', '昭和'],
    ['S32です', MOTHER, '1957-11-01', '昭和'],
    ['しょうわ32ねんです', MOTHER, '1957-11-01', '昭和'],
    ['32年11月2日です', MOTHER, '1957-11-02', '昭和'],
    ['1957年です', MOTHER, '1957-11-01', null],
    ['あ、1957年でした', WESTERN, '1957-11-01', null],
    ['昭和32年でした', WESTERN, '1957-11-01', '昭和'],
    ['昭和じゃなくて平成です', known('1930-11-01', '昭和'), '1993-11-01', '平成'],
    ['それは10日です', MOTHER, '1955-11-10', '昭和'],
    ['さっきの生年月日は間違いで、昭和32年11月1日です', MOTHER, '1957-11-01', '昭和'],
    ['月末でした', MOTHER, '1955-11-30', '昭和'],
    ['去年でした', known('2026-05-01', null), '2025-05-01', null],
    ['昭和32年12月3日です', MOTHER, '1957-12-03', '昭和'],
    ['ごめんなさい、1957年12月3日生まれです', MOTHER, '1957-12-03', null],
    ['1955年11月1日じゃなくて1956年11月1日', MOTHER, '1956-11-01', null],
    ['あ、きのうでした', known('2026-11-20', null), '2026-11-24', null],
  ])('%s', (text, previous, date, era) => {
    expect(correctDate(previous, text, 'birthDate', TODAY)).toEqual({ kind: 'date', date, era });
  });
});

describe('what a correction cannot be', () => {
  it('a year without an era after a western date is asked about', () => {
    expect(correctDate(WESTERN, '57年です', 'birthDate', TODAY)).toMatchObject({ kind: 'unclear' });
  });

  it('a denial without the right date is asked about', () => {
    expect(correctDate(MOTHER, '1日ではありません', 'birthDate', TODAY)).toMatchObject({ kind: 'unclear' });
  });

  it('a day that the month does not have is refused', () => {
    expect(correctDate(MOTHER, '31日でした', 'birthDate', TODAY)).toMatchObject({ kind: 'impossible' });
  });

  it('a day outside the era is refused and the era named', () => {
    const last = known('1989-01-05', '昭和');
    expect(correctDate(last, '2月でした', 'birthDate', TODAY)).toMatchObject({
      kind: 'impossible',
      problem: expect.stringContaining('平成元年2月5日'),
    });
  });
});

describe('what corrects nothing', () => {
  it.each([
    '',
    'はい',
    'ありがとう',
    'あ、そうなんですね',
    '違います',
    'マイナンバーカードは持っていません',
    '資格確認書ではありません',
    '31です',
    '何年使えますか',
    '10日かかりますか?',
    '5年使えるのですか',
    '14日以内に届出が必要ですか',
    '令和6年12月2日以降は保険証が使えないと聞きました',
    '0120-95-0178',
    '更新の手続きは3か月前からできるのですか',
    '10日間入院していました',
    '昨日病院に行きました',
    '11月10日に入社しました',
    '2026年4月1日に引っ越しました',
  ])('%j', (text) => {
    expect(correctDate(MOTHER, text, 'birthDate', TODAY)).toEqual({ kind: 'none' });
  });
});
