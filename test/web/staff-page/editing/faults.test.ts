import { describe, expect, test } from 'vitest';
import {
  ANSWER_LABELS,
  answerField,
  citationField,
  faultsAt,
  LABELS,
  placeFault,
} from '../../../../bots/web/staff-page/editing/faults.ts';
import { type EntryForm, entryOf, formOf } from '../../../../bots/web/staff-page/editing/model.ts';
import { readDraft } from '../../../../src/knowledge/index.ts';
import { smallKnowledge } from '../../../fixtures/knowledge-edits.ts';

const card = formOf(smallKnowledge().entries.card!);
const [first, second, third] = card.answers;

/** What the server's own schema says of a form, at the fields of the page. */
function found(form: EntryForm) {
  const read = readDraft(entryOf(form), true);
  if (read.kind === 'draft') return [];
  return read.faults.map(({ path, message }) => placeFault({ path: path.map(String), message }, form));
}

const withFirst = (change: object): EntryForm => ({
  ...card,
  answers: [{ ...first!, ...change }, ...card.answers.slice(1)],
});

describe('what the server finds', () => {
  test.each([
    [
      'a title that is too long',
      { ...card, title: 'あ'.repeat(21) },
      'title',
      '題名は20字以内にしてください。',
    ],
    ['no title', { ...card, title: '' }, 'title', '空です。書くか、選んでください。'],
    ['no category', { ...card, category: '' }, 'category', '選んでください。'],
    ['no review date', { ...card, review: '' }, 'review', '日付を入れてください。'],
    [
      'an owner that is too long',
      { ...card, owner: '課'.repeat(41) },
      'owner',
      '担当は40字以内にしてください。',
    ],
    ['too few phrasings', { ...card, phrasings: 'なくした' }, 'phrasings', '聞き方を20以上書いてください。'],
    ['no answer at all', { ...card, answers: [] }, 'answers', '答えを一つ以上書いてください。'],
    [
      'an answer that is too long',
      withFirst({ text: 'あ'.repeat(501) }),
      answerField(first!.key, 'text'),
      '答えは500字以内にしてください。',
    ],
    [
      'an easy answer that is too long',
      withFirst({ easy: 'あ'.repeat(501) }),
      answerField(first!.key, 'easy'),
      'やさしい日本語は500字以内にしてください。',
    ],
    [
      'no source',
      withFirst({ citations: [] }),
      answerField(first!.key, 'citations'),
      '出典を一つ以上書いてください。',
    ],
    [
      'a source without its section',
      withFirst({ citations: [{ key: 77, document: 'leaflet', section: '' }] }),
      citationField(77, 'section'),
      '空です。書くか、選んでください。',
    ],
    [
      'an end before the beginning',
      withFirst({ from: '2026-08-01', until: '2026-07-01' }),
      answerField(first!.key),
      '「いつから」が「いつまで」より後です。日付を直してください。',
    ],
  ])('%s is told at its field, in the words of the form', (_, form, field, sentence) => {
    expect(found(form)).toMatchObject([{ field, sentence }]);
  });

  test('is put at the answer that was sent, though one before it is removed', () => {
    const form = { ...card, answers: [{ ...first!, isRemoved: true }, second!, { ...third!, text: '' }] };
    expect(found(form)).toMatchObject([
      { field: answerField(third!.key, 'text'), where: `答え3の${ANSWER_LABELS.text}` },
    ]);
  });

  test('is put at the source that was sent, though an empty line stands before it', () => {
    const citations = [
      { key: 70, document: '', section: '' },
      { key: 71, document: '', section: 'Q1' },
    ];
    expect(found(withFirst({ citations }))).toMatchObject([{ field: citationField(71, 'document') }]);
  });

  test('of a phrasing names which one is meant, once', () => {
    const at = (message: string) =>
      placeFault({ path: ['phrasings', '0'], message }, { ...card, phrasings: 'なくした' });
    expect(at('同じ聞き方が「失くした」(paper)にもあります')).toMatchObject({
      field: 'phrasings',
      sentence: '「なくした」：同じ聞き方が「失くした」(paper)にもあります。',
    });
    expect(at('「なくした」は「無くした」(paper)とほとんど同じです').sentence).toBe(
      '「なくした」は「無くした」(paper)とほとんど同じです。',
    );
  });

  test.each([[[]], [['version']], [['toString']]])('at %j is about no field of the form', (path) => {
    expect(placeFault({ path, message: '公開できません' }, card)).toEqual({
      field: '',
      where: '',
      sentence: '公開できません。',
    });
  });

  test.each([
    [['answers', '9', 'text'], 'answers'],
    [['answers', '0', 'tone'], answerField(first!.key)],
    [['answers', '0', 'citations', '9'], answerField(first!.key, 'citations')],
  ])('at %j, which is not there, is put as near as can be', (path, field) => {
    expect(placeFault({ path, message: 'x' }, card).field).toBe(field);
  });

  test('every field of the form has a name', () => {
    const { rest: _rest, ...fields } = card;
    expect(Object.keys(LABELS).sort()).toEqual(Object.keys(fields).sort());
  });
});

test('the faults of one field are found among all', () => {
  const faults = found({ ...card, title: '', review: '' });
  expect(faultsAt(faults, 'review')).toHaveLength(1);
  expect(faultsAt(faults, 'owner')).toEqual([]);
});
