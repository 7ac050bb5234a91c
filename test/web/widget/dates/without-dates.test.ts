import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { withPlainDates } from '../../../../bots/web/widget/dates/english-dates.ts';
import { mayHoldDate } from '../../../../bots/web/widget/dates/may-hold-date.ts';
import { withoutDatesBut } from '../../../../bots/web/widget/dates/without-dates.ts';
import { readDate } from '../../../../src/text/index.ts';
import { days, knowledge, TODAY } from './given.ts';
import { written } from './written.ts';

const withoutDates = withoutDatesBut(new Set(knowledge.publicDates));
const sent = (text: string) => withoutDates(text, TODAY).text;

describe('what is sent of a question', () => {
  test.each([
    ['昭和31年11月1日生まれですが資格確認書はいつまで?', 'その日生まれですが資格確認書はいつまで?'],
    ['資格確認書 期限 S32.2.1生まれ', '資格確認書 期限 その日生まれ'],
    ['私は昭和三十年九月二十日の生まれで、高崎の国保です。', '私はその日の生まれで、高崎の国保です。'],
    ['カードは令和三年の十月十五日に作りました', 'カードはその日に作りました'],
    ['ショウワ３１ネン１１ガツ１ニチ です', 'その日 です'],
    ['１９５６／１１／０１', 'その日'],
    ['When does it expire? I was born on 1 Nov 1956.', 'When does it expire? I was born on that day.'],
    ['November 1st, 1956', 'that day'],
    ['01/11/1956', 'その日'],
    ['昭和31年11月1日(1956年11月1日)の母', 'その日(その日)の母'],
  ])('has no full date: %s', (text, expected) => {
    expect(withoutDates(text, TODAY)).toEqual({ text: expected, found: true });
  });

  test.each([
    ['うちの資格確認書いつまで?昭和40年5月生まれです', 'うちの資格確認書いつまで?その日生まれです'],
    ['令和4年9月1日に作りました。誕生日は6月3日です', 'その日に作りました。誕生日はその日です'],
    ['11月1日に子どもが生まれました', 'その日に子どもが生まれました'],
    ['生年月日は31.11.1です', '生年月日はその日です'],
    ['DOB 561101', 'DOB that day'],
    ['my birthday is June 3', 'my birthday is that day'],
  ])('has no part of a date beside a word for birth: %s', (text, expected) => {
    expect(sent(text)).toBe(expected);
  });

  test.each([
    '2024年12月2日から保険証は使えないのですか',
    '令和7年12月1日まで使えましたよね',
    '資格確認書は2027年7月31日までと書いてあります。誕生日が来たらどうなりますか',
    '誕生日が令和9年7月31日までに来る人は?',
    '11月1日に入社しました',
    '昨日入社しました',
    '昭和31年生まれの母です',
    '電話は0120-95-0178ですか',
    '3歳の子の1/3負担',
    'マイナ保険証とは',
    '',
  ])('stays as it is where nothing in it is personal: %j', (text) => {
    expect(withoutDates(text, TODAY)).toEqual({ text, found: false });
  });

  test('has no public date either, where it may be a birth', () => {
    expect(sent('2024年12月2日生まれの子の資格確認書は?')).toBe('その日生まれの子の資格確認書は?');
  });
});

describe('no birth date leaves the device', () => {
  const fillers = [
    '',
    'は',
    '生まれです。',
    '資格確認書はいつまで?',
    ' my card ',
    '母の誕生日 ',
    '\n',
    '1個',
    '(仮)',
    '、',
    '期限',
    '🙂',
    '電話0120-95-0178 ',
  ];
  const filler = fc.oneof(
    fc.constantFrom(...fillers),
    fc.string({ unit: fc.constantFrom(...'あ漢aア。 、!?'), maxLength: 12 }),
  );

  it('in whatever form and sentence it is written', () => {
    fc.assert(
      fc.property(days(1900, 2026), filler, filler, (date, before, after) => {
        fc.pre(!knowledge.publicDates.includes(date));
        for (const form of written(date)) {
          const text = before + form + after;
          const rest = sent(text);
          const reading = readDate(withPlainDates(rest), 'birthDate', TODAY);
          expect([text, rest, reading.kind === 'date' && reading.date]).not.toEqual([text, rest, date]);
          // Where the bot could read it, it is gone; the text around it may keep it from being one at all.
          const could = readDate(withPlainDates(text), 'birthDate', TODAY);
          if (could.kind === 'date' && could.date === date) expect([text, rest]).not.toEqual([text, text]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('and nothing is left to be taken out of what is sent', () => {
    const digits = fc.string({
      unit: fc.constantFrom(...'0123456789年月日/.-、 元一十昭平令SHR末生まれがつねんにち()'),
      maxLength: 24,
    });
    fc.assert(
      fc.property(digits, (text) => {
        const once = withoutDates(text, TODAY);
        expect(withoutDates(once.text, TODAY).found).toBe(false);
        if (!once.found) expect(once.text).toBe(text);
      }),
      { numRuns: 1500 },
    );
  });
});

describe('whether a text may hold a date', () => {
  test.each([
    'マイナ保険証とは',
    '資格確認書をなくしました',
    'ありがとう',
    '70歳になったら',
    'How do I register?',
  ])('is cheap to deny: %s', (text) => {
    expect(mayHoldDate(text)).toBe(false);
  });

  it('is never denied where one is taken out', () => {
    const piece = fc.oneof(
      days(1900, 2026).chain((date) => fc.constantFrom(...written(date))),
      fc.string({
        unit: fc.constantFrom(...'0189年月日/. 元一十昭末生まれがつねんガツｶﾞﾂネンぜろいち\u200b\u3099MayDOB'),
        maxLength: 10,
      }),
    );
    fc.assert(
      fc.property(piece, piece, (a, b) => {
        const text = a + b;
        if (withoutDates(text, TODAY).found) expect([text, mayHoldDate(text)]).toEqual([text, true]);
      }),
      { numRuns: 1500 },
    );
  });
});
