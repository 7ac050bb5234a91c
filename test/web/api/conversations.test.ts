import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createConversations } from '../../../bots/web/api/conversations.ts';

const MINUTE = 60_000;

describe('a conversation', () => {
  test('is kept as given, and unknown under any other id', () => {
    const store = createConversations<object>();
    const value = Object.freeze({ version: 1 });
    store.put('a', value, 0);
    expect(store.get('a', 0)).toBe(value);
    expect(store.get('b', 0)).toBeUndefined();
  });

  test.each([
    [30 * MINUTE - 1, 'kept'],
    [30 * MINUTE, undefined],
    [30 * MINUTE + 1, undefined],
  ])('after %i ms is %s', (now, expected) => {
    const store = createConversations<string>();
    store.put('a', 'kept', 0);
    expect(store.get('a', now)).toBe(expected);
  });

  test('lives on with every turn', () => {
    const store = createConversations<number>();
    for (let turn = 0; turn < 5; turn += 1) store.put('a', turn, turn * 29 * MINUTE);
    expect(store.get('a', 5 * 29 * MINUTE)).toBe(4);
  });

  test('leaves memory when it has expired, even if nobody asks for it again', () => {
    const store = createConversations<string>();
    for (const id of ['a', 'b', 'c']) store.put(id, id, 0);
    store.put('d', 'd', 31 * MINUTE);
    expect(store.size).toBe(1);
  });

  test('expires although the clock was set back', () => {
    const store = createConversations<string>();
    store.put('late', 'late', 60 * MINUTE);
    store.put('early', 'early', 0);
    expect(store.get('early', 31 * MINUTE)).toBeUndefined();
  });
});

describe('what leads to a conversation', () => {
  test('can go when it goes: by wish, by time, or for want of room, but not while it lives on', () => {
    const gone: string[] = [];
    const store = createConversations<string>({ most: 2, forgotten: (value) => gone.push(value) });
    store.put('a', 'first', 0);
    store.put('a', 'second', 0);
    store.put('b', 'by wish', 0);
    store.delete('b');
    store.delete('b');
    expect(gone).toEqual(['by wish']);
    store.put('c', 'c', 0);
    store.put('d', 'd', 0);
    expect(gone).toEqual(['by wish', 'second']);
    store.get('c', 30 * MINUTE);
    expect(gone).toEqual(['by wish', 'second', 'c', 'd']);
    expect(store.size).toBe(0);
  });
});

describe('a full store', () => {
  test('drops the one that has been silent longest', () => {
    const store = createConversations<string>({ most: 2 });
    store.put('a', 'a', 0);
    store.put('b', 'b', 1);
    store.put('a', 'a again', 2);
    store.put('c', 'c', 3);
    expect(['a', 'b', 'c'].map((id) => store.get(id, 3))).toEqual(['a again', undefined, 'c']);
  });

  test('holds 10,000', () => {
    const store = createConversations<number>();
    for (let id = 0; id < 10_001; id += 1) store.put(String(id), id, 0);
    expect(store.size).toBe(10_000);
    expect(store.get('0', 0)).toBeUndefined();
    expect(store.get('10000', 0)).toBe(10_000);
  });
});

test('a store behaves like a list that is searched from its end', () => {
  const step = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), wait: fc.integer({ min: 0, max: 12 }) });
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const store = createConversations<number>({ idleMs: 10, most: 3 });
      let list: { id: string; value: number; at: number }[] = [];
      let now = 0;
      steps.forEach(({ id, wait }, value) => {
        now += wait;
        store.put(id, value, now);
        list = [...list.filter((kept) => kept.id !== id && now - kept.at < 10), { id, value, at: now }].slice(
          -3,
        );
        for (const name of ['a', 'b', 'c', 'd'])
          expect(store.get(name, now)).toBe(list.find((kept) => kept.id === name)?.value);
      });
    }),
  );
});
