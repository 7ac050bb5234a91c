import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterConflict, withPart } from '../../../../bots/web/staff-page/editing/conflicts.ts';
import { type EntryForm, entryOf, formOf } from '../../../../bots/web/staff-page/editing/model.ts';
import { type Entry, merge, override } from '../../../../src/knowledge/index.ts';
import { edits, smallKnowledge } from '../../../fixtures/knowledge-edits.ts';

const base = smallKnowledge();
const card = base.entries.card!;
const NORTH = '北市';

/** What two editors make of the entry: the conflicts, and what the first of them goes on from. */
function contradiction(mine: Entry, theirs: Entry) {
  const kbOf = (entry: Entry) => ({ ...base, entries: { ...base.entries, card: entry } });
  const all = [base, kbOf(mine), kbOf(theirs)] as const;
  const merged = merge(...all);
  const paths = merged.kind === 'conflicts' ? merged.conflicts.map(({ path }) => path.slice(2)) : [];
  return { paths, form: afterConflict(formOf(mine), override(...all).entries.card!, paths) };
}

const entry = (form: EntryForm | undefined) => form && (entryOf(form) as Entry);
const withAnswer = (place: number, change: Partial<Entry['answers'][number]>): Entry => ({
  ...card,
  answers: card.answers.map((answer, i) => (i === place ? { ...answer, ...change } : answer)),
});

describe('where two have changed the same', () => {
  test('the words of either can be taken, and nothing else changes', () => {
    const [mine, theirs] = [withAnswer(2, { text: '自分の文。' }), withAnswer(2, { text: '相手の文。' })];
    const { paths, form } = contradiction(mine, theirs);
    expect(paths).toEqual([['answers', 'north 2026-08-01から', 'text']]);
    expect(entryOf(form)).toEqual(mine);
    const taken = withPart(form, paths[0]!, theirs)!;
    expect(entryOf(taken)).toEqual(theirs);
    expect(entryOf(withPart(taken, paths[0]!, mine)!)).toEqual(mine);
  });

  test('a field that they have emptied is emptied', () => {
    const owned = { ...card, owner: '保険年金課' };
    expect(entry(withPart(formOf(owned), ['owner'], card))).toEqual(card);
  });

  test('what both have done stays: their answer beside mine', () => {
    const mine = { ...card, title: 'わたしの題名' };
    const theirs = { ...withAnswer(1, { text: '相手の文。' }), title: '相手の題名' };
    const { paths, form } = contradiction(mine, theirs);
    expect(paths).toEqual([['title']]);
    expect(entry(form)).toMatchObject({ title: 'わたしの題名', answers: [{}, { text: '相手の文。' }, {}] });
  });

  test('an answer of mine that they have removed is there to be taken back', () => {
    const mine = withAnswer(1, { text: '自分の文。' });
    const theirs = { ...card, answers: [card.answers[0]!, card.answers[2]!] };
    const { paths, form } = contradiction(mine, theirs);
    expect(paths).toEqual([['answers', 'north']]);
    expect(entryOf(form)).toEqual(theirs);
    expect(form.answers.filter(({ isRemoved }) => isRemoved)).toMatchObject([{ text: '自分の文。' }]);
    expect(withPart(form, paths[0]!, theirs)).toBeUndefined();
  });

  test('an answer that I left alone and they have removed is gone', () => {
    const theirs = { ...card, title: '相手の題名', answers: [card.answers[0]!, card.answers[2]!] };
    const { form } = contradiction({ ...card, title: 'わたしの題名' }, theirs);
    expect(form.answers).toHaveLength(2);
  });

  test('an answer that I have removed and they have changed can be taken from them', () => {
    const mine = { ...card, answers: [card.answers[0]!, card.answers[2]!] };
    const theirs = withAnswer(1, { text: '相手の文。' });
    const { paths, form } = contradiction(mine, theirs);
    const taken = entry(withPart(form, paths[0]!, theirs))!;
    expect(taken.answers.map(({ text }) => text)).toContain('相手の文。');
  });

  test('an order of theirs is taken, and what only I have comes after it', () => {
    const [one, two, ...others] = card.phrasings;
    const mine = { ...card, phrasings: [two!, one!, ...others.slice(1), others[0]!, 'わたしだけ'] };
    const theirs = { ...card, phrasings: [...others, two!, one!] };
    const { paths, form } = contradiction(mine, theirs);
    expect(paths).toEqual([['phrasings']]);
    expect(entry(withPart(form, paths[0]!, theirs))?.phrasings).toEqual([...theirs.phrasings, 'わたしだけ']);
  });

  test.each([
    [[]],
    [['sensitive']],
    [['answers']],
    [['answers', NORTH, 'text']],
    [['answers', '全国共通', 'tone']],
    [['answers', '全国共通', 'text', 'x']],
    [['phrasings', 'なくした']],
  ])('%j cannot be found in the form', (path) => {
    expect(withPart(formOf(card), path, card)).toBeUndefined();
  });

  test('whatever both did, the form is one that can be sent, every part with a key of its own', () => {
    fc.assert(
      fc.property(edits(6), edits(6), (one, other) => {
        const [mine, theirs] = [one(base).entries.card, other(base).entries.card];
        if (!mine || !theirs) return;
        const { paths, form } = contradiction(mine, theirs);
        const taken = paths.reduce((sum, path) => withPart(sum, path, theirs) ?? sum, form);
        const keys = taken.answers.flatMap(({ key, citations }) => [
          key,
          ...citations.map((each) => each.key),
        ]);
        expect(new Set(keys).size).toBe(keys.length);
        for (const [field] of paths.filter((path) => path.length === 1 && path[0] !== 'answers'))
          if (withPart(form, [field!], theirs) && !['phrasings', 'related'].includes(field!))
            expect(entry(taken)![field as keyof Entry]).toEqual(theirs[field as keyof Entry]);
      }),
      { numRuns: 300 },
    );
  });
});
