import { describe, expect, test } from 'vitest';
import { webTalk } from '../../bin/web-talk.ts';
import type { GivenFeedback } from '../../src/storage/index.ts';
import { knowledge } from '../conversation/talk.ts';

const given: (readonly [GivenFeedback, string, number])[] = [];
const feedback = {
  add: async (...call: readonly [GivenFeedback, string, number]) => void given.push(call),
  list: async () => [],
};
const talk = webTalk({ knowledge, store: { feedback }, typeset: (text) => text });
const { kb } = knowledge;

describe('the web channel', () => {
  test('names every insurer as on a button, in English where there is a name', () => {
    expect(talk.insurers('ja')).toEqual(
      Object.entries(kb.insurers).map(([id, { short }]) => ({ id, name: short })),
    );
    expect(talk.insurers('en')).toEqual(
      Object.entries(kb.insurers).map(([id, { short, english }]) => ({ id, name: english?.short ?? short })),
    );
  });

  test('lists every entry once, under its category', () => {
    const menu = talk.menu('ja');
    expect(menu.map(({ label }) => label)).toEqual(Object.values(kb.categories).map(({ label }) => label));
    for (const { id, entries } of menu) {
      const own = Object.entries(kb.entries).filter(([, { category }]) => category === id);
      expect(entries).toEqual(own.map(([entry, { title }]) => ({ label: title, value: `entry:${entry}` })));
    }
  });

  test('stores an opinion as one of its own', async () => {
    const opinion = { entry: 'certificate-lost', insurer: null, helpful: true, comment: null };
    await talk.addFeedback(opinion, 'random-id', 7);
    expect(given).toEqual([[{ ...opinion, channel: 'web' }, 'random-id', 7]]);
  });
});
