import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareClause, clausesOf, listsOn, saysAlso } from '../../../src/intents/reading/clauses.ts';
import { normalise } from '../../../src/text/index.ts';

describe('clauses', () => {
  it.each([
    ['資格確認書をなくしました', ['資格確認書をなくしました'], 'one'],
    [
      '先月引っ越してきました。保険証はどうなりますか。',
      ['先月引っ越してきました。', '保険証はどうなりますか。'],
      'sentences',
    ],
    [
      '母の代わりに聞きたいんですけど、いつごろ届きますか',
      ['母の代わりに聞きたいんですけど、', 'いつごろ届きますか'],
      'a comma',
    ],
    [
      'あと、なくしたらどうしますか',
      ['あと、なくしたらどうしますか'],
      'a word alone stays with its neighbour',
    ],
    ['なくしたらどうしますか、ねえ', ['なくしたらどうしますか、ねえ'], 'the last one too'],
    [
      '登録のしかたを教えて それと期限も知りたい',
      ['登録のしかたを教えて それと期限も知りたい'],
      'a space is no end',
    ],
    [
      '登録のしかたを教えてそれと期限も知りたい',
      ['登録のしかたを教えて', 'それと期限も知りたい'],
      'それと begins another',
    ],
    ['退職したあとどうなりますか', ['退職したあとどうなりますか'], 'あと that means afterwards does not'],
    ['役所に返すのそれとも捨てるの', ['役所に返すのそれとも捨てるの'], 'nor does それとも'],
    [
      'i lost my card. where do i call, and what do i need?',
      ['i lost my card.', ' where do i call,', ' and what do i need?'],
      'English',
    ],
    ['do i have to hand over my card', ['do i have to hand over my card'], 'not within a word'],
  ])('%s: %j (%s)', (text, clauses) => expect(clausesOf(text)).toEqual(clauses));

  it('give the text again', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('、', '。', '?', 'それと', 'あと', '資格確認書をなくした', ', and ', '. ', ' '),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = normalise(pieces.join(''));
        expect(clausesOf(text).join('')).toBe(text);
      }),
    );
  });
});

describe('what ties a clause to its neighbours', () => {
  it.each([
    ['それと期限も', true],
    [' あと、住所が違う', true],
    [' and what do i need?', true],
    ['また、取り消し方を', true],
    ['またなくした', false],
    ['それともう一つのほう', false],
    ['あとで変えられますか', false],
    ['android', false],
  ])('%s begins with a word like それと: %s', (clause, expected) => expect(saysAlso(clause)).toBe(expected));

  it.each([
    ['なくしたのと、', true],
    ['限度額のことと、', true],
    ['なぜ使えなかったのかと、', true],
    ['カードを落としたし、', true],
    ['期限があるか、', true],
    ['カードを使うと、', false],
    ['更新を失念し、', false],
    ['なくしたのと', false],
  ])('%s is one of a list: %s', (clause, expected) => expect(listsOn(clause)).toBe(expected));

  it.each([
    ['それと、期限は?', '期限は?'],
    ['会社を辞めたいのと、', '会社を辞めたい'],
    [' and where?', 'where?'],
    ['期限は?', '期限は?'],
  ])('%s without them: %s', (clause, bare) => expect(bareClause(clause)).toBe(bare));
});
