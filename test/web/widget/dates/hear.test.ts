import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { begin, hear } from '../../../../bots/web/widget/dates/hear.ts';
import { newSession, type Session, stepOf, withoutDate } from '../../../../bots/web/widget/dates/steps.ts';
import { days, TODAY } from './given.ts';
import { written } from './written.ts';

const CERTIFICATE = newSession('certificate-validity', 'takasaki');
const DIGITAL = newSession('digital-certificate-validity', 'ako');
const LEAVE = newSession('leave-nhi', 'takasaki');

/** Hears several texts, one after the other; those that are not for it change nothing. */
function hearing(session: Session, ...texts: readonly string[]): Session {
  return texts.reduce((before, text) => {
    const heard = hear(text, before, TODAY);
    return heard.kind === 'else' ? before : heard.session;
  }, session);
}

const outcome = (session: Session) => {
  const step = stepOf(session, TODAY);
  return step.kind === 'outcome' && step.outcome.kind === 'date' ? step.outcome.date : step.kind;
};

describe('a date typed into the talk', () => {
  test.each([
    ['昭和31年11月1日', '2026-10-31'],
    ['えっと、母の生年月日は昭和31年11月1日です。', '2026-10-31'],
    ['しょうわさんじゅういちねん じゅういちがつ ついたち', '2026-10-31'],
    ['S31.11.1生まれ', '2026-10-31'],
    ['1956年11月1日でお願いします', '2026-10-31'],
    ['November 1, 1956', '2026-10-31'],
    ['I was born on 1 Nov 1956.', '2026-10-31'],
  ])('answers the question: %s', (text, date) => {
    expect(outcome(hearing(CERTIFICATE, text))).toBe(date);
  });

  test.each([
    ['昨日です', '2026-12-05'],
    ['先月の20日に入社しました', '2026-11-03'],
    ['11月1日', '2026-11-15'],
    ['joined on November 1', '2026-11-15'],
  ])('may be relative, or have no year, where that is certain: %s', (text, date) => {
    expect(outcome(hearing(LEAVE, text))).toBe(date);
  });

  test('may be several, each named', () => {
    const session = hearing(DIGITAL, '発行日は2021年5月10日、生年月日は昭和51年2月29日です');
    expect(session.facts).toEqual({ issuedOn: '2021-05-10', birthDate: '1976-02-29' });
  });

  test.each([
    ['31年11月1日', 'unclear'],
    ['昭和65年13月40日', 'impossible'],
    ['12345', 'unreadable'],
  ])('that cannot be used is still for it, with what is wrong: %s', (text, kind) => {
    expect(hear(text, CERTIFICATE, TODAY)).toMatchObject({ kind: 'problem', problem: { kind } });
  });

  it('is read in every form', () => {
    fc.assert(
      fc.property(days(1930, 2020), (date) => {
        for (const text of written(date))
          expect([text, hearing(CERTIFICATE, text).facts.birthDate]).toEqual([text, date]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('not having the date', () => {
  test.each([
    'わからない',
    'わかりません。',
    'ちょっと今すぐには分からないです',
    'カードが手元にないです',
    '忘れました',
    "I don't know",
  ])('leads on: %s', (text) => {
    expect(stepOf(hearing(DIGITAL, text), TODAY)).toEqual({ kind: 'date', slot: 'issuedOn' });
  });

  test('may be taken back, even when nothing was known', () => {
    const stuck = hearing(CERTIFICATE, 'わからない');
    expect(stepOf(stuck, TODAY).kind).toBe('stuck');
    expect(outcome(hearing(stuck, '昭和31年11月1日'))).toBe('2026-10-31');
  });
});

describe('a correction', () => {
  test.each([
    ['あ、32年です', '1957-11-01'],
    ['1日じゃなくて10日', '1956-11-10'],
    ['すみません、昭和32年11月10日でした', '1957-11-10'],
  ])('after the outcome changes what it names: %s', (text, date) => {
    expect(hearing(CERTIFICATE, '昭和31年11月1日', text).facts.birthDate).toBe(date);
  });

  test('while the next date is asked for changes the one before', () => {
    const session = hearing(withoutDate(DIGITAL, 'expiresOn'), '2021年5月10日', 'あ、2022年です');
    expect(session.facts).toEqual({ issuedOn: '2022-05-10' });
    expect(stepOf(session, TODAY)).toEqual({ kind: 'date', slot: 'birthDate' });
  });

  test('to no day of the calendar asks again, and what was given stays to be corrected', () => {
    const session = hearing(CERTIFICATE, '昭和31年11月1日', 'あ、31日です');
    expect(stepOf(session, TODAY)).toEqual({ kind: 'date', slot: 'birthDate' });
    expect(outcome(hearing(session, 'あ、5日です'))).toBe('2026-11-30');
  });
});

describe('anything else is left to the talk', () => {
  test.each([
    '資格確認書をなくしました',
    'マイナ保険証の使い方がわからない',
    '12月2日から保険証は使えないのですか?',
    'ありがとう',
    '小林市の場合は?',
    'はじめから',
    '',
  ])('while a date is asked for: %j', (text) => {
    expect(hear(text, CERTIFICATE, TODAY)).toEqual({ kind: 'else' });
  });

  test.each(['昭和31年11月1日、夫に殴られました', '昭和31年11月1日 たすけて', '死にたい、わからない'])(
    'above all somebody in danger, whom the server looks for: %s',
    (text) => {
      expect(hear(text, CERTIFICATE, TODAY)).toEqual({ kind: 'else' });
    },
  );

  test.each(['わからない', '資格確認書をなくした', '5年使えるのですか', 'はい'])(
    'after the outcome: %s',
    (text) => {
      expect(hear(text, hearing(CERTIFICATE, '昭和31年11月1日'), TODAY)).toEqual({ kind: 'else' });
    },
  );

  test('after an outcome that needed no date', () => {
    expect(hear('昭和31年11月1日', newSession('leave-nhi', 'kameoka'), TODAY)).toEqual({ kind: 'else' });
  });
});

describe('a question that names its dates', () => {
  test('is answered without asking', () => {
    const sessions = begin(CERTIFICATE, '昭和31年11月1日生まれですが資格確認書はいつまで?', TODAY);
    expect(sessions.map(outcome)).toEqual(['date', '2026-10-31']);
  });

  test('in English too', () => {
    const sessions = begin(CERTIFICATE, 'I was born on November 1, 1956. When does it expire?', TODAY);
    expect(sessions.map(outcome)).toEqual(['date', '2026-10-31']);
  });

  test('is asked where it does not say which date it is', () => {
    expect(begin(CERTIFICATE, '資格確認書は2026年8月1日からですか', TODAY)).toEqual([CERTIFICATE]);
  });
});
