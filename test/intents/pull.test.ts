import { describe, expect, it } from 'vitest';
import { findPulls, type Match, type Matcher } from '../../src/intents/index.ts';

const TOPICS = [
  { id: 'card', phrasings: ['カードをなくした', 'カードはどこ'] },
  { id: 'paper', phrasings: ['かみをもらう'] },
];
const OWN = { カードをなくした: 'card', カードはどこ: 'card', かみをもらう: 'paper' };
const NOT_SURE: Match = { decision: 'unknown', group: undefined, candidates: [] };

/** Answers by a table, and knows nothing beside it. */
const answering =
  (table: Readonly<Record<string, string>>): Matcher =>
  (text) => {
    const entry = table[text];
    if (entry === undefined) return NOT_SURE;
    return { decision: 'answer', entry, candidates: [{ entry, confidence: 0.9 }] };
  };

const LEARNED = [
  { question: 'つくりたい', entry: 'paper' },
  { question: 'カードはどこですか', entry: 'paper' },
];

describe('a learned question against the phrasings', () => {
  it('is reported where they would clearly answer it otherwise', () => {
    const before = answering({ ...OWN, つくりたい: 'card' });
    expect(findPulls(TOPICS, LEARNED, before, answering(OWN))).toEqual([
      { question: 0, from: 'card', phrasing: undefined },
    ]);
  });

  it('is not where they answer it alike', () => {
    const before = answering({ ...OWN, つくりたい: 'paper' });
    expect(findPulls(TOPICS, LEARNED, before, before)).toEqual([]);
  });

  it('is not where they only offer another entry', () => {
    const choose: Match = {
      decision: 'choose',
      offered: ['card', 'paper'],
      candidates: [{ entry: 'card', confidence: 0.5 }],
    };
    const before: Matcher = (text) => (text === 'つくりたい' ? choose : answering(OWN)(text));
    expect(findPulls(TOPICS, LEARNED, before, answering(OWN))).toEqual([]);
  });
});

describe('a phrasing drawn away', () => {
  const drawn = answering({ ...OWN, カードはどこ: 'paper' });

  it('is laid to the question of its taker that is most like it', () => {
    expect(findPulls(TOPICS, LEARNED, answering(OWN), drawn)).toEqual([
      { question: 1, from: 'card', phrasing: 'カードはどこ' },
    ]);
  });

  it('is not reported where it was astray before', () => {
    expect(findPulls(TOPICS, LEARNED, drawn, drawn)).toEqual([]);
  });

  it('is not laid to a question of another entry than the taker', () => {
    const others = LEARNED.map(({ question }) => ({ question, entry: 'card' }));
    expect(findPulls(TOPICS, others, answering(OWN), drawn)).toEqual([]);
  });

  it('is reported behind the questions that contradict', () => {
    const before = answering({ ...OWN, つくりたい: 'card' });
    expect(findPulls(TOPICS, LEARNED, before, drawn).map(({ phrasing }) => phrasing)).toEqual([
      undefined,
      'カードはどこ',
    ]);
  });
});

it('nothing learned, nothing to report', () => {
  expect(findPulls(TOPICS, [], answering(OWN), answering({}))).toEqual([]);
});
