import { expect, test } from 'vitest';
import { type ConversationState, createTurn } from '../../src/conversation/index.ts';
import type { Match } from '../../src/intents/index.ts';
import { knowledge, last, play, TODAY } from './talk.ts';

/** Plays one turn and tells which entry the matcher was to lean on. */
function leantOn(state: Omit<ConversationState, 'version'>, text = 'なくしたら?'): string | undefined {
  let leaning: string | undefined;
  const match = (_text: string, previous?: string): Match => {
    leaning = previous;
    return { decision: 'unknown', group: undefined, candidates: [] };
  };
  const turn = createTurn({ knowledge, match, detectSafety: () => undefined });
  turn({ version: 1, ...state }, { text }, TODAY);
  return leaning;
}

test('a question may lean on the entry answered last', () => {
  expect(leantOn({ topic: 'certificate-what-is' })).toBe('certificate-what-is');
});

test('on none at the beginning', () => expect(leantOn({})).toBeUndefined());

test('on none while the bot waits for the insurer or a date', () => {
  const topic = 'certificate-validity';
  expect(leantOn({ topic, pending: { kind: 'insurer', entry: topic } })).toBeUndefined();
  const inquiry = { entry: topic, rule: topic, facts: {}, unknown: [] } as const;
  expect(leantOn({ topic, pending: { kind: 'slot', slot: 'birthDate', inquiry } })).toBeUndefined();
});

test('on none after a sensitive entry', () => {
  expect(last(play('takasaki', '[entry:dv-support]')).state.topic).toBeUndefined();
});
