import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bold, clip, clipEscaped, escapeMrkdwn, link, plainOf } from '../../bots/slack/render/mrkdwn.ts';

describe('mrkdwn', () => {
  test('what is escaped reads as it was, whatever it was', () => {
    const text = fc.string({ unit: fc.constantFrom('<', '>', '&', 'a', ';', '@', '!', '|', 'lt;') });
    fc.assert(
      fc.property(text, (typed) => {
        expect(escapeMrkdwn(typed)).not.toMatch(/[<>]/);
        expect(plainOf(escapeMrkdwn(typed))).toBe(typed);
      }),
    );
  });

  test.each([
    ['<@U0BOT> 保険証をなくした', '保険証をなくした'],
    ['<@U0BOT|bot> <!here> 保険証', '保険証'],
    ['<#C1|窓口> で聞いた', '窓口 で聞いた'],
    ['<https://example.jp|ここ> と <https://example.jp>', 'ここ と https://example.jp'],
    ['A &amp; B &lt;C&gt;', 'A & B <C>'],
  ])('%s is read as %s', (mrkdwn, plain) => {
    expect(plainOf(mrkdwn)).toBe(plain);
  });

  test('bold cannot be ended from within', () => {
    expect(bold('a*b\nc<d')).toBe('*a＊b c&lt;d*');
  });

  test.each([
    ['https://example.jp/a|b', '<https://example.jp/a%7Cb|x｜y>'],
    ['https://example.jp/?a=1&b=2', '<https://example.jp/?a=1&amp;b=2|x｜y>'],
    ['javascript:alert(1)', 'x｜y'],
    ['!channel', 'x｜y'],
  ])('a link to %s', (url, shown) => {
    expect(link(url, 'x|y')).toBe(shown);
  });

  test('what is clipped is never longer, and no character or entity is cut in two', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('&', '😀', '字', '<') }),
        fc.integer({ min: 1, max: 30 }),
        (text, most) => {
          expect(clip(text, most).length).toBeLessThanOrEqual(most);
          expect(clip(text, most).isWellFormed()).toBe(true);
          const escaped = clipEscaped(text, most);
          expect(escaped.length).toBeLessThanOrEqual(most);
          expect(escaped).toMatch(/^(?:&amp;|&lt;|😀|字)*…?$/u);
        },
      ),
    );
  });
});
