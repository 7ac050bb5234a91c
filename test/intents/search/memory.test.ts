import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemory, memoryScores, type TermRarity } from '../../../src/intents/search/memory.ts';

/** 保険証 stands in all eight documents, 紛失 in two, every other term in none. */
const RARITY: TermRarity = {
  terms: new Map([
    ['保険証', 0],
    ['紛失', 1],
  ]),
  idf: Float32Array.of(Math.log(8 / 8), Math.log(8 / 2)),
  size: 8,
};
const QUESTIONS = [
  { terms: ['保険証', '紛失'], place: 2 },
  { terms: ['保険証', '犬'], place: 0 },
  { terms: ['猫'], place: 0 },
];
const memory = createMemory(QUESTIONS, 3, RARITY);
const scores = (...terms: readonly string[]) => memoryScores(memory, terms);

describe('the nearest learned question of each place', () => {
  it('is at 1 for the very same words, in whatever order and number', () => {
    expect(scores('紛失', '保険証', '紛失')[2]).toBeCloseTo(1, 6);
  });

  it('is at 0 where nothing is shared, and where nothing was assigned', () => {
    expect([...scores('転居')]).toEqual([0, 0, 0]);
    expect(scores('保険証', '犬', '猫')[1]).toBe(0);
  });

  it('is told by rare words rather than by those of all documents', () => {
    expect(scores('保険証', '紛失', '鳥')[2]!).toBeGreaterThan(scores('保険証', '鳥')[2]!);
    expect(scores('犬', '鳥')[0]!).toBeGreaterThan(scores('保険証', '鳥')[0]!);
  });

  it('counts what the learned questions do not know: a word more makes it another question', () => {
    expect(scores('猫', '鳥')[0]!).toBeLessThan(0.8);
  });
});

it('is the highest cosine of all questions of the place, as worked out one by one', () => {
  const term = fc.constantFrom('保険証', '紛失', '犬', '猫', '鳥', '魚');
  const terms = fc.array(term, { maxLength: 6 });
  const weight = (name: string) =>
    Math.log(1 + (name === '保険証' ? 8 / 8 : name === '紛失' ? 8 / 2 : RARITY.size));
  const cosine = (one: readonly string[], other: readonly string[]) => {
    const sum = (names: ReadonlySet<string>) => [...names].reduce((a, name) => a + weight(name) ** 2, 0);
    const [a, b] = [new Set(one), new Set(other)];
    return sum(a.intersection(b)) / (Math.sqrt(sum(a) * sum(b)) || 1);
  };
  const question = fc.record({ terms, place: fc.integer({ min: 0, max: 2 }) });
  fc.assert(
    fc.property(fc.array(question, { maxLength: 6 }), terms, (questions, asked) => {
      const found = memoryScores(createMemory(questions, 3, RARITY), asked);
      found.forEach((score, place) => {
        const own = questions.filter((each) => each.place === place);
        expect(score).toBeCloseTo(Math.max(0, ...own.map((each) => cosine(each.terms, asked))), 5);
      });
    }),
  );
});
