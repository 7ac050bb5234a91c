import { describe, expect, test } from 'vitest';
import { asks, dateOf, kinds, last, play, said } from './talk.ts';

const CERTIFICATE = asks('certificate-validity');
const DIGITAL = asks('digital-certificate-validity');

describe('asking for what a rule needs', () => {
  test('insurer, then birth date, then the date', () => {
    const [first, second, third] = play(undefined, CERTIFICATE, '高崎市です', '昭和31年11月1日');
    expect(first!.entry).toBe('certificate-validity');
    expect(kinds(first!)).toEqual(['choices']);
    expect(second!.outcome).toMatchObject({ kind: 'needs', needs: ['birthDate'] });
    expect(kinds(second!)).toContain('date-request');
    // 1日生まれは前の月の末日
    expect(dateOf(third!)).toBe('2026-10-31');
    expect(said(third!)).toContain('令和8年10月31日(2026年10月31日)');
  });

  test('a date that the question names is not asked for again', () => {
    expect(dateOf(last(play('takasaki', `昭和27年3月5日生まれの母です。${CERTIFICATE}`)))).toBe('2027-03-04');
  });

  test('whoever does not know one date is asked for others', () => {
    const turns = play('ako', DIGITAL, 'わかりません', '2021年5月10日', '昭和51年2月29日');
    expect(turns.map(({ outcome }) => outcome?.kind)).toEqual(['needs', 'needs', 'needs', 'date']);
    // うるう日生まれのカードの誕生日は2月28日とみなす
    expect(dateOf(last(turns))).toBe('2026-02-28');
  });

  test('whoever knows none is sent to the desk, and nothing is guessed', () => {
    const end = last(play('ako', DIGITAL, '[skip-slot]', '[skip-slot]', '[skip-slot]'));
    expect(end.outcome).toMatchObject({ kind: 'needs' });
    expect(kinds(end)).toContain('contact');
    expect(end.state.pending).toBeUndefined();
  });

  test('an answer may say which date it is', () => {
    const turns = play('takasaki', DIGITAL, '2021年5月10日に発行されました');
    expect(last(turns).outcome).toMatchObject({ kind: 'needs', needs: ['birthDate'] });
  });
});

describe('dates that cannot be used are asked for again', () => {
  test.each([
    ['31年11月1日', '昭和か平成か、西暦かがわからない'],
    ['昭和65年13月40日', '暦にない'],
    ['2030年1月1日', '未来に生まれた人はいない'],
    ['12345', '日付として読めない'],
  ])('%s: %s', (text) => {
    const end = last(play('takasaki', CERTIFICATE, text));
    expect(end).toMatchObject({
      decision: 'answer',
      entry: 'certificate-validity',
      outcome: { kind: 'needs' },
    });
    expect(kinds(end)).toEqual(['text', 'date-request']);
  });
});

describe('corrections change only what they name', () => {
  test('after the answer: the year', () => {
    const turns = play('takasaki', CERTIFICATE, '昭和31年11月1日', 'あ、32年です');
    expect(dateOf(last(turns))).toBe('2027-07-31');
  });

  test('while another date is awaited: the year of the one before', () => {
    const turns = play(
      'takasaki',
      DIGITAL,
      '[skip-slot]',
      '2021年5月10日',
      'あ、2022年です',
      '昭和50年3月3日',
    );
    expect(dateOf(last(turns))).toBe('2027-03-03');
  });

  test('to a day that does not exist: asked again, and the rest is kept', () => {
    const turns = play('takasaki', CERTIFICATE, '昭和31年11月1日', 'あ、31日です', 'あ、5日です');
    expect(turns[2]).toMatchObject({ outcome: { kind: 'needs' } });
    expect(dateOf(last(turns))).toBe('2026-11-30');
  });

  test('one turn later the date is forgotten', () => {
    const turns = play('takasaki', CERTIFICATE, '昭和31年11月1日', 'こんにちは');
    expect(turns[1]!.state.answered).toBeDefined();
    expect(JSON.stringify(last(turns).state)).not.toContain('1956');
  });
});

describe('the talk may wander', () => {
  test('another question is answered, and the date asked for again', () => {
    const turns = play('takasaki', CERTIFICATE, asks('certificate-lost'), '昭和27年3月5日');
    expect(turns[1]).toMatchObject({ entry: 'certificate-lost' });
    expect(kinds(turns[1]!).at(-1)).toBe('date-request');
    expect(dateOf(last(turns))).toBe('2027-03-04');
  });

  test('an unknown question too', () => {
    const turns = play('takasaki', CERTIFICATE, 'ごみの日は', '昭和27年3月5日');
    expect(turns[1]!.decision).toBe('unknown');
    expect(dateOf(last(turns))).toBe('2027-03-04');
  });

  test('the insurer changes before the date is given', () => {
    const turns = play('takasaki', asks('legacy-validity'), 'やっぱり赤穂市です', '昭和29年8月1日');
    expect(dateOf(last(turns))).toBe('2025-07-31');
  });

  test('the insurer changes after the answer: the same question, computed anew', () => {
    const turns = play('ako', asks('legacy-validity'), '昭和32年5月1日', '小林市の場合は?');
    expect(turns.slice(1).map(dateOf)).toEqual(['2025-11-30', '2025-07-31']);
  });

  test('to an insurer whose document gives no date: never another one’s figure', () => {
    const end = last(play('takasaki', CERTIFICATE, '昭和31年11月1日', '赤穂市の場合は?'));
    expect(end.outcome).toMatchObject({ kind: 'not-applicable' });
    expect(said(end)).not.toContain('2027');
    expect(said(end)).toContain('0791-43-6813');
  });

  test('はじめから forgets everything', () => {
    expect(last(play('takasaki', CERTIFICATE, 'はじめから')).state).toEqual({ version: 1 });
  });
});

describe('a date picker', () => {
  test('answers the question that is open', () => {
    const end = last(play('takasaki', CERTIFICATE, '[date:birthDate:1956-11-01]'));
    expect(dateOf(end)).toBe('2026-10-31');
  });

  test('takes another date for the question answered last, which is how a slip is put right', () => {
    const end = last(
      play('takasaki', CERTIFICATE, '[date:birthDate:1956-11-01]', '[date:birthDate:1952-03-05]'),
    );
    expect(dateOf(end)).toBe('2027-03-04');
  });

  test('says what is wrong with a date that cannot be', () => {
    const end = last(play('takasaki', CERTIFICATE, '[date:birthDate:2030-01-01]'));
    expect(kinds(end)).toEqual(['text', 'date-request']);
  });

  test.each([
    ['nothing was asked', []],
    ['another question came in between', [CERTIFICATE, '[date:birthDate:1956-11-01]', asks('myna-lost')]],
    ['another date is asked for', [DIGITAL, '[date:joinedOn:2026-11-01]']],
  ])('of an old message shows the menu: %s', (_case, before) => {
    const end = last(play('takasaki', ...before, '[date:birthDate:1956-11-01]'));
    expect(end.decision).toBe('menu');
  });

  test.each(['date:birthDate:1956-13-01', 'date:nothing:1956-11-01', 'date:birthDate', 'date:'])(
    'that was forged shows the menu: %s',
    (value) => {
      expect(last(play('takasaki', CERTIFICATE, `[${value}]`)).decision).toBe('menu');
    },
  );
});
