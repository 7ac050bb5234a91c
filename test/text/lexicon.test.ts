import { describe, expect, it } from 'vitest';
import { LEXICON, lexiconTerms, normalise } from '../../src/text/index.ts';

describe.each([...LEXICON])('%s', (term, reading) => {
  it('stands as normalised text has it, or it would never be found', () =>
    expect(normalise(term)).toBe(term));
  it('has its reading in katakana', () => expect(reading).toMatch(/^[ァ-ヶー]+$/));
});

it.each([
  ['マイナ保険証をなくした', ['マイナ保険証', '保険証'], 'a term inside a longer one counts as well'],
  ['国民健康保険税の滞納', ['国民健康保険税', '国民健康保険'], 'the longest first'],
  ['資格確認書と資格情報のお知らせ', ['資格情報のお知らせ', '資格確認書', '資格情報'], 'two terms'],
  ['保険証と保険証', ['保険証'], 'twice is once'],
  ['今日の天気', [], 'nothing of ours'],
])('%s: %j (%s)', (text, terms) => expect(lexiconTerms(text)).toEqual(expect.arrayContaining(terms)));
