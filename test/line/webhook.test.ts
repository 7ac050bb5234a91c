import { afterEach, describe, expect, test } from 'vitest';
import { sign } from '../../bots/line/emulator/index.ts';
import { openStore, StoreUnavailable } from '../../src/storage/index.ts';
import { endBots, startTestBot, USER } from './bot.ts';

const SECRET = 'the-channel-secret';
const me = { type: 'user', userId: USER } as const;

afterEach(endBots);

describe('a webhook is refused, nothing of it stored, and nothing of it logged', () => {
  const body = JSON.stringify({ destination: 'U0', events: [{ type: 'message', text: 'ひみつ' }] });

  test.each([
    ['without a signature', body, undefined, 401],
    ['under a forged signature', body, sign(body, 'another secret'), 401],
    ['under a signature of something else', body, sign(`${body} `, SECRET), 401],
    ['cut short on the way', body.slice(0, -9), sign(body, SECRET), 401],
    ['that is no JSON', 'ひみつ', sign('ひみつ', SECRET), 400],
    ['that is no webhook', '{"ひみつ":1}', sign('{"ひみつ":1}', SECRET), 400],
    ['that is empty', '', sign('', SECRET), 400],
    ['of more than 1 MB', `"${'ひ'.repeat(350_000)}"`, 'any', 413],
  ])('%s', async (_case, sent, signature, status) => {
    const bot = await startTestBot({ isIdle: true });
    expect(await bot.sendRaw(sent, signature)).toBe(status);
    expect(await bot.store.inbox.counts()).toMatchObject({ pending: 0, done: 0, dead: 0 });
    expect(bot.log.join('')).toContain('refused');
    expect(bot.log.join('')).not.toMatch(/ひみつ|destination/);
  });
});

test('a webhook is taken before LINE or the bot have done anything about it', async () => {
  const bot = await startTestBot({ isIdle: true });
  expect(await bot.send(bot.webhooks.text(me, 'なくした'), bot.webhooks.text(me, 'メニュー'))).toBe(200);
  expect(await bot.store.inbox.counts()).toMatchObject({ pending: 2 });
});

test('while LINE does not answer, further webhooks are taken', async () => {
  const bot = await startTestBot();
  bot.line.faults.set({ rate: 1, kinds: ['timeout-before'], hangMs: 3_000 });
  const statuses = await Promise.all(
    Array.from({ length: 100 }, () => bot.send(bot.webhooks.text(me, 'なくした'))),
  );
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect(await bot.store.inbox.counts()).toMatchObject({ pending: 100 });
  bot.line.faults.clear();
});

test('while the database hangs, LINE is asked to come again rather than kept waiting', async () => {
  const store = await openStore('file::memory:');
  const add = () => new Promise<number>(() => {});
  const bot = await startTestBot({ store: { ...store, inbox: { ...store.inbox, add } }, isIdle: true });
  expect(await bot.send(bot.webhooks.text(me, 'なくした'))).toBe(503);
});

test('while the database is gone, LINE is asked to come again; once it is back, events are taken', async () => {
  const store = await openStore('file::memory:');
  let isGone = true;
  const add: typeof store.inbox.add = async (events, now) => {
    if (isGone) throw new StoreUnavailable('gone');
    return store.inbox.add(events, now);
  };
  const bot = await startTestBot({ store: { ...store, inbox: { ...store.inbox, add } }, isIdle: true });
  const event = bot.webhooks.text(me, 'なくした');
  expect(await bot.send(event)).toBe(503);
  isGone = false;
  expect(await bot.send(event)).toBe(200);
  expect(await store.inbox.counts()).toMatchObject({ pending: 1 });
});
