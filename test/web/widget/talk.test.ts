import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Line, withReply } from '../../../bots/web/widget/talk/lines.ts';
import { Suggestions } from '../../../bots/web/widget/talk/suggestions.ts';
import type { Part } from '../../../src/reply/index.ts';

describe('suggestions', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const host = {
    addController() {},
    removeController() {},
    requestUpdate() {},
    updateComplete: Promise.resolve(true),
  };

  /** A list whose finder repeats the query, and the queries that it was asked. */
  function listing() {
    const asked: string[] = [];
    const list = new Suggestions(host, async (q) => {
      asked.push(q);
      return [`${q}1`, `${q}2`];
    });
    return { list, asked };
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
    expect(list.items).toEqual(['資格確認1', '資格確認2']);
  });

  test.each(['', '資', ' 資 ', 'あ'.repeat(101), '123456789012', '1234 5678', '1956年'])(
    'are not asked for "%s"',
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

  test('are gone through with the arrows, round the ends', async () => {
    const { list } = listing();
    list.typed('資格');
    await vi.runAllTimersAsync();
    const down = [1, 1, 1].map((step) => {
      list.move(step as 1);
      return list.active;
    });
    expect(down).toEqual([0, 1, 0]);
    list.move(-1);
    expect(list.active).toBe(1);
    list.close();
    list.move(1);
    expect(list.active).toBe(-1);
  });
});

describe('the talk on the screen', () => {
  const said: readonly Line[] = [
    { kind: 'own', id: 1, text: 'こんにちは', hidden: false },
    { kind: 'reply', id: 2, reply: { parts: [] } },
    { kind: 'own', id: 3, text: '123456789012です', hidden: false },
  ];
  const reply = (...parts: Part[]) => ({ kind: 'reply' as const, id: 4, reply: { parts } });

  test('loses the last words of the resident with a private notice, and only these', () => {
    const lines = withReply(said, reply({ kind: 'notice', level: 'private', text: '記録しません。' }));
    expect(JSON.stringify(lines)).not.toContain('123456789012');
    expect(lines[0]).toEqual(said[0]);
    expect(lines[2]).toEqual({ kind: 'own', id: 3, text: '', hidden: true });
  });

  test('keeps them with any other notice', () => {
    const lines = withReply(said, reply({ kind: 'notice', level: 'info', text: 'お知らせ' }));
    expect(lines.slice(0, 3)).toEqual(said);
  });
});
