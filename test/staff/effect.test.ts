import { describe, expect, it } from 'vitest';
import type { Match, Matcher } from '../../src/intents/index.ts';
import { loadKnowledgeBase } from '../../src/knowledge/index.ts';
import { effectOf, labelledQuestion, learnedAsLabelled, questionsToTry } from '../../src/staff/index.ts';
import { phrasings, yamlOf } from '../fixtures/knowledge.ts';

const answer = (entry: string): Match => ({ decision: 'answer', entry, candidates: [] });
const choose = (...offered: readonly string[]): Match => ({ decision: 'choose', offered, candidates: [] });
const unknown = (group?: string): Match => ({ decision: 'unknown', group, candidates: [] });
const menu: Match = { decision: 'menu', intent: 'thanks', candidates: [] };

const always =
  (match: Match): Matcher =>
  () =>
    match;
const one = (before: Match, after: Match, right: readonly string[] = ['card']) =>
  effectOf(always(before), always(after), [{ question: 'カードは?', right, from: 'labelled-questions' }]);

describe('a labelled question whose answer changes', () => {
  it.each<[string, Match, Match, readonly string[], 'breaks' | 'mends' | 'neither']>([
    ['answered, then another entry', answer('card'), answer('paper'), ['card'], 'breaks'],
    ['answered, then not understood', answer('card'), unknown(), ['card'], 'breaks'],
    ['offered, then offered without it', choose('card', 'a'), choose('a', 'b'), ['card'], 'breaks'],
    ['refused rightly, then answered', unknown(), answer('card'), [], 'breaks'],
    ['thanks, then taken for a question', menu, answer('card'), ['menu:thanks'], 'breaks'],
    ['another entry, then answered', answer('paper'), answer('card'), ['card'], 'mends'],
    ['not understood, then offered', unknown(), choose('card', 'a'), ['card'], 'mends'],
    ['answered wrongly, then refused rightly', answer('card'), unknown('weather'), [], 'mends'],
    ['offered, then answered', choose('card', 'a'), answer('card'), ['card'], 'neither'],
    ['answered, then offered', answer('card'), choose('card', 'a'), ['card'], 'neither'],
    ['one wrong entry, then another', answer('a'), answer('b'), ['card'], 'neither'],
    ['either of two right entries', answer('card'), answer('a'), ['card', 'a'], 'neither'],
    ['refused for another reason', unknown('weather'), unknown('pension'), [], 'neither'],
  ])('%s', (_what, before, after, right, kind) => {
    expect(one(before, after, right).changed).toEqual([
      {
        question: 'カードは?',
        right,
        from: 'labelled-questions',
        before,
        after,
        breaks: kind === 'breaks',
        mends: kind === 'mends',
      },
    ]);
  });

  it.each([
    [
      'the same entry',
      answer('card'),
      { ...answer('card'), candidates: [{ entry: 'card', confidence: 0.9 }] },
    ],
    ['the same choice in another order', choose('a', 'b'), choose('b', 'a')],
    ['still unknown', unknown(), unknown()],
  ])('is none where a resident sees %s', (_what, before, after) => {
    expect(one(before, after)).toMatchObject({ tried: 1, changed: [] });
  });

  it('comes first where it breaks, then where it is mended', () => {
    const after: Record<string, Match> = { a: choose('x', 'y'), b: answer('b'), c: answer('x') };
    const before: Record<string, Match> = { a: answer('x'), b: unknown(), c: answer('c') };
    const labelled = ['a', 'b', 'c'].map((question) => ({
      question,
      right: [question === 'a' ? 'z' : question],
      from: 'phrasings' as const,
    }));
    const { changed } = effectOf(
      (text) => before[text]!,
      (text) => after[text]!,
      labelled,
    );
    expect(changed.map(({ question }) => question)).toEqual(['c', 'b', 'a']);
  });
});

describe('a learned question', () => {
  const learned = learnedAsLabelled({ question: 'カードは?', entry: 'card' });
  const unmet = (after: Match, question = learned) =>
    effectOf(always(unknown()), always(after), [question]).unmet.length;

  it.each([
    ['answered by its entry', answer('card'), 0],
    ['offered among others, although staff have said what it means', choose('card', 'a'), 1],
    ['answered by another', answer('a'), 1],
    ['not understood', unknown(), 1],
  ])('%s', (_what, after, count) => expect(unmet(after)).toBe(count));

  it('of an out-of-scope group is to be refused', () => {
    const refused = learnedAsLabelled({ question: 'ごみは?', entry: 'out-of-scope:weather' });
    expect(refused.right).toEqual([]);
    expect([unmet(unknown(), refused), unmet(answer('card'), refused)]).toEqual([0, 1]);
  });
});

it('every change is tried against labelled questions, phrasings and what was learned', () => {
  const { kb } = loadKnowledgeBase(yamlOf(), 'kb.yaml');
  const labelled = [labelledQuestion('ありがとう', 'menu')!];
  const questions = questionsToTry(kb, labelled, [{ question: 'かみは?', entry: 'paper' }]);
  expect(questions).toHaveLength(1 + 2 * phrasings('カード').length + 1);
  expect(questions).toContainEqual({ question: 'カードはなんですか', right: ['card'], from: 'phrasings' });
  expect(questions).toContainEqual({ question: 'かみは?', right: ['paper'], from: 'learned-questions' });
});

describe('a row of labelled-questions.csv', () => {
  it.each([
    ['card', ['card']],
    ['card|paper', ['card', 'paper']],
    ['out-of-scope', []],
  ])('%s', (expected, right) => expect(labelledQuestion('質問', expected)?.right).toEqual(right));

  it('of the menu is right with any of its intents', () => {
    expect(labelledQuestion('こんにちは', 'menu')?.right).toContain('menu:greeting');
  });

  it('of an emergency is none: that is heard before any matching', () => {
    expect(labelledQuestion('助けて', 'safety')).toBeUndefined();
  });
});
