import { describe, expect, test } from 'vitest';
import { attributesOf, embed, TAG, tagOf } from '../../../bots/web/widget/embed.ts';

const SCRIPT = new URL('https://bot.example/widget.js');

/** A script tag as a page holds it. */
function tag(src: string, data: Readonly<Record<string, string>> = {}) {
  return {
    src,
    getAttribute: (name: string) => data[name] ?? null,
    hasAttribute: (name: string) => name in data,
  };
}

/** As much of a page as embedding touches, with what was added to it. */
function page(tags: readonly ReturnType<typeof tag>[], readyState = 'interactive') {
  const chats: Record<string, string>[] = [];
  const waiting: (() => void)[] = [];
  const fake = {
    readyState,
    scripts: tags,
    querySelector: (selector: string) => (selector === TAG ? (chats[0] ?? null) : null),
    createElement: () => {
      const attributes: Record<string, string> = {};
      return {
        attributes,
        setAttribute(name: string, value: string) {
          attributes[name] = value;
        },
      };
    },
    body: { append: (chat: { attributes: Record<string, string> }) => void chats.push(chat.attributes) },
    addEventListener: (_name: string, listener: () => void) => void waiting.push(listener),
  };
  return { document: fake as unknown as Document, chats, waiting };
}

describe('the script tag', () => {
  test.each([
    'https://bot.example/widget.js',
    'https://bot.example/widget.js?v=2',
    'http://bot.example/widget.js#x',
  ])('is known by the address "%s"', (src) => {
    expect(tagOf([tag('https://city.example/menu.js'), tag(src)], SCRIPT)?.src).toBe(src);
  });

  test.each(['', 'https://city.example/widget.js', 'https://bot.example/other/widget.js', 'widget.js'])(
    'is not "%s"',
    (src) => {
      expect(tagOf([tag(src)], SCRIPT)).toBeUndefined();
    },
  );

  test('marked data-manual only defines the element', () => {
    const { document, chats } = page([tag(SCRIPT.href, { 'data-manual': '' })]);
    embed(document, SCRIPT);
    expect(chats).toEqual([]);
  });

  test('gives its data-* to the chat, and nothing else', () => {
    const data = {
      'data-insurer': 'takasaki',
      'data-exit-url': 'https://example.jp/',
      'data-inline': '',
      'data-cms-id': '3',
      class: 'x',
    };
    expect(attributesOf(tag(SCRIPT.href, data))).toEqual([
      ['insurer', 'takasaki'],
      ['exit-url', 'https://example.jp/'],
    ]);
  });

  test.each([
    ['', true],
    ['true', true],
    ['false', false],
  ])('data-furigana="%s" is on: %s', (value, isOn) => {
    expect(attributesOf(tag(SCRIPT.href, { 'data-furigana': value })).length > 0).toBe(isOn);
  });
});

describe('the chat', () => {
  test('is added once, however often and under whatever version the script is loaded', () => {
    const { document, chats } = page([
      tag(SCRIPT.href, { 'data-insurer': 'takasaki' }),
      tag(SCRIPT.href),
      tag(`${SCRIPT.href}?v=2`),
    ]);
    embed(document, SCRIPT);
    embed(document, new URL('?v=2', SCRIPT));
    expect(chats).toEqual([{ insurer: 'takasaki' }]);
  });

  test('waits for the end of the page, where an element of its own may still come', () => {
    const { document, chats, waiting } = page([tag(SCRIPT.href)], 'loading');
    embed(document, SCRIPT);
    expect(chats).toEqual([]);
    for (const proceed of waiting) proceed();
    expect(chats).toEqual([{}]);
  });

  test('is not added to a page that imports the script from one of its own', () => {
    const { document, chats } = page([tag('https://city.example/bundle.js')]);
    embed(document, SCRIPT);
    expect(chats).toEqual([]);
  });
});
