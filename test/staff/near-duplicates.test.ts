import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createFindNearest,
  type Known,
  likeness,
  NEAR,
  questionKey,
} from '../../src/staff/near-duplicates.ts';

/** The same, as simply as it can be said: every known text is compared with the question, pair by pair. */
function naiveNearest(text: string, known: readonly Known[]): number | undefined {
  const pairs = (of: string) => {
    const letters = of === '' ? [] : ['^', ...of, '$'];
    return [...new Set(letters.slice(1).map((letter, i) => `${letters[i]}${letter}`))];
  };
  const scored = known.map(({ id, text: other }) => {
    const [a, b] = [pairs(questionKey(text)), pairs(questionKey(other))];
    const common = a.filter((pair) => b.includes(pair)).length;
    return { id, score: a.length + b.length === 0 ? 0 : (2 * common) / (a.length + b.length) };
  });
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return best >= NEAR ? scored.find(({ score }) => score === best)!.id : undefined;
}

const WORDS = [
  '粗大ごみ',
  '駐車場',
  'の',
  'は',
  '出し方',
  '料金',
  'いつ',
  'どこ',
  '?',
  '教えてください',
  'ですか',
  'ゴミ',
];
const question = fc.oneof(
  fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }).map((words) => words.join('')),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);

describe('the nearest of the questions that wait', () => {
  it('is the one that comparing with all of them gives', () => {
    const findNearest = createFindNearest();
    fc.assert(
      fc.property(question, fc.array(question, { maxLength: 12 }), (text, others) => {
        const known = others.map((other, id) => ({ id, text: other }));
        expect(findNearest(text, known)).toBe(naiveNearest(text, known));
      }),
    );
  });

  it('is itself, where it says anything', () => {
    const findNearest = createFindNearest();
    fc.assert(
      fc.property(question, (text) => {
        expect(findNearest(text, [{ id: 1, text }])).toBe(questionKey(text) === '' ? undefined : 1);
      }),
    );
  });

  it.each([
    ['粗大ごみの出し方は?', '粗大ゴミの出し方を教えてください', 'script and words of asking'],
    ['駐車場はありますか', '駐車場 ありますか?', 'spaces and particles'],
    ['[名前]です。駐車場の料金はいくらですか', '駐車場の料金は、いくらですか。', 'a name that was masked'],
    ['SUICAで払えますか', 'ｓｕｉｃａで払えますか', 'width and case'],
  ])('%s = %s (%s)', (a, b) => {
    expect(likeness(a, b)).toBeGreaterThanOrEqual(NEAR);
  });

  it.each([
    ['粗大ごみの出し方は?', '粗大ごみの手数料は?', 'another thing about the same'],
    ['犬を飼いました', '犬が亡くなりました', 'the same words of asking'],
    ['駐車場はありますか', '授乳室はありますか', 'the same frame'],
    ['ですか', '[番号]', 'nothing but a mark'],
  ])('%s ≠ %s (%s)', (a, b) => {
    expect(likeness(a, b)).toBeLessThan(NEAR);
  });
});
