import { expect, test } from 'vitest';
import { createLineStandIn, idOf } from '../../bots/line/emulator/index.ts';

const USER = idOf('U', 1, 0);
const MENU = {
  size: { width: 2500, height: 843 },
  selected: true,
  name: 'メニュー',
  chatBarText: 'メニュー',
  areas: [
    { bounds: { x: 0, y: 0, width: 2500, height: 843 }, action: { type: 'message', text: 'メニュー' } },
  ],
};

/** The first bytes of a PNG, which say how large it is. */
function png(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(33);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(bytes);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

function start() {
  const line = createLineStandIn({ channelAccessToken: 't', now: () => 0 });
  let changes = 0;
  line.onMenus(() => {
    changes += 1;
  });
  const call = async (method: 'GET' | 'POST' | 'DELETE', path: string, payload?: object, type?: string) => {
    const response = await line.app.inject({
      method,
      url: `/v2/bot${path}`,
      headers: { authorization: 'Bearer t', ...(type ? { 'content-type': type } : {}) },
      ...(payload ? { payload } : {}),
    });
    const json = String(response.headers['content-type']).includes('json');
    return { status: response.statusCode, body: json ? response.json() : response.rawPayload };
  };
  const make = async (): Promise<string> => (await call('POST', '/richmenu', MENU)).body.richMenuId;
  const paint = (id: string, bytes = png(2500, 843), type = 'image/png') =>
    call('POST', `/richmenu/${id}/content`, bytes, type);
  return { line, call, make, paint, changes: () => changes };
}

test('a setup makes a menu, paints it, makes it the default, and a user sees it', async () => {
  const { line, call, make, paint, changes } = start();
  expect((await call('POST', '/richmenu/validate', MENU)).status).toBe(200);
  const id = await make();
  expect(id).toMatch(/^richmenu-[0-9a-f]{32}$/);
  expect((await call('POST', `/user/all/richmenu/${id}`)).status).toBe(400);
  expect((await paint(id)).status).toBe(200);
  expect((await call('GET', `/richmenu/${id}/content`)).body).toEqual(png(2500, 843));
  expect((await call('GET', '/user/all/richmenu')).status).toBe(404);
  expect((await call('POST', `/user/all/richmenu/${id}`)).status).toBe(200);
  expect((await call('GET', '/user/all/richmenu')).body).toEqual({ richMenuId: id });
  expect(line.menus.shownTo(USER)).toEqual({ richMenuId: id, ...MENU });
  expect(changes()).toBe(2);
});

test('a menu of a user comes before the default, and goes with the menu', async () => {
  const { line, call, make, paint } = start();
  const [everyones, own] = [await make(), await make()];
  await Promise.all([paint(everyones), paint(own)]);
  await call('POST', `/user/all/richmenu/${everyones}`);
  await call('POST', `/user/${USER}/richmenu/${own}`);
  expect(line.menus.shownTo(USER)?.richMenuId).toBe(own);
  expect((await call('GET', `/user/${USER}/richmenu`)).body).toEqual({ richMenuId: own });
  expect((await call('DELETE', `/richmenu/${own}`)).status).toBe(200);
  expect(line.menus.shownTo(USER)?.richMenuId).toBe(everyones);
  await call('DELETE', '/user/all/richmenu');
  expect(line.menus.shownTo(USER)).toBeUndefined();
  expect((await call('GET', '/richmenu/list')).body).toMatchObject({
    richmenus: [{ richMenuId: everyones }],
  });
});

test('a picture that is not the menu’s is refused', async () => {
  const { make, paint } = start();
  const id = await make();
  expect((await paint(id, png(2500, 1686))).status).toBe(400);
  expect((await paint(id, Buffer.from('no picture'))).status).toBe(400);
  expect((await paint(id, png(2500, 843), 'image/gif')).status).toBe(415);
  expect((await paint(id, Buffer.concat([png(2500, 843), Buffer.alloc(1_000_000)]))).status).toBe(413);
  expect((await paint('richmenu-none')).status).toBe(404);
  expect((await paint(id)).status).toBe(200);
  expect((await paint(id)).status).toBe(400);
});

test('an alias stands for a menu until it is changed or taken away', async () => {
  const { line, call, make, paint } = start();
  const [first, second] = [await make(), await make()];
  await Promise.all([paint(first), paint(second)]);
  const alias = { richMenuAliasId: 'main', richMenuId: first };
  expect((await call('POST', '/richmenu/alias', alias)).status).toBe(200);
  expect((await call('POST', '/richmenu/alias', alias)).status).toBe(400);
  expect((await call('POST', '/richmenu/alias', { ...alias, richMenuAliasId: 'Main' })).status).toBe(400);
  expect((await call('GET', '/richmenu/alias/main')).body).toEqual(alias);
  expect((await call('POST', '/richmenu/alias/main', { richMenuId: second })).status).toBe(200);
  expect(line.menus.menuOfAlias('main')).toBe(second);
  expect((await call('GET', '/richmenu/alias/list')).body).toEqual({
    aliases: [{ richMenuAliasId: 'main', richMenuId: second }],
  });
  expect((await call('DELETE', '/richmenu/alias/main')).status).toBe(200);
  expect((await call('GET', '/richmenu/alias/main')).status).toBe(404);
});

test('a menu that is not in order is refused with its violations', async () => {
  const { call } = start();
  expect(await call('POST', '/richmenu', { ...MENU, chatBarText: 'あ'.repeat(15) })).toMatchObject({
    status: 400,
    body: { details: [{ property: 'chatBarText' }] },
  });
});
