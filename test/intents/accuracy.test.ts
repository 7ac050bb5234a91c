import { describe, expect, it } from 'vitest';
import { readUtterances, rightTopics, type Utterance } from '../../bench/utterances.ts';
import { loadUnderstanding, readKnowledge } from '../../bin/assemble.ts';
import { type Verdict, verdictOf } from '../../src/intents/fit-calibration.ts';

const { match, detectSafety } = await loadUnderstanding(readKnowledge().kb);
const utterances = readUtterances();
const labelled = (...labels: readonly string[]) =>
  utterances.filter(({ expected }) => labels.includes(expected[0]!));
const inScope = utterances.filter(
  ({ expected }) => !['out-of-scope', 'safety', 'menu'].includes(expected[0]!),
);

/** An alarm at a plain question is a wrong answer to it. */
const verdict = (utterance: Utterance): Verdict =>
  detectSafety(utterance.text) ? 'wrong' : verdictOf(match(utterance.text), rightTopics(utterance));

/** Percentage of the questions that end so. */
function percent(those: readonly Utterance[], ...verdicts: readonly Verdict[]): number {
  return (100 * those.filter((utterance) => verdicts.includes(verdict(utterance))).length) / those.length;
}

// What cities are promised; `npm run accuracy` prints the lines behind a figure.
describe('the labelled questions of residents', () => {
  it('are many, a quarter of them out of scope, each with a note', () => {
    expect(utterances.length).toBeGreaterThanOrEqual(400);
    expect(labelled('out-of-scope').length / utterances.length).toBeGreaterThan(0.2);
    expect(utterances.filter(({ note }) => note === '')).toEqual([]);
  });

  it('in scope: four of five answered rightly at once, 93 in 100 answered or offered', () => {
    expect(percent(inScope, 'right')).toBeGreaterThanOrEqual(80);
    expect(percent(inScope, 'right', 'offered')).toBeGreaterThanOrEqual(93);
  });

  it('in scope: at most 5 in 100 answered wrongly, or offered without the right one', () => {
    expect(percent(inScope, 'wrong')).toBeLessThanOrEqual(5);
  });

  it('out of scope: 92 in 100 refused', () => {
    expect(percent(labelled('out-of-scope'), 'refused')).toBeGreaterThanOrEqual(92);
  });

  it('every emergency is caught', () => {
    expect(labelled('safety').filter(({ text }) => detectSafety(text) === undefined)).toEqual([]);
  });

  it('greetings, thanks and calls for a person are mostly known as such', () => {
    expect(percent(labelled('menu'), 'right')).toBeGreaterThanOrEqual(75);
  });
});
