import { beforeEach, describe, expect, test } from 'vitest';
import type { ConflictData, DraftAnswer } from '../../../../bots/web/staff/routes/editing.ts';
import type { Answered } from '../../../../bots/web/staff-page/api.ts';
import type { EditingClient, NewProposal } from '../../../../bots/web/staff-page/editing/client.ts';
import type { Draft, DraftStore } from '../../../../bots/web/staff-page/editing/drafts.ts';
import { blankForm, entryOf, formOf } from '../../../../bots/web/staff-page/editing/model.ts';
import { Writing } from '../../../../bots/web/staff-page/editing/writing.ts';
import type { Entry } from '../../../../src/knowledge/index.ts';
import { smallKnowledge } from '../../../fixtures/knowledge-edits.ts';

const { card } = smallKnowledge().entries as { card: Entry };
const retitled = { ...card, title: 'かーど' };
const refused = (sentence: string, data: unknown) => ({ kind: 'refused', sentence, data }) as const;

let loaded: Answered<DraftAnswer>;
let answer: Awaited<ReturnType<EditingClient['propose']>>;
let sent: NewProposal[];
let drafts: Map<string, Draft>;
let writing: Writing;

const client: EditingClient = {
  read: async () => ({ kind: 'unreachable' }),
  missed: async () => ({ kind: 'unreachable' }),
  preview: async () => ({ kind: 'unreachable' }),
  entry: async () => loaded,
  propose: async (proposal) => {
    sent.push(proposal);
    return answer;
  },
};

function given(version: number, entry: Entry | undefined): Answered<DraftAnswer> {
  return { kind: 'answer', data: { version, id: 'card', ...(entry && { entry }), waiting: [] } };
}

beforeEach(() => {
  loaded = given(3, card);
  answer = { kind: 'answer', data: { id: 12 } };
  sent = [];
  drafts = new Map();
  const store: DraftStore = {
    read: (entry) => drafts.get(entry),
    write: (entry, draft) => drafts.set(entry, draft) !== undefined,
    remove: (entry) => void drafts.delete(entry),
    entries: () => [...drafts.keys()],
    readStart: () => ({ id: '', title: '', category: '' }),
    writeStart: () => {},
  };
  writing = new Writing({ requestUpdate: () => {} }, client, store);
});

const retitle = (title: string) => writing.edit((form) => ({ ...form, title }));

describe('what is being written', () => {
  test('is kept from the first change on, and not once it is as it was', async () => {
    await writing.open('card');
    expect([writing.isDirty, drafts.size]).toEqual([false, 0]);
    retitle('かーど');
    expect(drafts.get('card')).toMatchObject({ version: 3, form: { title: 'かーど' } });
    retitle(card.title);
    expect([writing.isDirty, drafts.size]).toEqual([false, 0]);
  });

  test('is offered when somebody comes back, with the version that it was begun from', async () => {
    drafts.set('card', { version: 1, form: formOf(retitled), why: 'わけ' });
    await writing.open('card');
    expect(writing.stage).toMatchObject({ kind: 'offered' });
    writing.resume(drafts.get('card')!);
    await writing.propose();
    expect(sent).toEqual([{ id: 'card', version: 1, why: 'わけ', entry: retitled }]);
  });

  test('is not offered where it has become what holds', async () => {
    drafts.set('card', { version: 1, form: formOf(card), why: '' });
    await writing.open('card');
    expect(writing.stage).toEqual({ kind: 'writing' });
  });

  test('can be thrown away, and taken back', async () => {
    await writing.open('card');
    retitle('かーど');
    writing.discard();
    expect([writing.form.title, drafts.size, writing.isDirty]).toEqual([card.title, 0, false]);
    writing.resume(writing.discarded!);
    expect([writing.form.title, drafts.size]).toEqual(['かーど', 1]);
  });

  test('goes on from a proposal that was sent back, with the version that it was made from', async () => {
    loaded = given(2, retitled);
    await writing.open('card', 7);
    expect([writing.proposal, writing.form.title, drafts.size]).toEqual([7, 'かーど', 0]);
    writing.explain('理由を書き足した');
    await writing.propose();
    expect(sent).toMatchObject([{ version: 2, entry: retitled }]);
  });

  test('is nothing where there is neither an entry nor a draft', async () => {
    loaded = given(3, undefined);
    await writing.open('card');
    expect(writing.stage).toEqual({ kind: 'absent' });
  });
});

describe('a new entry', () => {
  const form = blankForm({ title: '新しい項目', category: 'basics', phrasings: 'なくした' });

  test('is a draft at once, and goes with the questions for which it is made', async () => {
    loaded = given(3, undefined);
    expect(await writing.begin('fresh', form, 7)).toBe(true);
    expect(drafts.get('fresh')).toMatchObject({ version: 3, question: 7 });
    writing.explain('聞かれたので');
    await writing.propose();
    expect(sent).toEqual([
      { id: 'fresh', version: 3, why: '聞かれたので', entry: entryOf(form), question: 7 },
    ]);
    expect(drafts.size).toBe(0);
  });

  test('does not take the place of one that somebody has published meanwhile', async () => {
    expect(await writing.begin('card', form, undefined)).toBe(false);
    expect(writing.sentence).toContain('もうあります');
    expect(drafts.size).toBe(0);
  });
});

