import { describe, expect, test } from 'vitest';
import type { EditableEntry } from '../../../../bots/web/staff/routes/editing.ts';
import { wantedOf } from '../../../../bots/web/staff-page/editing/address.ts';
import { EVERYTHING, filtered } from '../../../../bots/web/staff-page/editing/entry-list.ts';
import { phrasingsOf, startFaults, suggestedId } from '../../../../bots/web/staff-page/editing/new-entry.ts';
import type { IsoDate } from '../../../../src/text/index.ts';

const TODAY = '2026-11-22';
const named = (id: string, title: string, review = '2027-07-31', category = 'loss'): EditableEntry => ({
  id,
  title,
  category,
  review: review as IsoDate,
  owner: null,
  isSensitive: false,
});
const ENTRIES = [
  named('certificate-lost', '資格確認書をなくした'),
  named('myna-lost', 'マイナ保険証をなくした', '2026-11-22'),
  named('myna-what-is', 'マイナ保険証とは', '2026-11-21', 'basics'),
];

describe('the list of entries', () => {
  test.each([
    ['', ['certificate-lost', 'myna-lost', 'myna-what-is']],
    ['なくした', ['certificate-lost', 'myna-lost']],
    ['ﾏｲﾅ なくした', ['myna-lost']],
    ['MYNA-', ['myna-lost', 'myna-what-is']],
    ['ない言葉', []],
  ])('for 「%s」 holds %j', (text, ids) => {
    expect(filtered(ENTRIES, { ...EVERYTHING, text }, TODAY).map(({ id }) => id)).toEqual(ids);
  });

  test('is of a category', () => {
    expect(filtered(ENTRIES, { ...EVERYTHING, category: 'basics' }, TODAY)).toEqual([ENTRIES[2]]);
  });

  test('is of what is past its review date, which the day itself is not', () => {
    expect(filtered(ENTRIES, { ...EVERYTHING, isOverdue: true }, TODAY)).toEqual([ENTRIES[2]]);
  });
});

describe('the address', () => {
  test.each([
    ['', { kind: 'list' }],
    ['?new', { kind: 'new', question: undefined }],
    ['?new&question=12', { kind: 'new', question: 12 }],
    ['?new&question=x', { kind: 'new', question: undefined }],
    ['?entry=card', { kind: 'entry', id: 'card', proposal: undefined }],
    ['?entry=card&proposal=7', { kind: 'entry', id: 'card', proposal: 7 }],
    ['?entry=card&proposal=-1', { kind: 'entry', id: 'card', proposal: undefined }],
    ['?entry=../card', { kind: 'list' }],
    ['?entry=', { kind: 'list' }],
  ])('%s is read', (search, wanted) => {
    expect(wantedOf(search)).toEqual(wanted);
  });
});

describe('a new entry', () => {
  test('is called after its category and the first number that is free', () => {
    expect(suggestedId('loss', ['loss-1', 'loss-3'])).toBe('loss-2');
    expect(suggestedId('', [])).toBe('entry-1');
  });

  test('needs a title, a category, and an id that nobody has', () => {
    const fields = (start: Parameters<typeof startFaults>[0]) =>
      startFaults(start, ENTRIES).map(({ field }) => field);
    expect(fields({ id: 'loss-1', title: '題名', category: 'loss' })).toEqual([]);
    expect(fields({ id: '', title: ' ', category: '' })).toEqual(['title', 'category', 'id']);
    expect(fields({ id: 'myna-lost', title: '題名', category: 'loss' })).toEqual(['id']);
    for (const id of ['Loss', '1-loss', 'loss_1', '紛失', 'loss '])
      expect(fields({ id, title: '題名', category: 'loss' })).toEqual(['id']);
  });

  test('is asked for as the missed questions were, each once and on one line', () => {
    const asked = (text: string) => ({
      text,
      channel: 'web',
      insurer: null,
      reason: 'unknown',
      entry: null,
      at: 0,
    });
    const questions = [asked('カードどっか行った'), asked('カードが\nない'), asked('カードどっか行った')];
    expect(phrasingsOf({ text: 'カードどっか行った', questions })).toBe('カードどっか行った\nカードが ない');
  });
});
