import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  BESIDE,
  folded,
  SHORTEST_FOLD,
  UNTIL_END,
  visible,
} from '../../../bots/web/staff-page/changes/folding.ts';

const kept = (text: string) => ({ kind: 'kept', text }) as const;
const added = { kind: 'added', text: '新' } as const;
const run = fc.record({
  kind: fc.constantFrom('kept', 'added', 'removed'),
  text: fc.string({ unit: fc.constantFrom('あ', '𠮷', '。', '\n'), minLength: 1, maxLength: 200 }),
});

describe('a long unchanged stretch', () => {
  test('is folded, but for what stands beside a change', () => {
    const long = 'あ'.repeat(300);
    expect(folded([kept(long), added, kept(long)])).toEqual([
      { kind: 'folded', text: 'あ'.repeat(260), length: 260 },
      kept('あ'.repeat(BESIDE)),
      added,
      kept('あ'.repeat(BESIDE)),
      { kind: 'folded', text: 'あ'.repeat(260), length: 260 },
    ]);
  });

  test('is folded where a sentence ends, so that none is torn apart', () => {
    const sentences = `${'い'.repeat(BESIDE + 9)}。`;
    const [, beside] = folded([added, kept(sentences + 'あ'.repeat(100) + sentences), added]);
    expect(beside).toEqual(kept(sentences));
    const before = folded([kept(`${'あ'.repeat(100)}。${sentences}`), added]);
    expect(before.slice(0, 2)).toEqual([
      { kind: 'folded', text: `${'あ'.repeat(100)}。`, length: 101 },
      kept(sentences),
    ]);
  });

  test('that is hardly longer than what stays stays whole', () => {
    const runs = [added, kept('あ'.repeat(2 * BESIDE + SHORTEST_FOLD - 1)), added];
    expect(folded(runs)).toEqual(runs);
  });
});

test('folding loses no letter, tears none apart, and hides no change', () => {
  fc.assert(
    fc.property(fc.array(run, { maxLength: 5 }), (runs) => {
      const pieces = folded(runs);
      expect(pieces.map(({ text }) => text).join('')).toBe(runs.map(({ text }) => text).join(''));
      for (const piece of pieces) {
        expect(piece.text.isWellFormed()).toBe(true);
        if (piece.kind !== 'folded') continue;
        expect(piece.length).toBe([...piece.text].length);
        expect(piece.length).toBeGreaterThanOrEqual(SHORTEST_FOLD);
      }
      const changes = (all: readonly { readonly kind: string }[]) =>
        all.filter(({ kind }) => kind === 'added' || kind === 'removed');
      expect(changes(pieces)).toEqual(changes(runs));
    }),
  );
  expect(UNTIL_END).toBeLessThan(BESIDE);
});

test.each([
  ['\n', '↵\n', 'a new line alone could not be seen'],
  [' 　', '␣␣', 'nor could spaces'],
  ['終わり\n', '終わり↵\n', 'a new line is seen beside words too'],
  ['資格 確認書', '資格 確認書', 'spaces between words are seen as they are'],
])('%j is shown as %j: %s', (text, shown) => {
  expect(visible(text)).toBe(shown);
});
