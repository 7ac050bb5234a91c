import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../../src/knowledge/index.ts';
import { type Asked, HARMLESS, NOW, publishingDesk, retitled } from './publishing-desk.ts';

const LIST = 'GET /proposals';
const READ = 'GET /proposals/:id';
const EFFECT = 'POST /proposals/:id/effect';
const APPROVE = 'POST /proposals/:id/approve';
const RETURN = 'POST /proposals/:id/return';
const WITHDRAW = 'POST /proposals/:id/withdraw';
const OK = { why: '確かめた' };
const refusal = (status: number, sentence: string) => ({
  kind: 'refused',
  status,
  sentence: expect.stringContaining(sentence),
});

const asking = ({ phrasings }: Entry) => ({ phrasings: [...phrasings, 'まったく新しい聞き方です'] });

describe('a proposal', () => {
  test('is listed with titles, and says whose own it is', async () => {
    const desk = await publishingDesk();
    const id = await desk.propose('aoki', 'card', retitled('かーど'));
    const listed = { id, by: 'aoki', at: NOW, entries: ['card'], titles: ['カード'], state: 'open' };
    for (const [by, isOwn] of [
      ['aoki', true],
      ['ＡＯＫＩ', true],
      ['chiba', false],
    ] as const)
      expect(await desk.data(LIST, { by })).toEqual({
        proposals: [expect.objectContaining({ ...listed, isOwn })],
      });
    for (const state of ['approved', 'returned', 'withdrawn'])
      expect(await desk.data(LIST, { query: { state } })).toEqual({ proposals: [] });
    await expect(desk.call(LIST, { query: { state: 'nonsense' } })).rejects.toThrow();
  });

  test('is shown with what it changes, and without the whole text', async () => {
    const desk = await publishingDesk();
    const id = await desk.propose('aoki', 'card', retitled('かーど'));
    const data = await desk.data<{ proposal: object }>(READ, { id });
    expect(data).toMatchObject({
      changes: [
        {
          kind: 'changed',
          entry: 'card',
          where: expect.stringContaining('題名'),
          runs: [
            { kind: 'removed', text: 'カード' },
            { kind: 'added', text: 'かーど' },
          ],
        },
      ],
      obstacle: null,
    });
    expect(data.proposal).not.toHaveProperty('yaml');
  });

  test('becomes a version by somebody else’s approval, and keeps what it was', async () => {
    const desk = await publishingDesk();
    const id = await desk.propose('aoki', 'card', retitled('かーど'));
    expect(await desk.data(APPROVE, { id, by: 'chiba', body: { why: '' } })).toEqual({ version: 2 });
    expect(await desk.data(READ, { id })).toMatchObject({
      proposal: { state: 'approved', decidedBy: 'chiba', version: 2 },
      changes: [{ entry: 'card' }],
      obstacle: null,
    });
  });

  test.each([
    [APPROVE, { body: OK }],
    [RETURN, { body: OK }],
  ] satisfies [string, Asked][])('of one’s own is not decided by %s', async (route, asked) => {
    const desk = await publishingDesk();
    const id = await desk.propose('aoki', 'card', retitled('かーど'));
    expect(await desk.call(route, { id, by: 'aoki', ...asked })).toMatchObject(
      refusal(422, '自分では決められません'),
    );
    expect(await desk.data(LIST)).toMatchObject({ proposals: [{ id, state: 'open' }] });
  });

  test('is sent back with a reason, and not without', async () => {
    const desk = await publishingDesk();
    const id = await desk.propose('aoki', 'card', retitled('かーど'));
    const send = (why: string) => desk.call(RETURN, { id, by: 'chiba', body: { why } });
    expect(await send('　')).toMatchObject(refusal(422, '理由'));
    expect(await send('題名はそのままで')).toEqual({ kind: 'done' });
    expect(await desk.data(LIST, { query: { state: 'returned' } })).toMatchObject({
      proposals: [{ id, decidedBy: 'chiba', decidedWhy: '題名はそのままで' }],
    });
    await expect(send('あ'.repeat(501))).rejects.toThrow('500字以内');
  });

  test('is withdrawn by whoever made it, and by nobody else', async () => {
    const desk = await publishingDesk();
    const id = await desk.propose('aoki', 'card', retitled('かーど'));
    expect(await desk.call(WITHDRAW, { id, by: 'chiba' })).toMatchObject(refusal(422, '自分の提案だけ'));
    expect(await desk.call(WITHDRAW, { id, by: 'aoki' })).toEqual({ kind: 'done' });
    expect(await desk.data(LIST, { query: { state: 'withdrawn' } })).toMatchObject({ proposals: [{ id }] });
  });

  test.each([APPROVE, RETURN, WITHDRAW])(
    'that is decided, or never was, is no more decided by %s',
    async (route) => {
      const desk = await publishingDesk();
      const id = await desk.propose('aoki', 'card', retitled('かーど'));
      await desk.call(APPROVE, { id, by: 'chiba', body: OK });
      const by = route === WITHDRAW ? 'aoki' : 'doi';
      for (const which of [id, 99])
        expect(await desk.call(route, { id: which, by, body: OK })).toMatchObject({
          kind: 'refused',
          status: 422,
        });
      expect(await desk.store.versions.latest()).toBe(2);
    },
  );

  test('that never was is not found', async () => {
    const desk = await publishingDesk();
    expect(await desk.call(READ, { id: 99 })).toMatchObject({ kind: 'refused', status: 422 });
  });
});

