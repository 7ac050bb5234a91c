import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber, withDigits, withKanaDigits } from '../../src/text/numerals.ts';

describe('readNumber', () => {
  it.each([
    ['31', 31],
    ['３１', 31],
    ['元', 1],
    ['十', 10],
    ['十一', 11],
    ['三十', 30],
    ['三十一', 31],
    ['三一', 31],
    ['二〇二六', 2026],
    ['二○二六', 2026],
    ['二零二六', 2026],
    ['千九百五十六', 1956],
    ['二千二十六', 2026],
    ['弐拾参', 23],
    ['じゅういち', 11],
    ['さんじゅういち', 31],
    ['せんきゅうひゃくごじゅうろく', 1956],
    ['ろっぴゃく', 600],
    ['がん', 1],
  ])('%s is %i', (text, value) => expect(readNumber(text)).toBe(value));

  it.each(['', '十十', '十百', '二三十', '一月', 'かき', '-1', '3.5'])('%j is no number', (text) =>
    expect(readNumber(text)).toBeUndefined(),
  );

  it('reads every number below ten thousand that it is told in kanji', () => {
    const digits = '〇一二三四五六七八九';
    const units = ['千', '百', '十', ''];
    const kanji = (value: number) =>
      [...String(value).padStart(4, '0')]
        .map((digit, i) =>
          digit === '0' ? '' : (digit === '1' && i < 3 ? '' : digits[Number(digit)]) + units[i]!,
        )
        .join('');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (value) => {
        expect(readNumber(kanji(value))).toBe(value);
        expect(readNumber([...String(value)].map((digit) => digits[Number(digit)]).join(''))).toBe(value);
      }),
    );
  });
});

describe('in a text', () => {
  it('kanji numbers become digits and the rest stays', () => {
    expect(withDigits('昭和三十一年十一月一日生まれの母です')).toBe('昭和31年11月1日生まれの母です');
  });

  it('spoken numbers become digits before their unit, particles stay', () => {
    expect(withKanaDigits('ははは じゅういちがつ', 'がつ', 12)).toBe('ははは 11がつ');
    expect(withKanaDigits('ようにごがつ', 'がつ', 12)).toBe('ように5がつ');
  });
});
