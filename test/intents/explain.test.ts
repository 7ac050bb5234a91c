import { describe, expect, it } from 'vitest';
import { loadUnderstanding, readKnowledge } from '../../bin/assemble.ts';
import { explain, reasonLine } from '../../src/intents/index.ts';
import { wordQuery } from '../../src/intents/search/search-index.ts';

const { model, analyser, match } = await loadUnderstanding(readKnowledge().kb);
const explained = (text: string) => explain(model, analyser, match, text);

describe.each([
  '資格確認書をなくしました',
  'ほけんしょ どっかいってしもた',
  'how can I get a new card?',
  'hokensho wo nakushita',
  '燃えるごみの日はいつ?',
  'こんにちは',
  '。',
])('%s', (text) => {
  const { analysis, match: found, reasons } = explained(text);

  it('is matched as without an explanation, with a reason for each candidate in their order', () => {
    expect(found).toEqual(match(text));
    expect(reasons.map(({ entry, confidence }) => ({ entry, confidence }))).toEqual(found.candidates);
  });

  it('the words are words of the question, each adding something, most first', () => {
    const asked = wordQuery(model.search, analysis);
    for (const { words } of reasons) {
      expect(words.filter(([word, score]) => !asked.has(word) || !(score > 0))).toEqual([]);
      expect(words).toEqual(words.toSorted(([, a], [, b]) => b - a));
    }
  });

  it('the signs are finite, none twice, most first', () => {
    for (const { signs } of reasons) {
      expect(signs.filter(([, weight]) => !Number.isFinite(weight))).toEqual([]);
      expect(new Set(signs.map(([sign]) => sign)).size).toBe(signs.length);
      expect(signs).toEqual(signs.toSorted(([, a], [, b]) => b - a));
    }
  });

  it('a sign adds up to nothing over the candidates', () => {
    const sums = new Map<string, number>();
    for (const [sign, weight] of reasons.flatMap(({ signs }) => signs)) {
      sums.set(sign, (sums.get(sign) ?? 0) + weight);
    }
    expect([...sums].filter(([, sum]) => Math.abs(sum) > 1e-4)).toEqual([]);
  });

  it('a reason is one line, with its entry', () => {
    for (const reason of reasons) {
      expect(reasonLine(reason)).toMatch(new RegExp(`^${reason.entry} [01]\\.\\d\\d: words .+$`));
    }
  });
});

it('a lost certificate is known by being lost', () => {
  const best = explained('資格確認書をなくしました').reasons[0]!;
  expect(best.entry).toBe('certificate-lost');
  expect(best.words.map(([word]) => word)).toContain('資格');
  expect(best.signs[0]![1]).toBeGreaterThan(0);
});

describe('a line of reasons', () => {
  const reason = {
    entry: 'card',
    confidence: 0.756,
    linear: 1.25,
    meaning: 0.5,
    learned: 0,
    words: [
      ['資格', 3.14],
      ['s:lost', 2],
      ['紛失', 1],
    ],
    signs: [['k:資格', 0.5]],
  } as const;

  it('holds the figures, rounded, and no more words than asked for', () => {
    expect(reasonLine(reason, 2)).toBe(
      'card 0.76: words 資格 3.1, s:lost 2.0; classifier 1.3 (k:資格 0.5); meaning 0.50',
    );
  });

  it('names the nearness of a learned question where there is one', () => {
    expect(reasonLine({ ...reason, learned: 0.934 }, 2)).toMatch(/; learned question 0\.93$/);
  });

  it('says so where there are none', () => {
    expect(reasonLine({ ...reason, words: [], signs: [] })).toBe(
      'card 0.76: words -; classifier 1.3 (-); meaning 0.50',
    );
  });
});
