import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attributesFor, DEFAULTS, snippet } from '../../../bots/web/embed-page/snippet.ts';

const SCRIPT = 'https://bot.example/widget.js';

describe('the snippet', () => {
  test('is one line where nothing was chosen', () => {
    expect(snippet(DEFAULTS, SCRIPT)).toBe(`<script type="module" src="${SCRIPT}"></script>`);
  });

  test('holds what was chosen, and not what is usual', () => {
    const options = { ...DEFAULTS, insurer: 'takasaki', position: 'left', color: '#197A4B', furigana: true };
    expect(snippet(options, SCRIPT)).toBe(
      `<script type="module" src="${SCRIPT}" data-insurer="takasaki" data-position="left" data-color="#197A4B" data-furigana></script>`,
    );
  });

  test('brings the element itself for a place on the page, which has no corner', () => {
    const options = { ...DEFAULTS, isInline: true, insurer: 'ako', position: 'left', heading: ' 質問窓口 ' };
    expect(snippet(options, SCRIPT)).toBe(
      `<madoguchi-chat inline insurer="ako" heading="質問窓口"></madoguchi-chat>\n<script type="module" src="${SCRIPT}"></script>`,
    );
  });

  test('lets no text out of its attribute', () => {
    const given = fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', 'a', ' ', '/', '市') });
    fc.assert(
      fc.property(given, given, fc.boolean(), (heading, question, isInline) => {
        const html = snippet({ ...DEFAULTS, heading, question, isInline }, SCRIPT);
        const shape = html.replace(/="[^"<>]*"/g, '=""');
        expect(shape).toMatch(
          /^(?:<madoguchi-chat inline[ a-z=""-]*><\/madoguchi-chat>\n)?<script type="" src=""[ a-z=""-]*><\/script>$/,
        );
      }),
    );
  });

  test('gives back what was typed when a browser reads it', () => {
    const heading = `保険証の"質問" <窓口> & 'よくある'`;
    const written = /data-heading="([^"]*)"/.exec(snippet({ ...DEFAULTS, heading }, SCRIPT))![1]!;
    const read = written
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
    expect(read).toBe(heading);
  });
});

test('the preview gets the same attributes as the snippet', () => {
  const options = { ...DEFAULTS, language: 'easy', exitUrl: 'https://example.jp/', furigana: true };
  expect(attributesFor(options)).toEqual([
    ['language', 'easy'],
    ['exit-url', 'https://example.jp/'],
    ['furigana', ''],
  ]);
});
