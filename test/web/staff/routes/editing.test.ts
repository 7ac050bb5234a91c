import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type EditingPorts, editingRoutes } from '../../../../bots/web/staff/routes/editing.ts';
import { type Entry, loadKnowledgeBase } from '../../../../src/knowledge/index.ts';
import { createKnowledgeTexts, createPublishing, type Publishing } from '../../../../src/staff/index.ts';
import { openStore, type Store } from '../../../../src/storage/index.ts';
import type { IsoDate } from '../../../../src/text/index.ts';
import { phrasings, yamlOf } from '../../../fixtures/knowledge.ts';

const NOW = Date.UTC(2026, 10, 22);
const TODAY = '2026-11-22' as IsoDate;
const FILE = yamlOf();
const { card } = loadKnowledgeBase(FILE, 'kb').kb.entries as { card: Entry };

let store: Store;
let publishing: Publishing;
let settled: number[];
beforeEach(async () => {
  store = await openStore('file::memory:');
  publishing = createPublishing({ ...store, file: FILE, texts: createKnowledgeTexts() });
  settled = [];
});
afterEach(() => store.close());

/** What somebody gets who proposes the entry. */
async function propose(entry: object, over: object = {}, who = '青木') {
  const ports: EditingPorts = {
    publishing,
    forms: () => ({ entries: [], categories: [], insurers: [], documents: [], rules: [] }),
    preview: () => ({ kind: 'faults', faults: [] }),
    drafted: async (question) => settled.push(question) > 0,
  };
  const route = editingRoutes(ports).find(({ url }) => url === '/editing/proposals')!;
  const body = route.body!.parse({ version: 0, id: 'card', entry, why: '資料が変わった', ...over });
  const staff = { name: who, role: 'editor' } as const;
  return route.handle({ staff, body, query: undefined, params: {}, now: NOW, today: TODAY });
}

describe('a proposal from the form', () => {
  test('settles the missed question for which it is made', async () => {
    expect(await propose({ ...card, title: 'かーど' }, { question: 7 })).toMatchObject({ kind: 'json' });
    expect(settled).toEqual([7]);
  });

  test('has its faults at the fields of the entry', async () => {
    const asked = { ...card, phrasings: [...card.phrasings.slice(0, -1), card.phrasings[1]!] };
    expect(await propose(asked, { question: 7 })).toMatchObject({
      status: 422,
      data: { faults: [{ path: ['phrasings', String(asked.phrasings.length - 1)] }] },
    });
    expect(settled).toEqual([]);
  });

  test('that makes another entry wrong says which, and is at no field of its own', async () => {
    const asked = { ...card, phrasings: [...card.phrasings, phrasings('かみ')[1]!] };
    expect(await propose(asked)).toMatchObject({
      status: 422,
      data: { faults: [{ path: [], message: expect.stringMatching(/^paper\.phrasings\.1：/) }] },
    });
  });

  test('that was begun with the file, and comes after somebody else’s, is a conflict and not their end', async () => {
    const theirs = await propose({ ...card, title: 'カード2' }, {}, '馬場');
    if (theirs.kind !== 'json') throw new Error('refused');
    const { id } = theirs.data as { id: number };
    await publishing.approve(id, { by: '千葉', why: '確かめた' }, { now: NOW, today: TODAY });
    const mine = { ...card, title: 'かーど' };
    expect(await propose(mine)).toMatchObject({
      status: 409,
      data: {
        version: 2,
        entry: mine,
        conflicts: [{ path: ['title'], base: 'カード', mine: 'かーど', theirs: 'カード2' }],
      },
    });
    expect(await propose(mine, { version: 2 })).toMatchObject({ kind: 'json' });
  });
});
