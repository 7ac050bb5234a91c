import { describe, expect, test } from 'vitest';
import { createTwice, DEFAULT_EXIT, exitUrlOf, languageOf } from '../../../bots/web/widget/options.ts';
import { WORDS } from '../../../bots/web/widget/words.ts';

describe('the address to leave to', () => {
  test.each(['https://example.jp/', 'http://example.jp/a?b=c#d'])('may be "%s"', (url) => {
    expect(exitUrlOf(url)).toBe(url);
  });

  test.each(['', '/weather', 'example.jp', 'javascript:alert(1)', 'data:text/html,x', 'tel:110', 'https://'])(
    'is the usual one instead of "%s"',
    (url) => {
      expect(exitUrlOf(url)).toBe(DEFAULT_EXIT);
    },
  );
});

describe('Esc Esc', () => {
  test.each([
    [
      [0, 600],
      [false, true],
    ],
    [
      [0, 601],
      [false, false],
    ],
    // Tried again after a slow first time.
    [
      [0, 700, 1000],
      [false, false, true],
    ],
    [[5], [false]],
  ])('pressed at %j is a second press: %j', (times, expected) => {
    const isTwice = createTwice();
    expect(times.map(isTwice)).toEqual(expected);
  });
});

test.each([
  ['ja', 'ja'],
  ['easy', 'easy'],
  ['en', 'en'],
  ['', 'ja'],
  ['fr', 'ja'],
  [null, 'ja'],
])('language="%s" speaks %s', (attribute, language) => {
  expect(languageOf(attribute)).toBe(language);
});

test('the words on the button are the same in plain Japanese, so that everybody finds it', () => {
  expect(WORDS.easy.ask).toBe(WORDS.ja.ask);
});

test('English is marked as such, and holds no Japanese', () => {
  expect(WORDS.en.lang).toBe('en');
  expect(Object.values(WORDS.en).join('')).not.toMatch(/[\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Han}]/u);
});
