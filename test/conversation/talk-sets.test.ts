import { describe, expect, it } from 'vitest';
import {
  readFollowUps,
  readTwoTopics,
  type TalkVerdict,
  verdictOnFollowUp,
  verdictOnTwoTopics,
} from '../../bench/talk-sets.ts';
import { readUtterances } from '../../bench/utterances.ts';
import { loadUnderstanding, readKnowledge } from '../../bin/assemble.ts';
import { createTurn } from '../../src/conversation/index.ts';
import { isoDate } from '../../src/text/index.ts';

const knowledge = readKnowledge();
const { match, detectSafety } = await loadUnderstanding(knowledge.kb);
const turn = createTurn({ knowledge, match, detectSafety });
const TODAY = isoDate('2026-11-21')!;

const share = (verdicts: readonly TalkVerdict[], ...those: readonly TalkVerdict[]) =>
  (100 * verdicts.filter((verdict) => those.includes(verdict)).length) / verdicts.length;

// 測った値の少し下。`npm run talk` が一行ずつ示す
describe('questions about two things', () => {
  const lines = readTwoTopics();
  const verdicts = lines.map((line) => verdictOnTwoTopics(match(line.text), line));

  it('are 60, of entries that exist', () => {
    expect(lines).toHaveLength(60);
    const named = lines.flatMap(({ first, second }) => [first, second]);
    expect(named.filter((id) => !Object.hasOwn(knowledge.kb.entries, id))).toEqual([]);
  });

  it('offer both in 55 of 100, and one at least in 95', () => {
    expect(share(verdicts, 'right', 'offered')).toBeGreaterThanOrEqual(55);
    expect(share(verdicts, 'right', 'offered', 'half')).toBeGreaterThanOrEqual(95);
  });

  it('one thing is taken for two in no more than 5 of 1,000 questions', () => {
    const others = readUtterances().filter(({ expected }) => expected[0] !== 'safety');
    const twofold = others.filter(({ text }) => {
      const found = match(text);
      return found.decision === 'choose' && found.isTwofold;
    });
    expect(twofold.length / others.length).toBeLessThanOrEqual(0.005);
  });
});

describe('a few words after an answer', () => {
  const lines = readFollowUps();
  const verdicts = lines.map((line) =>
    verdictOnFollowUp(
      turn({ version: 1, insurer: 'takasaki', topic: line.previous }, { text: line.text }, TODAY),
      line,
    ),
  );

  it('are 90, of entries that exist', () => {
    expect(lines).toHaveLength(90);
    const ids = lines.flatMap(({ previous, expected }) => [previous, ...expected]);
    const unknown = ids.filter((id) => !Object.hasOwn(knowledge.kb.entries, id));
    expect(new Set(unknown)).toEqual(new Set(['none', 'out-of-scope']));
  });

  it('find their entry in 72 of 100, answered or offered in 82', () => {
    expect(share(verdicts, 'right')).toBeGreaterThanOrEqual(72);
    expect(share(verdicts, 'right', 'offered')).toBeGreaterThanOrEqual(82);
  });

  it('are dragged along in no more than 3 of 100', () => {
    expect(share(verdicts, 'dragged')).toBeLessThanOrEqual(3);
  });

  it('a clear question is answered as ever, whatever was answered before', () => {
    const entries = Object.keys(knowledge.kb.entries);
    readUtterances().forEach(({ text }, i) => {
      const alone = match(text);
      if (alone.decision !== 'answer') return;
      expect([text, match(text, entries[i % entries.length])]).toEqual([text, alone]);
    });
  });

  it('what is out of scope is still refused, but for 2 in 100 more', () => {
    const entries = Object.keys(knowledge.kb.entries);
    const outside = readUtterances().filter(({ expected }) => expected[0] === 'out-of-scope');
    const refused = outside.filter(({ text }) => match(text).decision === 'unknown');
    const after = refused.filter(
      ({ text }, i) => match(text, entries[(i * 7) % entries.length]).decision === 'unknown',
    );
    expect(after.length).toBeGreaterThanOrEqual(0.98 * refused.length);
  });
});
