import { type Browser, expect, test } from '@playwright/test';
import { Chat } from '../chat.ts';
import { type StaffBot, startStaffBot } from '../support/staff-bot.ts';
import { WORDS } from '../words.ts';
import { look } from './look.ts';

/** Nobody would write it into a knowledge base, and the bot honestly does not know. */
const QUESTION = 'ピッてするやつが赤く光って怒られた';
const ENTRY = 'カードリーダーに警告が出た';

let bot: StaffBot;
test.beforeAll(async () => {
  bot = await startStaffBot({ 花子: 'editor' });
});
test.afterAll(() => bot.stop());

/** Somebody asks on the city's page, each time somebody else; the bot's answer. */
async function ask(browser: Browser): Promise<string> {
  const page = await browser.newPage();
  const chat = new Chat(page);
  await page.goto(`${bot.address}/`);
  await chat.launcher.click();
  await chat.talk.getByLabel(WORDS.insurer).selectOption('赤穂市');
  await chat.field.fill(QUESTION);
  await chat.send.click();
  await expect(chat.replies).toHaveCount(1);
  await look(page);
  const answer = await chat.replies.innerText();
  await page.close();
  return answer;
}

// Thousands of labelled questions are tried before anything is saved.
test.setTimeout(240_000);

test('what a resident asked in vain is answered as soon as an editor has said what it means', async ({
  browser,
}) => {
  const desk = await browser.newPage();
  await test.step('a question is missed', async () => {
    expect(await ask(browser)).not.toContain(ENTRY);
  });

  await test.step('an editor signs in, and finds it in the queue', async () => {
    await desk.goto(`${bot.address}/staff/questions`);
    await look(desk);
    await bot.signIn(desk, '花子', '/staff/questions');
    await expect(async () => {
      await desk.reload();
      await expect(desk.getByRole('heading', { name: `「${QUESTION}」` })).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 30_000 });
    await look(desk);
  });

  await test.step('sees what an assignment would do, and assigns it', async () => {
    await desk.getByLabel('上にないとき').selectOption({ label: ENTRY });
    await expect(desk.getByText('正しく答えていた質問は、どれも変わりません')).toBeVisible({
      timeout: 60_000,
    });
    await look(desk);
    await desk.getByRole('button', { name: '結び付ける' }).click();
    await expect(desk.getByRole('status').getByText('結び付けました')).toBeVisible({ timeout: 30_000 });
    await expect(desk.getByText('残っている質問はありません')).toBeFocused();
    await look(desk);
  });

  await test.step('asked again, it is answered', async () => {
    await expect(async () => expect(await ask(browser)).toContain(ENTRY)).toPass({ timeout: 15_000 });
  });

  await test.step('the other pages: the desk, the figures; the log is not for an editor', async () => {
    for (const path of ['/staff', '/staff/stats']) {
      await desk.goto(`${bot.address}${path}`);
      await expect(
        desk.locator('madoguchi-desk, madoguchi-figures').getByRole('heading').first(),
      ).toBeVisible();
      await look(desk);
    }
    await expect(desk.getByRole('link', { name: '記録' })).toHaveCount(0);
  });
  await desk.close();
});
