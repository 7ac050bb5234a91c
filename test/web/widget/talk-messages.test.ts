import { describe, expect, test } from 'vitest';
import { en } from '../../../bots/web/widget/messages/en.ts';
import { messagesIn } from '../../../bots/web/widget/messages/index.ts';
import { ja } from '../../../bots/web/widget/messages/ja.ts';

/** Every word of the messages, with its place; functions are asked for an example. */
function wordsOf(value: unknown, place = ''): readonly (readonly [place: string, word: string])[] {
  if (typeof value === 'string') return [[place, value]];
  if (typeof value === 'function') return [[place, String(value('2026-08-01'))]];
  return Object.entries(value as object).flatMap(([key, inner]) => wordsOf(inner, `${place}.${key}`));
}

const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

describe('the words of the widget', () => {
  test('are all there in both languages, the examples apart', () => {
    const places = (messages: unknown) =>
      wordsOf(messages)
        .map(([place]) => place)
        .filter((place) => !place.includes('examples'));
    expect(places(en)).toEqual(places(ja));
    expect([...wordsOf(ja), ...wordsOf(en)].filter(([, word]) => word.trim() === '')).toEqual([]);
  });

  test('are English in English', () => {
    expect(wordsOf(en).filter(([, word]) => JAPANESE.test(word))).toEqual([]);
  });

  test('hold 、 and 。 as in the other texts, never a full-width bracket or question mark', () => {
    expect(wordsOf(ja).filter(([, word]) => /[\uff08\uff09\uff1f\uff01\uff0c\uff0e]/.test(word))).toEqual([]);
  });

  test('count in English as English does', () => {
    expect([en.composer.found(1), en.composer.found(8)]).toEqual(['1 suggestion', '8 suggestions']);
    expect(en.answer.date('2026-08-01')).toBe('1 Aug 2026');
  });

  test('of やさしい日本語 are the Japanese ones', () => {
    expect(messagesIn('easy')).toBe(ja);
    expect(messagesIn('en')).toBe(en);
  });
});
