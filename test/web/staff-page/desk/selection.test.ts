import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  answerBy,
  answerKey,
  chosenOf,
  entryBy,
  NO_WISH,
  type Wish,
  wishFor,
} from '../../../../bots/web/staff-page/desk/selection.ts';
import type { Found } from '../../../../src/staff/index.ts';
import { canned, entryOf } from './given.ts';

const FOUND = [
  entryOf('lost', [canned(undefined), canned('takasaki'), canned('kobayashi')]),
  entryOf('moved', [canned('ako'), canned(undefined)]),
  entryOf('expired', [canned(undefined), canned('kobayashi', { holds: false }), canned('kobayashi')]),
];
const wish = (entry?: string, answer?: string): Wish => ({ entry, answer });
/** What is marked, as `entry/key`. */
const marked = (given: Wish, found: readonly Found[] = FOUND) => {
  const chosen = chosenOf(found, given);
  return chosen && `${chosen.entry.entry}/${answerKey(chosen.entry.answers, chosen.answerPlace)}`;
};

describe('what is marked', () => {
  test('without a wish is the first answer, because it is the likeliest', () => {
    expect(marked(NO_WISH)).toBe('lost/nationwide');
  });

  test('is nothing where nothing was found', () => {
    expect(marked(NO_WISH, [])).toBeUndefined();
  });

  test('is what a link names', () => {
    expect(marked(wish('expired', 'kobayashi.1'))).toBe('expired/kobayashi.1');
  });

  test('of an old link that names an entry no longer there is the first', () => {
    expect(marked(wish('gone', 'takasaki'))).toBe('lost/takasaki');
  });

  test('of an insurer without an answer of its own is the first that holds', () => {
    expect(marked(wish('moved', 'takasaki'))).toBe('moved/ako');
  });

  test('of an insurer with several answers is the one that holds on that day', () => {
    expect(marked(wish('expired', 'kobayashi'))).toBe('expired/kobayashi.2');
  });
});

describe('the arrows', () => {
  test('come back to the insurer that was looked at, over entries that do not have it', () => {
    const down = entryBy(FOUND, wish('lost', 'takasaki'), 1)!;
    expect(marked(down)).toBe('moved/ako');
    expect(marked(entryBy(FOUND, down, -1)!)).toBe('lost/takasaki');
  });

  test('lead beyond neither end of the entries', () => {
    expect(entryBy(FOUND, wish('lost'), -1)).toBeUndefined();
    expect(entryBy(FOUND, wish('expired'), 1)).toBeUndefined();
    expect(entryBy([], NO_WISH, 1)).toBeUndefined();
  });

  test('stop at either end of the answers', () => {
    expect(marked(answerBy(FOUND, wish('moved', 'ako'), -1))).toBe('moved/ako');
    expect(marked(answerBy(FOUND, wish('moved', 'nationwide'), 1))).toBe('moved/nationwide');
  });

  test('reach every answer, one that is over too', () => {
    const reached = [0, 1, 2].reduce<readonly Wish[]>(
      (all) => [...all, answerBy(FOUND, all.at(-1)!, 1)],
      [wish('expired', 'nationwide')],
    );
    expect(reached.map((one) => marked(one))).toEqual([
      'expired/nationwide',
      'expired/kobayashi.1',
      'expired/kobayashi.2',
      'expired/kobayashi.2',
    ]);
  });
});

const anyFound = fc
  .array(
    fc.array(fc.tuple(fc.constantFrom(undefined, 'takasaki', 'ako', 'kobayashi'), fc.boolean()), {
      minLength: 1,
      maxLength: 6,
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((entries) =>
    entries.map((answers, i) =>
      entryOf(
        `e${i}`,
        answers.map(([insurer, holds]) => canned(insurer, { holds })),
      ),
    ),
  );

test('an answer’s name leads back to it, whatever stands beside it', () => {
  fc.assert(
    fc.property(anyFound, (found) => {
      for (const entry of found)
        for (const place of entry.answers.keys()) {
          const named = wish(entry.entry, answerKey(entry.answers, place));
          const chosen = chosenOf(found, named)!;
          expect([chosen.entry, chosen.answerPlace, wishFor(chosen)]).toEqual([entry, place, named]);
        }
    }),
  );
});

test('an arrow moves by one place, as counting does', () => {
  fc.assert(
    fc.property(anyFound, fc.array(fc.constantFrom('up', 'down', 'left', 'right')), (found, keys) => {
      let now: Wish = NO_WISH;
      for (const key of keys) {
        const before = chosenOf(found, now)!;
        const by = key === 'down' || key === 'right' ? 1 : -1;
        const isAcross = key === 'left' || key === 'right';
        now = isAcross ? answerBy(found, now, by) : (entryBy(found, now, by) ?? now);
        const after = chosenOf(found, now)!;
        const last = isAcross ? before.entry.answers.length - 1 : found.length - 1;
        const from = isAcross ? before.answerPlace : before.entryPlace;
        const to = isAcross ? after.answerPlace : after.entryPlace;
        expect(to).toBe(Math.min(Math.max(from + by, 0), last));
      }
    }),
  );
});
