import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Suggestions } from '../../../bots/web/widget/talk/suggestions.ts';
import { fakeHost } from './talk-fakes.ts';

describe('suggestions', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** A list whose finder repeats the query, and the queries that it was asked. */
  function listing() {
    const asked: string[] = [];
    const list = new Suggestions(
      fakeHost(),
      async (q) => {
        asked.push(q);
        return [1, 2, 3].map((n) => `${q}${n}`);
      },
      (text) => text.includes('昭和'),
    );
    return { list, asked };
  }

  async function opened() {
    const { list } = listing();
    list.typed('資格');
    await vi.runAllTimersAsync();
    return list;
  }

  test('ask once, after a pause, for what was typed last', async () => {
    const { list, asked } = listing();
    for (const value of ['資格', '資格確', '資格確認']) {
      list.typed(value);
      await vi.advanceTimersByTimeAsync(149);
    }
    expect(asked).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked).toEqual(['資格確認']);
    expect(list.items).toEqual(['資格確認1', '資格確認2', '資格確認3']);
  });

  test.each(['', '資', ' 資 ', 'あ'.repeat(101), '123456789012', '1234 5678', '1956年', '昭和三十一年'])(
    'are not asked for "%s", too short, too long or personal',
    async (value) => {
      const { list, asked } = listing();
      list.typed(value);
      await vi.runAllTimersAsync();
      expect(asked).toEqual([]);
    },
  );

  test('that come after the list was closed stay away', async () => {
    const { list, asked } = listing();
    list.typed('資格');
    vi.advanceTimersByTime(150);
    list.close();
    await vi.runAllTimersAsync();
    expect(asked).toEqual(['資格']);
    expect(list.items).toEqual([]);
  });

  test.each([
    [['ArrowDown'], 0],
    [['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown'], 0],
    [['ArrowUp'], 2],
    [['ArrowUp', 'ArrowUp'], 1],
    [['ArrowDown', 'ArrowUp'], 2],
    [['ArrowDown', 'End'], 2],
    [['ArrowUp', 'Home'], 0],
  ] as const)('are gone through by %s to place %i', async (keys, place) => {
    const list = await opened();
    expect(keys.map((key) => list.key(key))).toEqual(keys.map(() => true));
    expect(list.active).toBe(place);
  });

  test('leave Home and End to the text while none is marked, and all other keys', async () => {
    const list = await opened();
    expect(['Home', 'End', 'a', 'ArrowLeft'].map((key) => list.key(key))).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(list.active).toBe(-1);
  });

  test('are closed by Escape, which is nobody else’s then; with no list it is', async () => {
    const list = await opened();
    expect(list.key('Escape')).toBe(true);
    expect(list.items).toEqual([]);
    expect(list.key('Escape')).toBe(false);
  });
});
