import { describe, expect, test } from 'vitest';
import type { DraftAnswer, PreviewAnswer } from '../../../../bots/web/staff/routes/editing.ts';
import { phrasings } from '../../../fixtures/knowledge.ts';
import { publishingDesk, retitled, TODAY } from './publishing-desk.ts';

const FORMS = 'GET /editing';
const READ = 'GET /editing/entry';
const PREVIEW = 'POST /editing/preview';
const PROPOSE = 'POST /editing/proposals';
const WHY = '資料が変わった';

async function editing() {
  const desk = await publishingDesk();
  const draft = await desk.data<DraftAnswer>(READ, { query: { id: 'card' } });
  return { desk, draft, entry: draft.entry! };
}

describe('an entry to be edited', () => {
  test('comes with the version that it is of', async () => {
    const { desk, draft } = await editing();
    expect(draft).toMatchObject({ version: 0, id: 'card', entry: { title: 'カード' }, waiting: [] });
    expect(await desk.data(FORMS)).toMatchObject({ today: TODAY });
  });

  test('that is new comes without', async () => {
    const { desk } = await editing();
    expect(await desk.data(READ, { query: { id: 'brand-new' } })).toEqual({
      version: 0,
      id: 'brand-new',
      waiting: [],
    });
  });

  test('tells who else is at it', async () => {
    const { desk } = await editing();
    const id = await desk.propose('baba', 'card', retitled('かーど'));
    expect(await desk.data(READ, { query: { id: 'card' } })).toMatchObject({ waiting: [{ id, by: 'baba' }] });
    expect(await desk.data(READ, { query: { id: 'paper' } })).toMatchObject({ waiting: [] });
  });

  test('comes as a proposal has it, which is put right and proposed again', async () => {
    const { desk } = await editing();
    const proposal = await desk.propose('baba', 'card', retitled('かーど'));
    expect(await desk.data(READ, { query: { id: 'card', proposal: `${proposal}` } })).toMatchObject({
      version: 1,
      entry: { title: 'かーど' },
    });
    expect(await desk.call(READ, { query: { id: 'card', proposal: '99' } })).toMatchObject({
      kind: 'refused',
      status: 422,
    });
  });
});

describe('a proposal', () => {
  test('settles the missed question for which it was made', async () => {
    const { desk, entry } = await editing();
    const body = { version: 0, id: 'card', entry: { ...entry, title: 'かーど' }, why: WHY, question: 7 };
    expect(await desk.data(PROPOSE, { body })).toEqual({ id: expect.any(Number) });
    expect(desk.drafted).toEqual([[7, 'aoki']]);
  });

  test.each([
    ['has a field that is too long', { title: 'あ'.repeat(21) }, ['title']],
    ['lacks what every entry has', { answers: undefined }, ['answers']],
    ['names what is not there', { related: ['none'] }, ['related']],
  ])('that %s is refused with the field, and nothing is kept', async (_what, over, [field]) => {
    const { desk, entry } = await editing();
    const body = { version: 0, id: 'card', entry: { ...entry, ...over }, why: WHY, question: 7 };
    const answer = await desk.call(PROPOSE, { body });
    expect(answer).toMatchObject({
      kind: 'refused',
      status: 422,
      sentence: expect.stringContaining('直してください'),
      data: { conflicts: [] },
    });
    expect(JSON.stringify(answer)).toContain(`"path":["${field}"`);
    expect(await desk.data('GET /proposals')).toEqual({ proposals: [] });
    expect([desk.drafted, await desk.store.versions.latest()]).toEqual([[], 0]);
  });

  test('that contradicts what was published meanwhile is a conflict, from which the work goes on', async () => {
    const { desk, entry } = await editing();
    const id = await desk.propose('baba', 'card', retitled('かーど'));
    await desk.data('POST /proposals/:id/approve', { id, by: 'chiba', body: { why: '' } });
    const mine = { ...entry, title: 'Card', owner: '国保係' };
    const propose = (version: number, changed: object) =>
      desk.call(PROPOSE, { body: { version, id: 'card', entry: changed, why: WHY } });
    const answer = await propose(1, mine);
    expect(answer).toMatchObject({
      kind: 'refused',
      status: 409,
      data: {
        conflicts: [{ entry: 'card', base: 'カード', mine: 'Card', theirs: 'かーど' }],
        version: 2,
        entry: { title: 'Card', owner: '国保係' },
      },
    });
    const { data } = answer as { data: { version: number; entry: object } };
    expect(await propose(data.version, { ...data.entry, title: 'かーど' })).toMatchObject({ kind: 'json' });
  });

  test('that was begun with the file and comes after somebody else’s is a conflict, and not their end', async () => {
    const { desk, entry } = await editing();
    const id = await desk.propose('baba', 'card', retitled('かーど'));
    await desk.data('POST /proposals/:id/approve', { id, by: 'chiba', body: { why: '' } });
    const body = { version: 0, id: 'card', entry: { ...entry, title: 'Card' }, why: WHY };
    expect(await desk.call(PROPOSE, { body })).toMatchObject({
      status: 409,
      data: { version: 2, conflicts: [{ path: ['title'], theirs: 'かーど' }] },
    });
  });

  test('that makes another entry wrong says which, and is at no field of its own', async () => {
    const { desk, entry } = await editing();
    const asked = { ...entry, phrasings: [...entry.phrasings, phrasings('かみ')[1]!] };
    const answer = await desk.call(PROPOSE, { body: { version: 0, id: 'card', entry: asked, why: WHY } });
    expect(answer).toMatchObject({
      status: 422,
      data: { faults: [{ path: [], message: expect.stringMatching(/^paper\.phrasings\.1：/) }] },
    });
  });

  test('of nothing, or without a reason, is refused', async () => {
    const { desk, entry } = await editing();
    const body = { version: 0, id: 'card', entry, why: WHY };
    expect(await desk.call(PROPOSE, { body })).toMatchObject({
      sentence: expect.stringContaining('変わった'),
    });
    const changed = { ...body, entry: { ...entry, title: 'かーど' }, why: ' ' };
    expect(await desk.call(PROPOSE, { body: changed })).toMatchObject({
      sentence: expect.stringContaining('理由'),
    });
    await expect(desk.call(PROPOSE, { body: { ...body, id: 'Not An Id' } })).rejects.toThrow();
  });
});

describe('a preview', () => {
  test('is of the draft, and says where it cannot be read', async () => {
    const { desk, entry } = await editing();
    const preview = (changed: unknown) =>
      desk.call(PREVIEW, { body: { id: 'card', entry: changed, insurer: null } });
    const answers = [{ ...entry.answers[0]!, text: 'かーどの新しい答えです。' }];
    const { data } = (await preview({ ...entry, answers })) as { data: PreviewAnswer };
    for (const channel of ['line', 'web', 'slack'] as const)
      expect(JSON.stringify(data[channel])).toContain('かーどの新しい答えです。');
    expect(await preview({ ...entry, answers: 'none' })).toMatchObject({
      kind: 'refused',
      status: 422,
      data: { faults: [{ path: ['answers'] }] },
    });
  });
});
