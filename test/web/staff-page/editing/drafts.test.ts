import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Draft, readDraft, storedDrafts } from '../../../../bots/web/staff-page/editing/drafts.ts';
import { entryOf, formOf } from '../../../../bots/web/staff-page/editing/model.ts';
import { edits, smallKnowledge } from '../../../fixtures/knowledge-edits.ts';

const small = smallKnowledge();
const draft: Draft = { version: 3, form: formOf(small.entries.card!), why: '案内が変わった', question: 7 };

/** A storage in memory, as browsers have it: its keys are its own. */
function memory(): Storage {
  const held: Record<string, string> = {};
  const methods = {
    getItem: (key: string) => held[key] ?? null,
    setItem: (key: string, value: string) => {
      held[key] = value;
    },
    removeItem: (key: string) => {
      delete held[key];
    },
  };
  return new Proxy(methods as Storage, {
    ownKeys: () => Object.keys(held),
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  });
}

describe('a draft', () => {
  test('comes back as it was written, whatever was edited', () => {
    fc.assert(
      fc.property(edits(8), fc.nat(99), fc.string(), (edit, version, why) => {
        for (const entry of Object.values(edit(small).entries)) {
          const written = { version, form: formOf(entry), why };
          const read = readDraft(JSON.stringify(written))!;
          expect(read).toEqual(written);
          expect(entryOf(read.form)).toEqual(entry);
        }
      }),
    );
  });

  test('of an earlier program is read as far as it goes', () => {
    const form = {
      title: '題名',
      answers: [{ text: '本文', isRemoved: true }, 'x'],
      related: ['a', 1],
      rest: null,
    };
    expect(readDraft(JSON.stringify({ version: 2, form }))).toEqual({
      version: 2,
      why: '',
      form: expect.objectContaining({
        title: '題名',
        owner: '',
        phrasings: '',
        related: ['a'],
        rest: {},
        answers: [
          expect.objectContaining({ key: 1, text: '本文', isRemoved: true, citations: [] }),
          expect.objectContaining({ key: 2, text: '', isRemoved: false }),
        ],
      }),
    });
  });

  test.each([
    null,
    '',
    'x',
    '[]',
    '{}',
    '{"version":-1,"form":{}}',
    '{"version":1,"form":null}',
    '{"form":{}}',
  ])('%j is none', (stored) => {
    expect(readDraft(stored)).toBeUndefined();
  });

  test('is read without an error whatever stands in the storage, and what was read can be sent', () => {
    fc.assert(
      fc.property(fc.json(), fc.jsonValue(), (any, form) => {
        readDraft(any);
        const read = readDraft(JSON.stringify({ version: 1, form }));
        if (read) expect(() => entryOf(read.form)).not.toThrow();
      }),
    );
  });
});

describe('the store of drafts', () => {
  test('keeps one an entry until it is removed', () => {
    const storage = memory();
    storage.setItem('something-else', 'x');
    const drafts = storedDrafts(() => storage);
    expect(drafts.write('card', draft)).toBe(true);
    expect(drafts.read('card')).toEqual(draft);
    expect(drafts.read('paper')).toBeUndefined();
    expect(drafts.entries()).toEqual(['card']);
    drafts.remove('card');
    expect([drafts.read('card'), drafts.entries()]).toEqual([undefined, []]);
  });

  test('keeps the beginning of a new entry, and nothing of one that is empty', () => {
    const storage = memory();
    const drafts = storedDrafts(() => storage);
    const start = { id: 'loss-2', title: '', category: 'loss' };
    drafts.writeStart(start);
    expect(drafts.readStart()).toEqual(start);
    drafts.writeStart({ id: '', title: '', category: '' });
    expect(Object.keys(storage)).toEqual([]);
    expect(drafts.readStart()).toEqual({ id: '', title: '', category: '' });
  });

  test('says so where the browser keeps nothing, and goes on', () => {
    const drafts = storedDrafts(() => {
      throw new DOMException('no', 'SecurityError');
    });
    expect(drafts.write('card', draft)).toBe(false);
    expect(drafts.read('card')).toBeUndefined();
    expect(drafts.entries()).toEqual([]);
    expect(() => drafts.remove('card')).not.toThrow();
    expect(() => drafts.writeStart(drafts.readStart())).not.toThrow();
  });
});
