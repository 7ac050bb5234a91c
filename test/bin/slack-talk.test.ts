import { expect, test } from 'vitest';
import { slackTalk } from '../../bin/slack-talk.ts';
import { createKnowledge, type Knowledge, knowledgeBaseSchema } from '../../src/knowledge/index.ts';
import type { IsoDate } from '../../src/text/index.ts';
import { answer, entry, smallBase } from '../fixtures/knowledge.ts';

function saying(text: string): Knowledge {
  const base = smallBase();
  base.entries = { lost: entry('紛失', [answer(text)]) };
  return createKnowledge(knowledgeBaseSchema.parse(base));
}

test('what is published while the program runs is what staff find from then on', () => {
  let present = saying('前の答え。');
  const knowledge: Knowledge = {
    get kb() {
      return present.kb;
    },
    entry: (...args) => present.entry(...args),
    differs: (...args) => present.differs(...args),
  };
  const counter = slackTalk({
    knowledge,
    match: () => ({ decision: 'answer', candidates: [{ entry: 'lost', confidence: 1 }] }) as never,
    suggest: () => [],
    insurer: undefined,
    staff: {},
  });
  const found = () =>
    JSON.stringify(counter.view({ kind: 'look-up', text: '紛失' }, '2026-11-22' as IsoDate));
  expect(found()).toContain('前の答え。');
  present = saying('新しい答え。');
  expect(found()).toContain('新しい答え。');
});
