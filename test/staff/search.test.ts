import { describe, expect, test } from 'vitest';
import type { Match } from '../../src/intents/index.ts';
import { createSearch } from '../../src/staff/index.ts';

const candidates = [
  { entry: 'lost', confidence: 0.6 },
  { entry: 'moved', confidence: 0.2 },
];
const suggest = () => [
  { text: '転職', entry: 'changed-job' },
  { text: '引っ越し', entry: 'moved' },
];
const found = (match: Match) => createSearch(() => match, suggest)('…');

describe('what staff type', () => {
  test('as a question shows first what the bot would answer', () => {
    expect(found({ decision: 'answer', entry: 'lost', candidates })).toEqual([
      'lost',
      'moved',
      'changed-job',
    ]);
  });

  test('as a beginning, which the bot does not understand, shows first what completes it', () => {
    expect(found({ decision: 'unknown', group: undefined, candidates })).toEqual([
      'changed-job',
      'moved',
      'lost',
    ]);
  });
});
