import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { KNOWLEDGE_PATH } from '../../bin/assemble.ts';
import { textsBeside } from '../../bin/texts-beside.ts';
import { createKnowledgeTexts } from '../../src/staff/index.ts';
import type { IsoDate } from '../../src/text/index.ts';

const YAML = readFileSync(KNOWLEDGE_PATH, 'utf8');
const TODAY = '2026-11-22' as IsoDate;
const beside = textsBeside();
afterEach(() => beside.stop());

test('what the thread makes of texts is what would be made of them here', async () => {
  const here = createKnowledgeTexts();
  const read = await here.read(YAML);
  const kb = structuredClone(read.kind === 'read' ? read.kb : undefined)!;
  kb.entries['certificate-lost']!.title = '資格確認書の紛失';
  const rewriting = { kind: 'whole', kb } as const;
  const mine = await here.rewrite(YAML, rewriting);
  const yaml = mine.kind === 'rewritten' ? mine.yaml : '';
  const texts = { base: YAML, mine: yaml, theirs: YAML, today: TODAY };
  const [rewritten, revised, compared] = await Promise.all([
    beside.rewrite(YAML, rewriting),
    beside.revise(texts),
    beside.compare(YAML, yaml),
  ]);
  expect(rewritten).toEqual(mine);
  expect(revised).toEqual(await here.revise(texts));
  expect(revised).toMatchObject({ kind: 'ready', entries: ['certificate-lost'] });
  expect(compared).toEqual(await here.compare(YAML, yaml));
});

test('faults come back as they are', async () => {
  expect(await beside.read('documents: {}')).toMatchObject({
    kind: 'faults',
    problems: expect.arrayContaining([expect.objectContaining({ line: 1 })]),
  });
});

test('whoever waits when the program ends is told, and the next call has a thread again', async () => {
  const reading = expect(beside.read(YAML)).rejects.toThrow('stopped');
  await beside.stop();
  await reading;
  expect(await beside.read('entries: []')).toMatchObject({ kind: 'faults' });
});
