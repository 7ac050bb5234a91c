import type { Route } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { startBot } from '../support/bot.ts';
import { WORDS } from '../words.ts';

const QUESTION = '資格確認書って何?';
/** Chromium reports every failed request in the console. */
const FAILED = /Failed to load resource|net::ERR/;

test('offline and back: what was asked is answered once', async ({ resident, watch, context }) => {
  watch.expectTrouble(FAILED);
  await resident.begin('高崎市');
  await context.setOffline(true);
  await resident.say(QUESTION);
  await expect(resident.chat.status(WORDS.sending.waiting)).toBeVisible();
  await resident.look('the message waits');
  await context.setOffline(false);
  await expect(resident.chat.replies).toHaveCount(1, { timeout: 30_000 });
  await expect(resident.chat.ownLines).toHaveCount(1);
  await expect(resident.chat.status(WORDS.sending.waiting)).toBeHidden();
  expect(new Set(watch.messages.map(({ key }) => key)).size, 'it is one message').toBe(1);
});

test('an answer lost on its way is fetched again without a second turn', async ({
  resident,
  watch,
  page,
}) => {
  watch.expectTrouble(FAILED);
  const answers: string[] = [];
  await page.route('**/api/messages', async (route) => {
    const response = await route.fetch();
    answers.push(await response.text());
    if (answers.length === 1) await route.abort('connectionreset');
    else await route.fulfill({ response });
  });
  await resident.begin('高崎市');
  await resident.say(QUESTION);
  await expect(resident.chat.replies).toHaveCount(1, { timeout: 30_000 });
  expect(answers).toHaveLength(2);
  expect(answers[1], 'the server answers with the same bytes').toBe(answers[0]);
  const keys = watch.messages.map(({ key }) => key);
  expect(keys[0]).toMatch(/^[A-Za-z0-9-]{8,64}$/);
  expect(keys[1]).toBe(keys[0]);
});

test('who no longer wants to wait takes the message back', async ({ resident, watch, context }) => {
  watch.expectTrouble(FAILED);
  await resident.begin('高崎市');
  await context.setOffline(true);
  await resident.say(QUESTION);
  await resident.press(resident.chat.button(WORDS.sending.cancel));
  await context.setOffline(false);
  await expect(resident.chat.status(WORDS.sending.waiting)).toBeHidden();
  await expect(resident.chat.replies).toHaveCount(0);
});

test('too many at once: a polite word, and the answer comes by itself', async ({ resident, watch, page }) => {
  watch.expectTrouble(FAILED);
  let refused = 0;
  const refuse = (route: Route) => {
    refused += 1;
    return route.fulfill({
      status: 429,
      headers: { 'content-type': 'application/problem+json', 'retry-after': '1' },
      body: JSON.stringify({ title: '混み合っています', status: 429, detail: 'ただいま混み合っています。' }),
    });
  };
  await page.route('**/api/messages', refuse, { times: 1 });
  await resident.begin('高崎市');
  await resident.say(QUESTION);
  await expect(resident.chat.status(/混み合って/)).toBeVisible();
  await expect(resident.chat.replies).toHaveCount(1, { timeout: 30_000 });
  expect(refused).toBe(1);
});

test('the server’s own limit is told to the resident', async ({ resident, watch }) => {
  watch.expectTrouble(FAILED);
  const bot = await startBot({ RATE_LIMIT: '1' });
  watch.allow(bot.address);
  try {
    await resident.visit(`${bot.address}/`);
    await resident.open();
    await resident.ask(QUESTION);
    const limited = resident.page.waitForResponse((response) => response.status() === 429);
    await resident.say('なくしたら?');
    expect((await limited).headers()['retry-after']).toMatch(/^\d+$/);
    await expect(resident.chat.button(WORDS.sending.cancel)).toBeVisible();
    await resident.look('the limit is told');
  } finally {
    await bot.stop();
  }
});

test('a question that is too long is given back to be shortened', async ({ resident, watch }) => {
  watch.expectTrouble(FAILED);
  await resident.begin('高崎市');
  const long = 'あ'.repeat(2_001);
  await resident.say(long);
  await expect(resident.chat.status(/2,000文字まで/)).toBeVisible();
  await expect(resident.chat.field).toHaveValue(long);
  await resident.look('the text was refused');
});

test('blanks are not sent', async ({ resident, watch }) => {
  await resident.begin('高崎市');
  await resident.say(' 　 ');
  await expect(resident.chat.ownLines).toHaveCount(0);
  expect(watch.messages).toEqual([]);
});

test('markup and direction marks that somebody types are shown as text', async ({ resident }) => {
  await resident.begin('高崎市');
  const typed = '<img src=x onerror=alert(1)> javascript:alert(1) \u202eerus sdrawkcab';
  await resident.ask(typed);
  await expect(resident.chat.ownLines.last()).toContainText('<img src=x onerror=alert(1)>');
  await expect(resident.chat.talk.locator('img[src="x"], a[href^="javascript"]')).toHaveCount(0);
  await expect(resident.chat.ownLines.last()).not.toContainText('\u202e');
});
