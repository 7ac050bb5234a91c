import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';
import { type StaffBot, startStaffBot } from '../support/staff-bot.ts';
import { look as lookAtPage } from './look.ts';

const ENTRY = 'certificate-lost';
const TITLE = '資格確認書をなくした';
const BEFORE = 'まず警察に届け出てください';
const AFTER = 'まず近くの交番か警察署に届け出てください';
const WHY = '届け先をわかりやすくしました';
/** The server trains before it answers from another version: 15 s on an idle machine. */
const TRAINED = { timeout: 120_000, intervals: [1_000] };
const SIZES = [
  { width: 1280, height: 800 },
  { width: 320, height: 640 },
];

let bot: StaffBot;
test.beforeAll(async () => {
  bot = await startStaffBot({ 青木: 'editor', 千葉: 'approver' });
});
test.afterAll(() => bot.stop());

/** Wide and narrow. */
async function look(page: Page): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await lookAtPage(page);
  }
  await page.setViewportSize(SIZES[0]!);
}

/** Somebody who is signed in, in a browser of their own. */
async function signIn(browser: Browser, name: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await bot.signIn(page, name, '/staff');
  await expect(page.locator('madoguchi-desk h2').first()).toBeVisible();
  return page;
}

/** Proposes another text for an entry, as the page for editing does; gives the proposal's number. */
async function propose(page: Page, [before, after]: readonly [string, string], why = WHY): Promise<number> {
  const api = `${bot.address}/staff/api`;
  const { csrf } = await (await page.request.get(`${api}/me`)).json();
  const { version, entry } = await (await page.request.get(`${api}/editing/entry?id=${ENTRY}`)).json();
  const data = { version, id: ENTRY, entry: JSON.parse(JSON.stringify(entry).replace(before, after)), why };
  const headers = { 'x-csrf-token': csrf };
  const answered = await page.request.post(`${api}/editing/proposals`, { headers, data });
  expect(answered.status(), await answered.text()).toBe(200);
  return (await answered.json()).id;
}

/** Waits until the desk tells a resident of Takasaki this. */
async function untilAnswered(page: Page, text: string): Promise<void> {
  const lookup = `${bot.address}/staff/api/lookup?insurer=takasaki&category=loss`;
  await expect.poll(async () => (await page.request.get(lookup)).text(), TRAINED).toContain(text);
  await page.goto(`${bot.address}/staff?insurer=takasaki&entry=${ENTRY}`);
  await expect(page.locator('madoguchi-desk .answer .text').first()).toContainText(text);
}

const button = (page: Page | Locator, name: string) => page.getByRole('button', { name, exact: true });

test.setTimeout(480_000);

