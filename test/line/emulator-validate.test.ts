import { describe, expect, it } from 'vitest';
import { violationsOf, violationsOfMessages, violationsOfRichMenu } from '../../bots/line/emulator/index.ts';

const text = (length: number) => ({ type: 'text', text: 'あ'.repeat(length) });
const postback = (rest: object = {}) => ({ type: 'postback', label: '選ぶ', data: 'd', ...rest });
const quick = (...items: readonly object[]) => ({
  type: 'text',
  text: 'どうぞ',
  quickReply: { items: items.map((action) => ({ type: 'action', action })) },
});
const bubble = (...contents: readonly object[]) => ({
  type: 'bubble',
  body: { type: 'box', layout: 'vertical', contents },
});
const flex = (contents: object, altText = '答え') => ({ type: 'flex', altText, contents });
const inBox = (component: object) => flex(bubble(component));
const button = (action: object) => inBox({ type: 'button', action });
const uri = (address: string) => button({ type: 'uri', label: '開く', uri: address });
const picker = (rest: object) =>
  quick({ type: 'datetimepicker', label: '日付', data: 'd', mode: 'date', ...rest });
const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value));
/** A bubble of exactly so many bytes. */
function bubbleOf(size: number) {
  const spare = size - bytes(bubble({ type: 'text', text: '' }));
  return bubble({ type: 'text', text: 'a'.repeat(spare) });
}
/** A carousel of exactly so many bytes. */
function carouselOf(size: number) {
  const frame = { type: 'carousel', contents: [bubbleOf(20_000), bubbleOf(20_000)] };
  return { ...frame, contents: [...frame.contents, bubbleOf(size - bytes(frame) - 1)] };
}
const menu = (rest: object = {}) => ({
  size: { width: 2500, height: 843 },
  selected: true,
  name: 'メニュー',
  chatBarText: 'メニュー',
  areas: [],
  ...rest,
});
const menuArea = (bounds: object) =>
  menu({ areas: [{ bounds, action: { type: 'message', text: 'こんにちは' } }] });

/** Each limit: how long it may be, and what is made so long. */
const LIMITS: readonly (readonly [string, number, (length: number) => unknown])[] = [
  ['a text, in UTF-16 units', 5_000, text],
  ['an alternative text', 1_500, (n) => flex(bubble({ type: 'text', text: 'a' }), 'a'.repeat(n))],
  ['a bubble, in bytes', 30_000, (n) => flex(bubbleOf(n))],
  ['a carousel, in bytes', 50_000, (n) => flex(carouselOf(n))],
  [
    'the bubbles of a carousel',
    12,
    (n) => flex({ type: 'carousel', contents: Array.from({ length: n }, () => bubble({ type: 'filler' })) }),
  ],
  ['quick replies', 13, (n) => quick(...Array.from({ length: n }, () => postback()))],
  ['a quick reply’s label, in letters as read', 20, (n) => quick(postback({ label: '👨‍👩‍👧'.repeat(n) }))],
  ['a button’s label', 40, (n) => button(postback({ label: 'あ'.repeat(n) }))],
  ['postback data', 300, (n) => button(postback({ data: 'd'.repeat(n) }))],
  ['the text that a postback shows', 300, (n) => button(postback({ displayText: 'あ'.repeat(n) }))],
  ['the text of a message action', 300, (n) => quick({ type: 'message', label: 'は', text: 'あ'.repeat(n) })],
  ['an address', 1_000, (n) => uri(`https://example.jp/${'a'.repeat(n - 19)}`)],
  [
    'the text of a template of buttons',
    160,
    (n) => ({
      type: 'template',
      altText: 'a',
      template: { type: 'buttons', text: 'あ'.repeat(n), actions: [postback()] },
    }),
  ],
];

