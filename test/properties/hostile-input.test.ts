import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadTokenizer, normalise, redact, type Tokenizer } from '../../src/text/index.ts';

/** What people paste, and what is typed to break a page. */
const PIECES = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '\u{202E}',
  '\u{2066}',
  '\u{200B}',
  '\u{FFF9}証\u{FFFA}しょう\u{FFFB}',
  '\u{0}',
  '\u{D83D}',
  '\u{DE00}',
  'ﷺ',
  'Z̸̢͎̀',
  '資格確認書をなくした',
  '生年月日は1979年1月1日です',
  '{{7*7}}',
  "'; DROP TABLE--",
  '%00%0a',
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 8 })
  .map((parts) => parts.join(''));

let tokenise: Tokenizer;
beforeAll(async () => {
  tokenise = await loadTokenizer();
});

describe('whatever a resident types', () => {
  it('is cut into words that are the text, with nothing invisible left', () => {
    fc.assert(
      fc.property(hostile, (typed) => {
        const text = normalise(typed);
        expect(text.isWellFormed()).toBe(true);
        expect(text).not.toMatch(/[\p{Cc}\u{200B}\u{202A}-\u{202E}\u{2066}-\u{2069}]/u);
        const words = tokenise(text).map(({ surface }) => surface);
        expect(words.join('')).toBe(text);
      }),
    );
  });

  it('can be put down without saying who asked', () => {
    fc.assert(
      fc.property(hostile, (typed) => {
        expect(redact(typed)).not.toContain('1979年1月1日');
      }),
    );
  });
});
