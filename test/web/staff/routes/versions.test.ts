import { describe, expect, test } from 'vitest';
import { publishingDesk, retitled } from './publishing-desk.ts';

const LIST = 'GET /versions';
const READ = 'GET /versions/:number';
const RETURN = 'POST /versions/:number/return';

async function withTwoVersions() {
  const desk = await publishingDesk();
  const id = await desk.propose('aoki', 'card', retitled('かーど'));
  await desk.data('POST /proposals/:id/approve', { id, by: 'chiba', body: { why: '確かめた' } });
  return desk;
}

describe('the history', () => {
  test('is empty while the file holds', async () => {
    expect(await (await publishingDesk()).data(LIST)).toEqual({ versions: [] });
  });

  test('names who wrote and who approved, the newest first, without the whole texts', async () => {
    const data = await (await withTwoVersions()).data<{ versions: object[] }>(LIST);
    expect(data).toMatchObject({
      versions: [
        { number: 2, by: 'aoki', approvedBy: 'chiba', from: null },
        { number: 1, by: 'aoki', approvedBy: null },
      ],
    });
    for (const version of data.versions) expect(version).not.toHaveProperty('yaml');
  });

  test('shows what a version changed; the first one changed nothing', async () => {
    const desk = await withTwoVersions();
    expect(await desk.data(READ, { id: 2 })).toMatchObject({
      version: { number: 2 },
      changes: [{ kind: 'changed', entry: 'card' }],
    });
    expect(await desk.data(READ, { id: 1 })).toMatchObject({ changes: [] });
  });

  test('has no version that never was', async () => {
    const desk = await withTwoVersions();
    expect(await desk.call(READ, { id: 9 })).toMatchObject({
      kind: 'refused',
      status: 422,
      sentence: expect.stringContaining('第9版はありません'),
    });
  });
});

describe('the way back', () => {
  test('is one step, adds a version and says from where', async () => {
    const desk = await withTwoVersions();
    const body = { why: '前のほうが正しい' };
    expect(await desk.data(RETURN, { id: 1, by: 'chiba', body })).toEqual({ version: 3 });
    expect(await desk.data(LIST)).toMatchObject({
      versions: [{ number: 3, by: 'chiba', from: 1, why: '前のほうが正しい' }, { number: 2 }, { number: 1 }],
    });
    const [first, third] = [await desk.store.versions.get(1), await desk.store.versions.get(3)];
    expect(third!.yaml).toBe(first!.yaml);
    expect(await desk.store.audit.list({ limit: 1 })).toMatchObject([
      { who: 'chiba', action: 'version.return', subject: '3' },
    ]);
  });

  test.each([
    [2, '戻す', 'いまの版です'],
    [9, '戻す', '第9版はありません'],
    [1, '　', '理由'],
  ])('to version %i because of %j is refused: %s', async (id, why, sentence) => {
    const desk = await withTwoVersions();
    expect(await desk.call(RETURN, { id, body: { why } })).toMatchObject({
      kind: 'refused',
      status: 422,
      sentence: expect.stringContaining(sentence),
    });
    expect(await desk.store.versions.latest()).toBe(2);
  });
});