describe('the limits of a message', () => {
  it.each(LIMITS)('%s: %i', (_what, most, make) => {
    expect(violationsOf(make(most - 1))).toEqual([]);
    expect(violationsOf(make(most))).toEqual([]);
    expect(violationsOf(make(most + 1))).not.toEqual([]);
  });

  it('a call carries one to five messages, and says which of them is wrong', () => {
    const calls = [0, 1, 5, 6].map(
      (n) => violationsOfMessages(Array.from({ length: n }, () => text(1))).length,
    );
    expect(calls).toEqual([1, 0, 0, 1]);
    expect(violationsOfMessages([text(1), text(0)])).toEqual([
      { path: 'messages[1].text', problem: 'May not be empty' },
    ]);
    expect(violationsOfMessages('text')).toMatchObject([{ path: 'messages' }]);
  });
});

describe('a Flex message', () => {
  it('names a misspelt property by its path, however deep', () => {
    const box = {
      type: 'box',
      layout: 'horizontal',
      contents: [{ type: 'text', text: 'a', colour: '#000000' }],
    };
    expect(violationsOf(inBox(box))).toEqual([
      { path: 'contents.body.contents[0].contents[0].colour', problem: 'Unknown property' },
    ]);
  });

  it.each([
    ['text without words', { type: 'text', text: '' }],
    ['text without anything', { type: 'text' }],
    ['a colour by name', { type: 'text', text: 'a', color: 'red' }],
    ['a short colour', { type: 'text', text: 'a', color: '#fff' }],
    ['a size that does not exist', { type: 'text', text: 'a', size: 'xxxl' }],
    ['a margin in per cent', { type: 'text', text: 'a', margin: '5%' }],
    ['a button without an action', { type: 'button' }],
    ['a button without a label', { type: 'button', action: { type: 'postback', data: 'd' } }],
    ['an icon outside a baseline box', { type: 'icon', url: 'https://example.jp/a.png' }],
    [
      'a button in a baseline box',
      { type: 'box', layout: 'baseline', contents: [{ type: 'button', action: postback() }] },
    ],
    ['a picture over HTTP', { type: 'image', url: 'http://example.jp/a.png' }],
    [
      'a picture four times as high as wide',
      { type: 'image', url: 'https://example.jp/a.png', aspectRatio: '1:4' },
    ],
    ['a component that does not exist', { type: 'table' }],
  ])('is refused with %s', (_why, component) => {
    expect(violationsOf(inBox(component))).not.toEqual([]);
  });

  it.each([
    { type: 'text', text: 'a', size: '17px', color: '#00000080', weight: 'bold', wrap: true, maxLines: 2 },
    { type: 'text', contents: [{ type: 'span', text: 'a', decoration: 'underline' }] },
    {
      type: 'box',
      layout: 'baseline',
      contents: [{ type: 'icon', url: 'https://example.jp/a.png', size: 'sm' }],
    },
    { type: 'box', layout: 'vertical', contents: [], paddingAll: '5%', borderWidth: 'semi-bold', flex: 0 },
    { type: 'button', style: 'primary', height: 'sm', color: '#0017C1', action: postback() },
    { type: 'separator', margin: 'md', color: '#CCCCCC' },
    { type: 'spacer', size: 'md' },
    {
      type: 'image',
      url: 'https://example.jp/a.png',
      size: 'full',
      aspectRatio: '20:13',
      aspectMode: 'cover',
    },
  ])('may hold %j', (component) => {
    expect(violationsOf(inBox(component))).toEqual([]);
  });

  it('must show something, and its bubbles side by side are equally wide', () => {
    expect(violationsOf(flex({ type: 'bubble' }))).not.toEqual([]);
    const [small, large] = ['kilo', 'mega'].map((size) => ({ ...bubble({ type: 'filler' }), size }));
    expect(violationsOf(flex({ type: 'carousel', contents: [small, small] }))).toEqual([]);
    expect(violationsOf(flex({ type: 'carousel', contents: [small, large] }))).not.toEqual([]);
  });
});

