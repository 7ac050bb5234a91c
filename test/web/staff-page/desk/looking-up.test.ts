import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { LookupAnswer } from '../../../../bots/web/staff/routes/lookup.ts';
import type { Answered } from '../../../../bots/web/staff-page/api.ts';
import type { DeskClient, Query } from '../../../../bots/web/staff-page/desk/desk-client.ts';
import { LookingUp, PAUSE_MS, SLOW_MS } from '../../../../bots/web/staff-page/desk/looking-up.ts';
import { fakeHost } from '../../widget/talk-fakes.ts';
import { canned, entryOf, TODAY } from './given.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const query = (text: string): Query => ({
  text,
  insurer: undefined,
  category: undefined,
  asOf: undefined,
  past: false,
});
const answerTo = (text: string): Answered<LookupAnswer> => ({
  kind: 'answer',
  data: { today: TODAY, asOf: TODAY, found: [entryOf(text, [canned(undefined)])] },
});

/** Somebody looking things up, with a server that answers when it is told to. */
function looking() {
  const open = new Map<
    string,
    { readonly signal: AbortSignal; answer(given: Answered<LookupAnswer>): void }
  >();
  const client: DeskClient = {
    lookUp: ({ text }, signal) => new Promise((answer) => void open.set(text, { signal, answer })),
    filters: async () => ({ kind: 'unreachable' }),
    report: async () => ({ kind: 'unreachable' }),
  };
  const desk = new LookingUp(fakeHost(), client);
  const shown = () => desk.found?.found.map(({ entry }) => entry);
  const ask = async (text: string) => {
    desk.ask(query(text));
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
  };
  const answer = async (text: string, given = answerTo(text)) => {
    open.get(text)!.answer(given);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { desk, open, shown, ask, answer };
}

describe('looking up while somebody types', () => {
  test('asks once for keys that follow each other fast', async () => {
    const { desk, open } = looking();
    for (const text of ['し', 'しか', 'しかく']) desk.ask(query(text));
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect([...open.keys()]).toEqual(['しかく']);
  });

  test('gives an older question up, and never shows its answer', async () => {
    const { open, shown, ask, answer } = looking();
    await ask('資格');
    await ask('資格確認書');
    expect(open.get('資格')!.signal.aborted).toBe(true);
    await answer('資格確認書');
    await answer('資格');
    expect(shown()).toEqual(['資格確認書']);
  });

  test('keeps what is shown until there is something else, so that nothing flickers', async () => {
    const { desk, shown, ask, answer } = looking();
    await ask('資格');
    await answer('資格');
    await ask('紛失');
    expect([shown(), desk.isCurrent]).toEqual([['資格'], false]);
    await answer('紛失');
    expect([shown(), desk.isCurrent]).toEqual([['紛失'], true]);
  });

  test('lets only the answer of the last question do what was waited for', async () => {
    const { desk, ask, answer } = looking();
    const told: string[] = [];
    const wait = (name: string) => desk.whenShown(({ found }) => told.push(`${name}: ${found[0]?.entry}`));
    await ask('資格');
    wait('first');
    await ask('紛失');
    wait('second');
    await answer('資格');
    await answer('紛失');
    expect(told).toEqual(['second: 紛失']);
  });
});

describe('a server', () => {
  test('that takes its time is said to, until it answers', async () => {
    const { desk, ask, answer } = looking();
    await ask('資格');
    expect(desk.isSlow).toBe(false);
    await vi.advanceTimersByTimeAsync(SLOW_MS);
    expect(desk.isSlow).toBe(true);
    await answer('資格');
    expect(desk.isSlow).toBe(false);
  });

  test('that cannot be reached leaves what was found, and is asked again for the same', async () => {
    const { desk, open, shown, ask, answer } = looking();
    await ask('資格');
    await answer('資格');
    await ask('紛失');
    await answer('紛失', { kind: 'unreachable' });
    expect([desk.trouble?.kind, desk.isSlow, shown()]).toEqual(['unreachable', false, ['資格']]);
    open.clear();
    desk.again();
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    await answer('紛失');
    expect([desk.trouble, shown()]).toEqual([undefined, ['紛失']]);
  });
});
