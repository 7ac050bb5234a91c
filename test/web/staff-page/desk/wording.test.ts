import { describe, expect, test } from 'vitest';
import {
  copyText,
  notHolding,
  ofAnotherDay,
  reviewNote,
  sendable,
  validity,
  worded,
} from '../../../../bots/web/staff-page/desk/wording.ts';
import { pasteText } from '../../../../src/staff/index.ts';
import type { IsoDate } from '../../../../src/text/index.ts';
import { canned, TODAY } from './given.ts';

const day = (text: string) => text as IsoDate;
const NOW = { asOf: TODAY, today: TODAY };
const THEN = { asOf: day('2025-09-01'), today: TODAY };
const over = canned('kobayashi', { holds: false, until: day('2025-07-31') });
const early = canned('kobayashi', { holds: false, from: day('2027-08-01') });

describe('what is sent to be looked up', () => {
  test.each([
    ['資格確認書 なくした', '資格確認書 なくした'],
    ['保険証 いつまで', '保険証 いつまで'],
    ['12月に75歳になる', '12月に75歳になる'],
  ])('keeps 「%s」', (typed, sent) => {
    expect(sendable(typed)).toBe(sent);
  });

  test.each([
    ['昭和31年11月2日生まれ 期限', '昭和31'],
    ['1234-5678-9012 のカードをなくした', '1234'],
    ['山田と申します。保険証をなくした', '山田'],
    ['090-1234-5678 に電話', '090'],
  ])('of 「%s」 leaves out who it is about: an address may stand in a log', (typed, personal) => {
    const sent = sendable(typed);
    expect(sent).not.toContain(personal);
    expect(sent).not.toContain('[');
  });
});

describe('words', () => {
  const answer = canned('takasaki', { easy: '窓口に来てください。', english: 'Please come to the desk.' });

  test('are those that were chosen', () => {
    const shown = (['usual', 'easy', 'english'] as const).map((wording) => worded(answer, wording).text);
    expect(shown).toEqual([answer.text, answer.easy, answer.english]);
  });

  test('are the usual ones where an answer has no others, and say so', () => {
    expect(worded(canned('takasaki'), 'easy')).toEqual({ text: canned('takasaki').text, wording: 'usual' });
    expect(worded(canned('takasaki'), 'english').wording).toBe('usual');
  });

  test('that are copied are those on the screen, with whose they are and the source', () => {
    const copied = copyText(answer, 'easy', NOW);
    expect(copied.split('\n')[0]).toBe('【資格確認書をなくした】takasaki');
    expect(copied).toContain('窓口に来てください。');
    expect(copied).not.toContain('お越しください');
    expect(copied).toContain('出典：市の案内「紛失」');
  });
});

describe('an answer of another time', () => {
  test('says in words that it is over, or not yet right', () => {
    expect(notHolding(over, NOW)).toBe('今日の時点では、終わった答えです。');
    expect(notHolding(early, NOW)).toBe('今日の時点では、まだ始まっていない答えです。');
    expect(notHolding(over, THEN)).toBe('令和7年9月1日(2025年9月1日)の時点では、終わった答えです。');
    expect(notHolding(canned('takasaki'), NOW)).toBeUndefined();
  });

  test('says of which day it is', () => {
    expect(ofAnotherDay(NOW)).toBeUndefined();
    expect(ofAnotherDay(THEN)).toBe(
      '令和7年9月1日(2025年9月1日)の時点の答えです。いまの答えではありません。',
    );
    expect(ofAnotherDay({ asOf: day('2027-04-01'), today: TODAY })).toContain('これから変わることがあります');
  });

  test('is never pasted into a mail without a warning', () => {
    expect(copyText(canned('takasaki'), 'usual', NOW)).toBe(pasteText(canned('takasaki')));
    expect(copyText(canned('takasaki'), 'usual', THEN).split('\n')[0]).toMatch(
      /^※ 令和7年9月1日.*いまの答えではありません。$/,
    );
    expect(copyText(over, 'usual', NOW).split('\n')[0]).toBe('※ 今日の時点では、終わった答えです。');
  });

  test('tells from when until when it is right, in both calendars', () => {
    expect(validity({})).toBe('');
    expect(validity({ from: day('2024-12-02') })).toBe('令和6年12月2日(2024年12月2日)からの答えです。');
    expect(validity({ from: day('2024-12-02'), until: day('2025-12-01') })).toBe(
      '令和6年12月2日(2024年12月2日)から令和7年12月1日(2025年12月1日)までの答えです。',
    );
  });
});

test.each([
  ['2026-11-21', true],
  ['2026-11-22', false],
  ['2026-11-23', false],
])('an entry to be read again by %s is late today: %s', (review, isOver) => {
  const note = reviewNote(day(review), TODAY);
  expect(note.isOver).toBe(isOver);
  expect(note.text.includes('見直しの時期を過ぎています')).toBe(isOver);
});
