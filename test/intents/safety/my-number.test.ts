import { describe, expect, it } from 'vitest';
import { holdsMyNumber, isMyNumber } from '../../../src/intents/safety/my-number.ts';
import { normalise } from '../../../src/text/index.ts';

describe('the check digit', () => {
  it.each([
    ['123456789018', true, 'the usual specimen'],
    ['123456789017', false, 'one less'],
    ['123456789019', false, 'one more'],
    ['000000000000', true, 'remainder 0 has the check digit 0'],
    ['023456789013', true, 'a leading zero'],
    ['12345678901', false, 'eleven digits'],
    ['1234567890188', false, 'thirteen'],
    ['12345678901a', false, 'a letter'],
  ])('%s: %s (%s)', (digits, valid) => expect(isMyNumber(digits)).toBe(valid));
});

describe('in a sentence', () => {
  it.each([
    ['123456789018', 'alone'],
    ['1234 5678 9018', 'in groups, as printed on the card'],
    ['1234-5678-9018', 'with hyphens'],
    ['1234‐5678−9018', 'of other kinds'],
    ['1234ー5678ー9018', 'with the long mark, which a Japanese keyboard gives for a hyphen'],
    ['1234・5678・9018', 'with dots'],
    ['1234 - 5678 - 9018', 'with spaces around them'],
    ['1234\n5678\n9018', 'on three lines'],
    ['１２３４　５６７８　９０１８', 'full width'],
    ['一二三四五六七八九〇一八', 'in kanji'],
    ['1 2 3 4 5 6 7 8 9 0 1 8', 'digit by digit'],
    ['12\u200b3456789018', 'with something invisible in it'],
    ['マイナンバー123456789018です', 'after the long mark of マイナンバー'],
    ['番号-123456789018', 'after a dash'],
    ['私の番号は123456789018で、母は保険証がありません', 'among other words'],
    ['111111111111と123456789018', 'the second of two'],
  ])('%j: %s', (text) => expect(holdsMyNumber(normalise(text))).toBe(true));

  it.each([
    ['123456789017', 'a wrong check digit'],
    ['0123456789018', 'thirteen digits whose last twelve would pass'],
    ['1234567890180', 'thirteen digits whose first twelve would pass'],
    ['1234-5678-9018-1', 'a longer number in groups'],
    ['0ー1234ー5678ー9018', 'with long marks'],
    ['090-1234-5678', 'a mobile phone'],
    ['0984-23-0116', 'a desk'],
    ['0120-95-0178', 'the call centre'],
    ['12桁の番号', 'talk about it'],
    ['2026年11月21日10時30分', 'a date'],
    ['令和八年十一月二十一日', 'in kanji'],
    ['', 'nothing'],
  ])('not %s: %s', (text) => expect(holdsMyNumber(normalise(text))).toBe(false));
});
