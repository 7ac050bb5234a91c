import { describe, expect, it } from 'vitest';
import { askingClauses, asks } from '../../../src/intents/reading/asking.ts';

describe('a clause asks', () => {
  it.each([
    ['いつまで使えますか。', 'か'],
    ['なくした?', 'a mark'],
    ['やり方を教えて', 'a request'],
    ['期限も知りたいんですけど', 'a wish to know'],
    ['登録を解除したいです。', 'a wish'],
    ['使えるんやろ', 'a dialect'],
    ['なんばすればよかとね', 'another'],
    ['どこに行けばいいのか分からない', 'a question word'],
    ['落とさないか心配です。', 'a worry'],
    ['where do i call', 'English'],
    ['can i register it', 'English without a question word'],
  ])('%s (%s)', (clause) => expect(asks(clause)).toBe(true));

  it.each(['去年の夏に越してきました。', '母は九十です。', 'i lost my card.', '保険証'])(
    'or does not: %s',
    (clause) => expect(asks(clause)).toBe(false),
  );
});

describe('the clauses that ask', () => {
  it('outright, where there are such', () => {
    const clauses = ['期限が切れそうで心配です。', '母は七十です。', 'どこで更新できますか。'];
    expect(askingClauses(clauses)).toEqual(['どこで更新できますか。']);
  });

  it('else by a wish or a worry', () => {
    expect(askingClauses(['母は七十です。', '落とすのが心配です。'])).toEqual(['落とすのが心配です。']);
  });

  it('or none', () => expect(askingClauses(['母は七十です。'])).toEqual([]));
});
