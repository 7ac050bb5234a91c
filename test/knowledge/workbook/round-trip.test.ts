import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diff, type KnowledgeBase, loadKnowledgeBase } from '../../../src/knowledge/index.ts';
import { readWorkbook, writeWorkbook } from '../../../src/knowledge/workbook/index.ts';
import { edits, smallKnowledge } from '../../fixtures/knowledge-edits.ts';

const FILE = join(import.meta.dirname, '../../../knowledge-base.yaml');

async function throughExcel(kb: KnowledgeBase): Promise<unknown> {
  const read = await readWorkbook(await writeWorkbook(kb));
  return read.kind === 'read' ? read.kb : read.faults;
}

/** Ids in their order too, which `toEqual` passes over. */
const orders = (kb: KnowledgeBase) =>
  [kb.entries, kb.documents, kb.insurers, kb.categories].map((record) => Object.keys(record));

describe('round trip', () => {
  it('the whole knowledge base comes back as it was, order included', async () => {
    const { kb } = loadKnowledgeBase(readFileSync(FILE, 'utf8'), 'knowledge-base.yaml');
    const back = (await throughExcel(kb)) as KnowledgeBase;
    expect(back).toStrictEqual(kb);
    expect(orders(back)).toEqual(orders(kb));
    expect(diff(kb, back)).toEqual([]);
  });

  it('so does whatever an editor makes of it: new lines, quotes, emoji, what looks like formulas, numbers or dates', async () => {
    const base = smallKnowledge();
    await fc.assert(
      fc.asyncProperty(edits(12), async (edit) => {
        const kb = edit(base);
        const back = (await throughExcel(kb)) as KnowledgeBase;
        expect(back).toStrictEqual(kb);
        expect(orders(back)).toEqual(orders(kb));
      }),
      { numRuns: 60 },
    );
  });
});