test('what an editor proposes is published by a second person, and taken back in one step', async ({
  browser,
}) => {
  const editor = await signIn(browser, '青木');
  const approver = await signIn(browser, '千葉');

  await test.step('before anything is published, the history is the file', async () => {
    await editor.goto(`${bot.address}/staff/history`);
    await expect(editor.getByText('knowledge-base.yaml の内容で答えています')).toBeVisible();
    await look(editor);
    await editor.goto(`${bot.address}/staff/proposals`);
    await expect(editor.getByText('承認を待っている提案はありません')).toBeVisible();
    await look(editor);
  });

  await test.step('an editor proposes, and cannot decide it', async () => {
    const id = await propose(editor, [BEFORE, AFTER]);
    await editor.goto(`${bot.address}/staff/proposals?proposal=${id}`);
    await expect(editor.getByRole('heading', { name: TITLE, level: 2 })).toBeVisible();
    await expect(editor.getByText('自分では決められません')).toBeVisible();
    await expect(button(editor, '承認して公開する')).toHaveCount(0);
    await look(editor);
  });

  await test.step('an approver sees why, what comes and what goes, and what it would do', async () => {
    await approver.goto(`${bot.address}/staff/proposals`);
    await expect(approver.locator('.chosen')).toContainText(WHY);
    await expect(approver).toHaveURL(/\?proposal=1$/);
    const changes = approver.locator('.changes');
    await expect(changes.locator('ins').first()).toContainText('交番');
    await expect(changes.locator('h4').first()).toContainText('本文');
    await look(approver);
    await approver.getByRole('button', { name: 'ほかの質問への影響を調べる' }).click();
    await expect(approver.getByText('正しく答えていた質問は、どれも変わりません')).toBeVisible({
      timeout: 120_000,
    });
    await look(approver);
  });

  await test.step('returns it, but not without a reason', async () => {
    await button(approver, '理由をつけて返す').click();
    await expect(approver.getByLabel('理由(返すときは必ず書いてください)')).toBeFocused();
    await expect(approver.getByText('返す理由を書いてください')).toBeVisible();
    await look(approver);
    await approver.keyboard.type('交番の場所も書いてください');
    await button(approver, '理由をつけて返す').click();
    await expect(approver.getByText('承認を待っている提案はありません')).toBeFocused();
    await editor.goto(`${bot.address}/staff/proposals?proposal=1`);
    await expect(editor.getByLabel('返却')).toBeChecked();
    await expect(editor.locator('.chosen')).toContainText('交番の場所も書いてください');
    await expect(editor.getByRole('link', { name: '直してもう一度出す' })).toHaveAttribute(
      'href',
      `edit?entry=${ENTRY}&proposal=1`,
    );
    await look(editor);
  });

  await test.step('what was withdrawn waits for nobody', async () => {
    await propose(editor, ['盗まれたりした', '盗まれた']);
    await editor.goto(`${bot.address}/staff/proposals`);
    await button(editor, '取り下げる').click();
    await expect(editor.getByRole('status').getByText('取り下げました。')).toBeVisible();
    await editor.getByLabel('取り下げ', { exact: true }).check();
    await expect(editor.locator('.chosen')).toContainText('取り下げた人');
    await look(editor);
  });

  await test.step('two who change the same are shown side by side', async () => {
    await propose(editor, [BEFORE, AFTER]);
    await propose(editor, [BEFORE, 'まず警察に電話してください'], '電話が早いため');
    await approver.goto(`${bot.address}/staff/proposals?proposal=3`);
    await button(approver, '承認して公開する').click();
    await expect(approver.getByText('公開しました(第2版)。10秒ほどで答えに反映されます。')).toBeVisible({
      timeout: 60_000,
    });
    // The other one is next.
    await expect(approver.locator('.chosen h2')).toBeFocused();
    await expect(approver.locator('.chosen')).toContainText('ほかの人が同じところを変えています');
    const sides = approver.locator('.sides > div');
    await expect(sides.nth(0).locator('ins')).toContainText('電話');
    await expect(sides.nth(1).locator('ins').first()).toContainText('交番');
    await expect(button(approver, '承認して公開する')).toHaveCount(0);
    await look(approver);
  });

  await test.step('the desk answers with the new text', () => untilAnswered(editor, AFTER));

  await test.step('the history shows what became of it, and an editor cannot go back', async () => {
    await editor.goto(`${bot.address}/staff/history`);
    const present = editor.getByRole('heading', { name: '第2版(いまの版)' });
    await expect(present).toBeVisible();
    await expect(editor.locator('.facts')).toContainText('千葉');
    await expect(editor.locator('.changes ins').first()).toContainText('交番');
    await look(editor);
    await editor.getByRole('button', { name: /^第1版/ }).click();
    await expect(editor.getByRole('heading', { name: '第1版', exact: true })).toBeFocused();
    await expect(button(editor, 'この版に戻す')).toHaveCount(0);
  });

  await test.step('an approver returns to version 1 in one step, and the old text is back', async () => {
    await approver.goto(`${bot.address}/staff/history?version=1`);
    await button(approver, 'この版に戻す').click();
    const dialog = approver.getByRole('dialog', { name: '第1版に戻しますか?' });
    await expect(dialog).toContainText('新しい第3版として公開します');
    await button(dialog, '第1版に戻す').click();
    await expect(dialog.getByLabel('戻す理由')).toBeFocused();
    await look(approver);
    await approver.keyboard.type('前のほうが正しいため');
    await button(dialog, '第1版に戻す').click();
    await expect(approver.getByText('第1版に戻しました(第3版)。')).toBeVisible({ timeout: 30_000 });
    await expect(approver.getByRole('heading', { name: '第3版(いまの版)' })).toBeFocused();
    await expect(approver.locator('.facts')).toContainText('前のほうが正しいため');
    await look(approver);
    await untilAnswered(approver, BEFORE);
  });

  await Promise.all([editor.context().close(), approver.context().close()]);
});

test('an answer that is reported from the desk is a task until it is done', async ({ browser }) => {
  const page = await signIn(browser, '青木');
  const note = '受付の階が変わりました\nhttps://www.city.example.jp/madoguchi';

  await test.step('what was written stays where it cannot be sent', async () => {
    await page.goto(`${bot.address}/staff?entry=${ENTRY}`);
    const report = button(page, '高崎市の答え：古い・まちがいを知らせる');
    await report.click();
    const dialog = page.getByRole('dialog', { name: '古い・まちがいを知らせる' });
    await dialog.getByRole('textbox').fill(note);
    await look(page);
    await page.context().setOffline(true);
    await button(dialog, '知らせる').click();
    await expect(dialog.getByRole('alert')).toContainText('つながりませんでした');
    await look(page);
    await page.context().setOffline(false);
    await button(dialog, 'やめる').click();
    await expect(report).toBeFocused();
    await report.click();
    await expect(dialog.getByRole('textbox')).toHaveValue(note);
    await button(dialog, '知らせる').click();
    await expect(dialog).toContainText('知らせました。');
    await look(page);
    await expect(button(dialog, '閉じる')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(report).toBeFocused();
  });

  await test.step('of what is about violence nothing is reported here', async () => {
    await page.getByRole('searchbox').fill('DV 支援措置');
    await expect(page.getByText('支援措置：画面を見られていないか確かめてください')).toBeVisible();
    await expect(page.getByRole('button', { name: '知らせる' })).toHaveCount(0);
  });

  await test.step('it is a task with its addresses to follow, and is closed', async () => {
    await page.goto(`${bot.address}/staff/tasks`);
    const task = page.getByRole('article', { name: '職員からの知らせ' });
    await expect(task).toContainText('受付の階が変わりました');
    await expect(task.getByRole('link', { name: 'https://www.city.example.jp/madoguchi' })).toBeVisible();
    await expect(task.getByRole('link', { name: `「${TITLE}」を編集する` })).toHaveAttribute(
      'href',
      `edit?entry=${ENTRY}`,
    );
    await look(page);
    await button(task, '済んだ').click();
    await expect(page.getByText('いま、確かめることはありません。')).toBeFocused();
    await look(page);
    await page.getByLabel('済んだもの').check();
    await expect(task).toContainText('青木が済ませました');
    await look(page);
    await task.getByRole('link', { name: TITLE, exact: true }).click();
    await expect(page.locator('#title')).toHaveText(TITLE);
  });
  await page.context().close();
});