describe('a proposal', () => {
  beforeEach(async () => {
    await writing.open('card');
    retitle('かーど');
    writing.explain('読みやすく');
  });

  test('takes the draft with it', async () => {
    await writing.propose();
    expect(writing.stage).toEqual({ kind: 'proposed', proposal: 12 });
    expect(drafts.size).toBe(0);
  });

  test('is not sent without a reason', async () => {
    writing.explain(' ');
    await writing.propose();
    expect(sent).toEqual([]);
    expect(writing.faults).toMatchObject([{ field: 'why' }]);
  });

  test('with faults is not there, and everything is as it was written', async () => {
    const faults = [{ path: ['title'], message: 'title は20字以内にしてください' }];
    answer = refused('1か所を直してください。', { faults, conflicts: [] });
    await writing.propose();
    expect(writing.faults).toMatchObject([{ field: 'title' }]);
    expect([writing.stage.kind, writing.form.title, drafts.size]).toEqual(['writing', 'かーど', 1]);
  });

  test('no longer tells of a fault whose field is another now', async () => {
    const faults = [
      { path: ['title'], message: 'title は20字以内にしてください' },
      { path: ['review'], message: '「」は日付ではありません。' },
    ];
    answer = refused('2か所を直してください。', { faults, conflicts: [] });
    await writing.propose();
    writing.edit((form) => ({ ...form, title: '短い' }), ['title']);
    expect([writing.sentence, writing.faults]).toMatchObject([
      '1か所を直してください。',
      [{ field: 'review' }],
    ]);
    writing.edit((form) => ({ ...form, review: '2027-07-31' }), ['review']);
    expect([writing.sentence, writing.faults]).toEqual(['', []]);
  });

  test.each([
    ['signed-out', { kind: 'signed-out' }],
    ['unreachable', { kind: 'unreachable' }],
  ] as const)('that did not arrive (%s) can be sent again', async (_, trouble) => {
    answer = trouble;
    await writing.propose();
    expect([writing.trouble, drafts.size]).toEqual([trouble, 1]);
    answer = { kind: 'answer', data: { id: 13 } };
    await writing.propose();
    expect(writing.stage).toEqual({ kind: 'proposed', proposal: 13 });
  });

  test('is sent once, however often the button is pressed', async () => {
    await Promise.all([writing.propose(), writing.propose()]);
    expect(sent).toHaveLength(1);
  });

  describe('that contradicts what others have published', () => {
    const theirs = { ...card, title: 'カード2', owner: '保険年金課' };
    const mine = { ...theirs, title: 'かーど' };
    const conflict = {
      entry: 'card',
      where: '項目 card「カード2」 › 題名',
      path: ['title'],
      base: card.title,
      mine: 'かーど',
      theirs: 'カード2',
    };
    beforeEach(async () => {
      const data: ConflictData = { faults: [], conflicts: [conflict], version: 5, entry: mine };
      answer = refused('ほかの人が同じところを変えています。', data);
      loaded = given(5, theirs);
      await writing.propose();
    });

    test('goes on from theirs with one’s own words on top, and loses neither', () => {
      expect(entryOf(writing.form)).toEqual(mine);
      expect(writing.conflicts).toEqual([{ conflict, side: 'mine' }]);
      expect(drafts.get('card')).toMatchObject({ version: 5, why: '読みやすく', form: { title: 'かーど' } });
    });

    test('can take their words, and one’s own again', () => {
      expect(writing.canTake(0, 'theirs')).toBe(true);
      writing.take(0, 'theirs');
      expect([writing.form.title, writing.conflicts[0]!.side]).toEqual(['カード2', 'theirs']);
      writing.take(0, 'mine');
      expect(entryOf(writing.form)).toEqual(mine);
    });

    test('is proposed again with the version that holds now', async () => {
      answer = { kind: 'answer', data: { id: 14 } };
      await writing.propose();
      expect(sent.at(-1)).toMatchObject({ version: 5, entry: mine });
      expect(writing.conflicts).toEqual([]);
    });
  });

  test('of an entry that others have removed keeps what was written', async () => {
    answer = refused('ほかの人が同じところを変えています。', {
      faults: [],
      conflicts: [
        { entry: 'card', where: '項目 card', path: [], base: 'カード', mine: 'かーど', theirs: null },
      ],
      version: 5,
      entry: null,
    });
    loaded = given(5, undefined);
    await writing.propose();
    expect([writing.form.title, writing.version, writing.canTake(0, 'theirs')]).toEqual(['かーど', 5, false]);
  });
});