describe('an action', () => {
  it.each([
    'https://www.city.takasaki.gunma.jp/?q=%E4%BF%9D',
    'tel:119',
    'tel:0984-23-0116',
    'tel:+81-984-23-0116',
    'tel:%238008',
    'mailto:kokuho@example.jp',
    'line://nv/location',
  ])('may open %s', (address) => {
    expect(violationsOf(uri(address))).toEqual([]);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,a',
    'www.example.jp',
    'https://',
    'https://example.jp/保険',
    'https://example.jp/a b',
    'tel:',
    'tel:0984-23-0116(内線3)',
    'tel:09842--3',
    'tel:#8008',
    'mailto:nobody',
  ])('may not open %s', (address) => {
    expect(violationsOf(uri(address))).not.toEqual([]);
  });

  it('asks for a date between the first and the last day that a phone can pick', () => {
    expect(violationsOf(picker({ min: '1900-01-01', max: '2100-12-31', initial: '1956-11-01' }))).toEqual([]);
    expect(violationsOf(picker({ min: '1899-12-31' }))).not.toEqual([]);
    expect(violationsOf(picker({ max: '2101-01-01' }))).not.toEqual([]);
    expect(violationsOf(picker({ initial: '2023-02-29' }))).not.toEqual([]);
    expect(violationsOf(picker({ initial: '1956-11-1' }))).not.toEqual([]);
    expect(violationsOf(picker({ initial: '1956-11-01T10:00' }))).not.toEqual([]);
    expect(violationsOf(picker({ mode: 'datetime', initial: '1956-11-01t10:00' }))).toEqual([]);
    expect(violationsOf(picker({ mode: 'time', initial: '24:00' }))).not.toEqual([]);
  });

  it('asks for a date only where the first possible one is before the last', () => {
    expect(violationsOf(picker({ min: '2026-08-01', max: '2026-08-02' }))).toEqual([]);
    expect(violationsOf(picker({ min: '2026-08-01', max: '2026-08-01' }))).not.toEqual([]);
    expect(violationsOf(picker({ min: '2026-08-02', max: '2026-08-01' }))).not.toEqual([]);
  });

  it('opens the camera from a quick reply alone, and says one thing of what was pressed', () => {
    expect(violationsOf(quick({ type: 'camera', label: '写真' }))).toEqual([]);
    expect(violationsOf(button({ type: 'camera', label: '写真' }))).not.toEqual([]);
    expect(violationsOf(button(postback({ displayText: 'a', text: 'b' })))).not.toEqual([]);
    expect(violationsOf(button(postback({ fillInText: 'a' })))).not.toEqual([]);
  });
});

describe('a rich menu', () => {
  it.each([
    ['the letters of the bar', 14, (n: number) => menu({ chatBarText: 'あ'.repeat(n) })],
    ['the letters of the name', 300, (n: number) => menu({ name: 'あ'.repeat(n) })],
    ['the width', 2_500, (n: number) => menu({ size: { width: n, height: 843 } })],
    ['an area’s right edge', 2_500, (n: number) => menuArea({ x: 0, y: 0, width: n, height: 843 })],
    ['an area’s lower edge', 843, (n: number) => menuArea({ x: 0, y: 3, width: 10, height: n - 3 })],
  ])('%s: %i', (_what, most, make) => {
    expect(violationsOfRichMenu(make(most - 1))).toEqual([]);
    expect(violationsOfRichMenu(make(most))).toEqual([]);
    expect(violationsOfRichMenu(make(most + 1))).not.toEqual([]);
  });

  it('is at least 1.45 times as wide as high, 800 wide and 250 high', () => {
    const sized = (width: number, height: number) => violationsOfRichMenu(menu({ size: { width, height } }));
    expect(sized(1450, 1000)).toEqual([]);
    expect(sized(1449, 1000)).not.toEqual([]);
    expect(sized(799, 400)).not.toEqual([]);
    expect(sized(800, 249)).not.toEqual([]);
  });

  it('has no more than 20 areas', () => {
    const area = { bounds: { x: 0, y: 0, width: 9, height: 9 }, action: { type: 'postback', data: 'd' } };
    const areas = (length: number) =>
      violationsOfRichMenu(menu({ areas: Array.from({ length }, () => area) }));
    expect(areas(20)).toEqual([]);
    expect(areas(21)).not.toEqual([]);
  });
});
