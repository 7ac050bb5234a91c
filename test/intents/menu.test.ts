import { expect, it } from 'vitest';
import { isMenuIntent, loadMenuTopics, MENU_INTENTS, MENU_PREFIX } from '../../src/intents/index.ts';

const topics = loadMenuTopics();

it('every intent has phrasings under its id', () => {
  expect(topics.map(({ id }) => id)).toEqual(MENU_INTENTS.map((intent) => MENU_PREFIX + intent));
  for (const { id, phrasings } of topics) expect([id, phrasings.length >= 10]).toEqual([id, true]);
});

it('no phrasing stands for two intents', () => {
  const all = topics.flatMap(({ phrasings }) => phrasings);
  expect(all.filter((text, i) => all.indexOf(text) !== i)).toEqual([]);
});

it.each([
  ['human', true],
  ['menu:human', false],
  ['constructor', false],
  ['', false],
])('%s is a menu intent: %s', (text, is) => expect(isMenuIntent(text)).toBe(is));
