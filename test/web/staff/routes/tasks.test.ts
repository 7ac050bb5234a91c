import { describe, expect, test } from 'vitest';
import { NOW, publishingDesk } from './publishing-desk.ts';

const LIST = 'GET /tasks';
const CLOSE = 'POST /tasks/:id/close';
const REPORT = 'POST /reports';
const BODY = { entry: 'card', insurer: 'north', note: ' 階が変わった ' };

const desk = () =>
  publishingDesk((draft) => {
    draft.entries.paper!.sensitive = 'dv';
  });

describe('a report from the desk', () => {
  test('is a task about its entry, in somebody’s name, and noted without its words', async () => {
    const { call, data, store } = await desk();
    expect(await call(REPORT, { by: 'eda', role: 'viewer', body: BODY })).toEqual({ kind: 'done' });
    const note = '「カード」(北市)の答えが、まちがいか古いかもしれません。\n階が変わった\n知らせた人: eda';
    expect(await data(LIST)).toEqual({
      tasks: [
        {
          id: expect.any(Number),
          kind: 'reported',
          document: null,
          entries: ['card'],
          about: [{ id: 'card', title: 'カード' }],
          note,
          openedAt: NOW,
          closed: null,
        },
      ],
    });
    expect(JSON.stringify(await store.audit.list({ limit: 9 }))).not.toContain('階');
  });

  test('may be about the nationwide answer, and needs no words', async () => {
    const { call, data } = await desk();
    expect(await call(REPORT, { body: { ...BODY, insurer: null, note: '' } })).toEqual({ kind: 'done' });
    expect(await data(LIST)).toMatchObject({ tasks: [{ note: expect.stringContaining('全国共通') }] });
  });

  test.each([
    ['what is about violence', { ...BODY, entry: 'paper' }],
    ['an entry that is gone', { ...BODY, entry: 'gone' }],
    ['an insurer that is gone', { ...BODY, insurer: 'gone' }],
  ])('about %s is refused, and leaves nothing', async (_what, body) => {
    const { call, data, store } = await desk();
    expect(await call(REPORT, { body })).toMatchObject({
      kind: 'refused',
      status: 422,
      sentence: expect.stringContaining('担当の係'),
    });
    expect(await data(LIST)).toEqual({ tasks: [] });
    expect(await store.audit.list({ limit: 9 })).toEqual([]);
  });

  test('of more words than fit is refused', async () => {
    const { call } = await desk();
    await expect(call(REPORT, { body: { ...BODY, note: 'あ'.repeat(1_001) } })).rejects.toThrow('1000字以内');
  });
});

describe('a task', () => {
  test('is closed by one, is told to the other, and stays to be read', async () => {
    const { call, data, store } = await desk();
    await call(REPORT, { body: BODY });
    const [{ id }] = (await data<{ tasks: [{ id: number }] }>(LIST)).tasks;
    expect(await call(CLOSE, { id, by: 'aoki' })).toEqual({ kind: 'done' });
    expect(await call(CLOSE, { id, by: 'baba' })).toMatchObject({
      kind: 'refused',
      status: 409,
      sentence: expect.stringContaining('先に済ませました'),
    });
    expect(await data(LIST)).toEqual({ tasks: [] });
    expect(await data(LIST, { query: { state: 'closed' } })).toMatchObject({
      tasks: [{ id, closed: { by: 'aoki' } }],
    });
    const closings = (await store.audit.list({ limit: 9 })).filter(({ action }) => action === 'task.close');
    expect(closings).toMatchObject([{ who: 'aoki', subject: `${id}` }]);
  });

  test('about an entry that is gone is named by its id', async () => {
    const { data, store } = await desk();
    await store.tasks.open({ kind: 'source-gone', document: 'leaflet', entries: ['gone'], note: 'x' }, NOW);
    expect(await data(LIST)).toMatchObject({ tasks: [{ about: [{ id: 'gone', title: 'gone' }] }] });
  });
});
