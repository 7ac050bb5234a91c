import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Run, textDifference } from '../../../src/knowledge/changes/index.ts';

const without = (runs: readonly Run[], kind: Run['kind']) =>
  runs
    .filter((run) => run.kind !== kind)
    .map(({ text }) => text)
    .join('');

describe('textDifference', () => {
  it('shows the word that was replaced, and leaves the sentence around it alone', () => {
    expect(textDifference('14日以内に市役所へ届け出ます。', '30日以内に市役所へ届け出ます。')).toEqual([
      { kind: 'removed', text: '14' },
      { kind: 'added', text: '30' },
      { kind: 'kept', text: '日以内に市役所へ届け出ます。' },
    ]);
  });

  it('a sentence put in at the end is all that is new', () => {
    expect(textDifference('郵送で届きます。', '郵送で届きます。手続きは要りません。')).toEqual([
      { kind: 'kept', text: '郵送で届きます。' },
      { kind: 'added', text: '手続きは要りません。' },
    ]);
  });

  it('nothing is marked where nothing changed, and everything where all is new', () => {
    expect(textDifference('', '')).toEqual([]);
    expect(textDifference('同じ', '同じ')).toEqual([{ kind: 'kept', text: '同じ' }]);
    expect(textDifference('', '新しい')).toEqual([{ kind: 'added', text: '新しい' }]);
    expect(textDifference('古い', '')).toEqual([{ kind: 'removed', text: '古い' }]);
  });

  const text = fc.array(fc.constantFrom('保険', '証', 'の', '。', '\n', 'A', '1', '😀'), { maxLength: 8 });

  it('both texts can be read from it, no two runs in a row are of a kind', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const runs = textDifference(one.join(''), other.join(''));
        expect(without(runs, 'added')).toBe(one.join(''));
        expect(without(runs, 'removed')).toBe(other.join(''));
        expect(runs.every(({ kind }, i) => kind !== runs[i + 1]?.kind)).toBe(true);
      }),
    );
  });

  it('keeps as much as any choice of common words would', () => {
    const words = new Intl.Segmenter('ja', { granularity: 'word' });
    const wordsOf = (whole: string) => Array.from(words.segment(whole), ({ segment }) => segment);
    const longest = (a: readonly string[], b: readonly string[]): number => {
      if (a.length === 0 || b.length === 0) return 0;
      if (a[0] === b[0]) return a[0]!.length + longest(a.slice(1), b.slice(1));
      return Math.max(longest(a.slice(1), b), longest(a, b.slice(1)));
    };
    // Words of one letter, so that the number of words kept is the length of what is kept.
    const letters = fc.array(fc.constantFrom('。', '、', '(', ')'), { maxLength: 7 });
    fc.assert(
      fc.property(letters, letters, (one, other) => {
        const [a, b] = [one.join(''), other.join('')];
        const kept = textDifference(a, b).filter(({ kind }) => kind === 'kept');
        expect(kept.reduce((sum, run) => sum + run.text.length, 0)).toBe(longest(wordsOf(a), wordsOf(b)));
      }),
    );
  });

  it('texts too long to compare word by word are shown as replaced', () => {
    const [long, other] = ['一。'.repeat(2000), '二、'.repeat(2000)];
    expect(textDifference(long, other)).toEqual([
      { kind: 'removed', text: long },
      { kind: 'added', text: other },
    ]);
  });
});
