import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankOf, readPrefixes } from '../../bench/prefixes.ts';
import { loadUnderstanding, readKnowledge } from '../../bin/assemble.ts';
import { hasJapanese } from '../../src/text/index.ts';
import { SENTENCES } from '../fixtures/sentences.ts';

const { kb } = readKnowledge();
const { suggest, match } = await loadUnderstanding(kb);
const questions = Object.entries(kb.entries).flatMap(([entry, { title, phrasings }]) =>
  [title, ...phrasings].map((text) => ({ entry, text })),
);

describe('of the labelled beginnings', () => {
  const prefixes = readPrefixes();
  const share = (most: number, those = prefixes) =>
    those.filter((prefix) => rankOf(prefix, suggest(prefix.typed)) <= most).length / those.length;

  // What residents are promised; `npm run bench:suggest` prints the figures.
  it('95 in 100 have a right entry among the first three, 98 among all', () => {
    expect(prefixes.length).toBeGreaterThanOrEqual(300);
    expect(share(3)).toBeGreaterThanOrEqual(0.95);
    expect(share(8)).toBeGreaterThanOrEqual(0.98);
  });

  it('and nine of ten of every kind', () => {
    for (const [kind, those] of Object.entries(Object.groupBy(prefixes, ({ kind }) => kind))) {
      expect(share(3, those), kind).toBeGreaterThanOrEqual(0.9);
    }
  });
});

describe('whatever is typed', () => {
  const beginning = fc
    .tuple(fc.constantFrom(...SENTENCES, ...questions.map(({ text }) => text)), fc.integer({ min: 2 }))
    .map(([text, letters]) => text.slice(0, 2 + (letters % text.length)));
  const typed = fc.oneof(
    beginning,
    fc.tuple(beginning, fc.constantFrom('k', 'ｋ', 'sh', ' ', '?', 'dv')).map(([text, end]) => text + end),
    fc.tuple(beginning, beginning).map((words) => words.join(' ')),
    fc.string({ unit: 'binary', maxLength: 200 }),
  );

  it('at most eight questions of the knowledge base, each of another entry, and the same again', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const found = suggest(text);
        expect(found.length).toBeLessThanOrEqual(8);
        expect(new Set(found.map(({ entry }) => entry)).size).toBe(found.length);
        for (const { entry, text: shown } of found) {
          expect([kb.entries[entry]!.title, ...kb.entries[entry]!.phrasings]).toContain(shown);
          // Further on it may be cut.
          if (hasJapanese(text.slice(0, 3))) expect(hasJapanese(shown)).toBe(true);
        }
        expect(suggest(text)).toEqual(found);
      }),
      { numRuns: 500 },
    );
  });
});

it('a question that is typed to its end is found first', () => {
  const elsewhere = questions.filter(({ entry, text }) => suggest(text)[0]?.entry !== entry);
  expect(elsewhere).toEqual([]);
});

it('a suggestion that is picked is answered by its entry', () => {
  const titles = questions.filter(({ entry, text }) => kb.entries[entry]!.title === text);
  const misled = titles.filter(({ entry, text }) => match(text).candidates[0]?.entry !== entry);
  expect(misled).toEqual([]);
});