describe('where two have changed the same', () => {
  async function contradicting() {
    const desk = await publishingDesk();
    const one = await desk.propose('aoki', 'card', retitled('かーど'));
    const other = await desk.propose('baba', 'card', retitled('Card'));
    await desk.call(APPROVE, { id: one, by: 'chiba', body: OK });
    return { desk, id: other };
  }
  const conflicts = [{ entry: 'card', base: 'カード', mine: 'Card', theirs: 'かーど' }];

  test('both sides are shown', async () => {
    const { desk, id } = await contradicting();
    expect(await desk.data(READ, { id })).toMatchObject({
      changes: [],
      obstacle: { sentence: expect.stringContaining('同じところ'), conflicts, faults: [] },
    });
  });

  test('the approval is refused as a conflict, and publishes nothing', async () => {
    const { desk, id } = await contradicting();
    expect(await desk.call(APPROVE, { id, by: 'chiba', body: OK })).toMatchObject({
      ...refusal(409, '同じところ'),
      data: { conflicts, faults: [] },
    });
    expect(await desk.store.versions.latest()).toBe(2);
  });

  test('no effect is worked out', async () => {
    const { desk, id } = await contradicting();
    expect(await desk.call(EFFECT, { id })).toMatchObject(refusal(409, '公開できない'));
  });
});

test('what two made fit alone, but not together, is refused with what is wrong', async () => {
  const desk = await publishingDesk();
  const one = await desk.propose('aoki', 'card', asking);
  const other = await desk.propose('baba', 'paper', asking);
  await desk.call(APPROVE, { id: one, by: 'chiba', body: OK });
  expect(await desk.data(READ, { id: other })).toMatchObject({
    obstacle: { faults: [{ message: expect.stringContaining('同じ聞き方') }] },
  });
  expect(await desk.call(APPROVE, { id: other, by: 'chiba', body: OK })).toMatchObject({
    ...refusal(422, '直してください'),
    data: { faults: [{ message: expect.stringContaining('同じ聞き方') }], conflicts: [] },
  });
});

test('the effect of an open proposal is shown before it is published', async () => {
  const desk = await publishingDesk();
  const id = await desk.propose('aoki', 'card', retitled('かーど'));
  expect(await desk.data(EFFECT, { id })).toEqual(HARMLESS);
  expect(await desk.store.versions.latest()).toBe(1);
});
