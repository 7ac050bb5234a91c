import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  blankForm,
  type EntryForm,
  entryOf,
  formOf,
  isSame,
  letters,
  linesOf,
  nextKey,
} from '../../../../bots/web/staff-page/editing/model.ts';
import { type Entry, loadKnowledgeBase, readDraft } from '../../../../src/knowledge/index.ts';
import { edits, smallKnowledge } from '../../../fixtures/knowledge-edits.ts';

const FILE = join(import.meta.dirname, '../../../../knowledge-base.yaml');
const real = loadKnowledgeBase(readFileSync(FILE, 'utf8'), 'knowledge-base.yaml').kb;
const small = smallKnowledge();
const keysOf = ({ answers }: EntryForm) =>
  answers.flatMap(({ key, citations }) => [key, ...citations.map((citation) => citation.key)]);

describe('the form of an entry and back', () => {
  test.each(Object.entries(real.entries))('is %s as it was', (_, entry) => {
    expect(entryOf(formOf(entry))).toEqual(entry);
  });

  test('is any entry that somebody may have edited as it was', () => {
    fc.assert(
      fc.property(edits(8), (edit) => {
        for (const entry of Object.values(edit(small).entries)) expect(entryOf(formOf(entry))).toEqual(entry);
      }),
      { numRuns: 300 },
    );
  });

  test('keeps fields that the form does not know, of the entry and of an answer', () => {
    const card = small.entries.card!;
    const later = {
      ...card,
      audience: 'all',
      answers: card.answers.map((one) => ({ ...one, tone: 'warm' })),
    };
    expect(entryOf(formOf(later))).toEqual(later);
  });

  test('leaves out what is empty, what was removed and lines that say nothing', () => {
    const form = formOf(real.entries['certificate-lost']!);
    const [answer] = form.answers;
    const emptied = {
      ...form,
      owner: ' ',
      english: '',
      phrasings: `\n${form.phrasings}\n \n`,
      answers: [
        { ...answer!, isRemoved: true },
        { ...answer!, easy: '', citations: [...answer!.citations, { key: 99, document: '', section: '' }] },
      ],
    };
    const sent = entryOf(emptied) as Entry;
    expect(Object.keys(sent)).not.toContain('owner');
    expect(Object.keys(sent)).not.toContain('english');
    expect(sent.answers).toHaveLength(1);
    expect(Object.keys(sent.answers[0]!)).not.toContain('easy');
    expect(sent.answers[0]!.citations).toHaveLength(answer!.citations.length);
    expect(sent.phrasings).toEqual(real.entries['certificate-lost']!.phrasings);
  });

  test('a citation that is half chosen is sent, so that its fault is told', () => {
    const form = formOf(small.entries.card!);
    const citations = [{ key: 9, document: 'leaflet', section: '' }];
    const half = { ...form, answers: [{ ...form.answers[0]!, citations }] };
    expect(entryOf(half)).toMatchObject({ answers: [{ citations: [{ document: 'leaflet', section: '' }] }] });
    expect(readDraft(entryOf(half), false).kind).toBe('faults');
  });
});

describe('a form has changed', () => {
  const form = formOf(small.entries.card!);

  test('where something else would be sent', () => {
    expect(isSame(form, formOf(small.entries.card!))).toBe(true);
    expect(isSame(form, { ...form, owner: '保険年金課' })).toBe(false);
    expect(isSame(form, { ...form, answers: form.answers.map((one) => ({ ...one, isRemoved: true })) })).toBe(
      false,
    );
  });

  test('not by a line that is still empty', () => {
    expect(isSame(form, { ...form, phrasings: `${form.phrasings}\n` })).toBe(true);
  });
});

test('every part has a key of its own, and the next one is free', () => {
  for (const form of [...Object.values(real.entries).map(formOf), blankForm({ title: '新しい項目' })]) {
    const keys = keysOf(form);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).not.toContain(nextKey(form));
  }
});

test('a title is counted in letters as people see them, an emoji of a family as one', () => {
  expect(letters(' 資格👨‍👩‍👧葛󠄀 ')).toBe(4);
});

test('lines are trimmed, and those that say nothing left out', () => {
  expect(linesOf(' なくした \n\n　\nぬすまれた')).toEqual(['なくした', 'ぬすまれた']);
});
