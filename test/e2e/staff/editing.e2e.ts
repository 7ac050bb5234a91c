import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';
import { Chat } from '../chat.ts';
import { HANDS } from '../hands/index.ts';
import { type StaffBot, startStaffBot } from '../support/staff-bot.ts';
import { WORDS } from '../words.ts';
import { look } from './look.ts';

const LOST = '資格確認書をなくした';
const TEXT = '警察に届け出てから、市の窓口で手続きをしてください。';
const MISSED = 'ペンギンの飼育券をもらい損ねた';
/** The whole knowledge base is read several times, on a busy machine beside much else. */
const VERSION_PATIENCE = { timeout: 60_000 };

/** On one bot, one after the other: some publish. */
test.describe.configure({ mode: 'default' });
test.setTimeout(240_000);

let bot: StaffBot;
test.beforeAll(async () => {
  bot = await startStaffBot({ 花子: 'editor', 太郎: 'editor', 幸子: 'approver', 次郎: 'viewer' });
});
test.afterAll(() => bot.stop());

const form = (page: Page): Locator => page.locator('madoguchi-editing');
const answer = (page: Page, name: string): Locator => page.getByRole('group', { name, exact: true });

async function open(page: Page, name: string, entry: string): Promise<void> {
  await bot.signIn(page, name, `/staff/edit?entry=${entry}`);
  await expect(page.getByRole('heading', { name: '聞き方', exact: true })).toBeVisible();
}

async function propose(page: Page, why: string): Promise<void> {
  await page.getByLabel('理由').fill(why);
  await page.getByRole('button', { name: '提案する' }).click();
}

async function expectProposed(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: '提案しました' })).toBeFocused(VERSION_PATIENCE);
}

/** The number of the proposal that the page shows at the end. */
async function proposalOf(page: Page): Promise<number> {
  const link = await page.getByRole('link', { name: '提案を見る' }).getAttribute('href');
  return Number(/proposal=(\d+)$/.exec(link!)![1]);
}

/** A second person publishes what somebody has proposed. */
async function approve(browser: Browser, proposal: number): Promise<void> {
  const page = await browser.newPage();
  await bot.signIn(page, '幸子', '/staff');
  const me = await page.request.get(`${bot.address}/staff/api/me`);
  const { csrf } = await me.json();
  const headers = { 'x-csrf-token': csrf };
  const path = `${bot.address}/staff/api/proposals/${proposal}/approve`;
  const approved = await page.request.post(path, { headers, data: { why: '確かめた' } });
  expect(approved.status()).toBe(200);
  await page.close();
}

test('an editor mends a text, is told what is wrong where it is, proposes, and sees it wait', async ({
  page,
}) => {
  await test.step('finds the entry', async () => {
    await bot.signIn(page, '花子', '/staff/edit');
    await page.getByLabel('題名かID').fill('資格確認書 なくした');
    await expect(form(page).locator('[role="status"]').filter({ hasText: '1件' })).toBeVisible();
    await look(page);
    await page.getByRole('link', { name: LOST }).click();
    await expect(page.getByRole('heading', { name: LOST, exact: true })).toBeVisible();
    await look(page);
  });
  const takasaki = answer(page, '答え1(高崎市)');

  await test.step('is told of a text that is too long, and of an answer without a source', async () => {
    await takasaki.getByLabel('本文').fill('あ'.repeat(501));
    await expect(takasaki.getByText('501/500字(1字多すぎます)')).toBeVisible();
    const remove = takasaki.getByRole('button', { name: /出典1を外す$/ });
    while (await remove.isVisible()) await remove.click();
    await propose(page, '案内が変わった');
    await expect(page.getByRole('heading', { name: '2か所を直してください。' })).toBeFocused();
    await look(page);
    await page.getByRole('link', { name: '答え1の本文' }).click();
    const text = takasaki.getByLabel('本文');
    await expect(text).toBeFocused();
    await expect(text).toHaveAccessibleDescription(/答えは500字以内にしてください。/);
    await expect(text).toHaveValue('あ'.repeat(501));
  });

  await test.step('mends both, and looks at it as residents will', async () => {
    await takasaki.getByLabel('本文').fill(TEXT);
    await expect(page.getByRole('heading', { name: '1か所を直してください。' })).toBeVisible();
    await takasaki.getByLabel('やさしい日本語').fill('');
    await takasaki.getByLabel('英語').fill('');
    await takasaki.getByRole('button', { name: '出典を足す' }).click();
    const document = takasaki.getByLabel('出典1の資料');
    await expect(document).toBeFocused();
    await document.selectOption({ label: '高崎市 国民健康保険 令和8年度更新のお知らせ' });
    const section = takasaki.getByLabel('出典1の節');
    await section.selectOption('Q 資格確認書の紛失・盗難');
    await expect(section).toHaveValue('Q 資格確認書の紛失・盗難');
    await expect(page.getByRole('heading', { name: /か所を直してください/ })).toBeHidden();
    const seen = page.waitForResponse(/\/editing\/preview$/);
    await page.getByRole('button', { name: '見た目を確かめる' }).click();
    expect(JSON.stringify(await (await seen).json())).toContain(TEXT);
    await expect(page.locator('madoguchi-preview').getByText(TEXT).first()).toBeVisible();
    await look(page);
  });

  await test.step('proposes it, and whoever comes next is told', async () => {
    await propose(page, '案内が変わった');
    await expectProposed(page);
    await look(page);
    await page.goto(`${bot.address}/staff/edit?entry=certificate-lost`);
    await expect(page.getByText('承認を待っている提案があります')).toBeVisible();
    await expect(page.getByRole('link', { name: /花子さんの提案/ })).toHaveAttribute('href', /^proposals\?/);
    await expect(page.getByText('書きかけがあります')).toBeHidden();
    await look(page);
    await page.getByRole('link', { name: /花子さんの提案/ }).click();
    await expect(page).toHaveURL(/\/staff\/proposals\?proposal=\d+$/);
    await expect(page.locator('madoguchi-proposals').getByText('案内が変わった').first()).toBeVisible();
  });
});

test('a draft outlives the page, and can be gone on with, thrown away and taken back', async ({ page }) => {
  await open(page, '花子', 'myna-what-is');
  await page.getByLabel('題名', { exact: true }).fill('マイナ保険証とは何か');
  await page.getByRole('button', { name: /答え1.*を消す/ }).click();
  const back = page.getByRole('button', { name: /答え1.*を元に戻す/ });
  await expect(back).toBeFocused();
  await look(page);
  await back.click();

  await page.reload();
  await expect(page.getByRole('heading', { name: '書きかけがあります' })).toBeVisible();
  await look(page);
  await page.getByRole('button', { name: '続きを書く' }).click();
  await expect(page.getByLabel('題名', { exact: true })).toHaveValue('マイナ保険証とは何か');

  await page.getByRole('button', { name: '書きかけを捨てる' }).click();
  await expect(page.getByLabel('題名', { exact: true })).toHaveValue('マイナ保険証とは');
  await look(page);
  await page.getByRole('button', { name: '元に戻す' }).click();
  await expect(page.getByLabel('題名', { exact: true })).toHaveValue('マイナ保険証とは何か');

  await page.goto(`${bot.address}/staff/edit`);
  await expect(form(page).getByRole('listitem').filter({ hasText: '書きかけがあります' })).toHaveCount(1);
  await look(page);
  await page.goto(`${bot.address}/staff/edit?entry=myna-what-is`);
  await page.getByRole('button', { name: 'はじめから書き直す' }).click();
  await page.reload();
  await expect(page.getByLabel('題名', { exact: true })).toHaveValue('マイナ保険証とは');
});

test('by the keyboard alone an answer is followed by its successor, and proposed', async ({ page }) => {
  const hand = HANDS.keyboard;
  await bot.signIn(page, '花子', '/staff/edit');
  await hand.write(page.getByLabel('題名かID'), '資格確認書の更新');
  await hand.press(form(page).getByRole('listitem').getByRole('link').first());
  await hand.press(page.getByRole('group', { name: /^答え1/ }).getByText('ある日から答えが変わるとき'));
  const day = page.getByRole('group', { name: /^答え1/ }).getByLabel('いつから変わりますか?');
  const add = page.getByRole('group', { name: /^答え1/ }).getByRole('button', { name: '続きの答えを足す' });
  await hand.press(add);
  await expect(day).toBeFocused();
  await expect(page.getByText('いつから変わるかを、日付で入れてください。')).toBeVisible();
  await look(page);
  // In which order day, month and year are typed is the browser's matter.
  await day.fill('2029-08-01');
  await hand.press(add);
  const next = page.getByRole('group', { name: /^答え2/ });
  await expect(next).toBeFocused();
  await expect(next.getByLabel('いつから', { exact: true })).toHaveValue('2029-08-01');
  await expect(page.getByRole('group', { name: /^答え1/ }).getByLabel('いつまで')).toHaveValue('2029-07-31');
  await hand.write(page.getByLabel('理由'), '令和11年8月の更新に備えて');
  await hand.press(page.getByRole('button', { name: '提案する' }));
  await expectProposed(page);
});

test('what the bot could not answer becomes a new entry', async ({ page, browser }) => {
  await test.step('a question is missed', async () => {
    const city = await browser.newPage();
    const chat = new Chat(city);
    await city.goto(`${bot.address}/`);
    await chat.launcher.click();
    await chat.talk.getByLabel(WORDS.insurer).selectOption('赤穂市');
    await chat.field.fill(MISSED);
    await chat.send.click();
    await expect(chat.replies).toHaveCount(1);
    await city.close();
  });

  await test.step('an editor drafts an entry for it; a viewer could not', async () => {
    const other = await browser.newPage();
    await bot.signIn(other, '次郎', '/staff/questions');
    await bot.signIn(page, '花子', '/staff/questions');
    const draft = page.getByRole('link', { name: '新しい項目を下書きする' });
    await expect(async () => {
      await page.reload();
      await expect(draft).toBeVisible({ timeout: 2_000 });
    }).toPass(VERSION_PATIENCE);
    await other.reload();
    await expect(other.getByRole('heading', { name: `「${MISSED}」` })).toBeVisible();
    await expect(other.getByRole('link', { name: '新しい項目を下書きする' })).toBeHidden();
    await other.close();
    await look(page);
    await draft.click();
    await expect(form(page).getByText(MISSED)).toBeVisible();
    await page.getByRole('button', { name: '下書きを始める' }).click();
    await expect(page.getByRole('heading', { name: '2か所を直してください。' })).toBeFocused();
    await look(page);
    await page.getByLabel('題名').fill('ペンギンの飼育券');
    await page.getByLabel('分類').selectOption('紛失・盗難');
    await expect(page.getByLabel('分類').locator('option:checked')).toHaveText('紛失・盗難');
    await expect(page.getByLabel('ID')).toHaveValue(/^[a-z-]+-1$/);
    await page.getByLabel('ID').fill('penguin-permit');
    await page.getByRole('button', { name: '下書きを始める' }).click();
    await expect(page.getByRole('heading', { name: 'ペンギンの飼育券' })).toBeFocused();
    await look(page);
  });

  await test.step('comes back to it, writes it, and proposes it', async () => {
    await page.reload();
    await page.getByRole('button', { name: '続きを書く' }).click();
    const asked = page.getByLabel('聞き方(1行に一つ)');
    await expect(asked).toHaveValue(MISSED);
    await expect(page.getByText('1件(あと19件足りません)')).toBeVisible();
    await page.getByLabel('見直す日').fill('2027-07-31');
    const first = answer(page, '答え1(全国共通)');
    await first.getByLabel('本文').fill('ペンギンの飼育券は、この窓口では扱っていません。');
    await first.getByLabel('出典1の資料').selectOption({ index: 1 });
    await first.getByLabel('出典1の節').selectOption({ index: 1 });
    const birds = [...'鷲鷹鳶梟雀燕鳩烏鴨鷺鶴鴎鶯雉鶉鵜鷽鶫'];
    const lines = [
      MISSED,
      'ぺんぎんのけんがほしい',
      ...birds.map((bird) => `${bird}の飼育券${bird}はどこ${bird}`),
    ];
    await asked.fill(lines.join('\n'));
    await expect(page.getByText('20件(20件から30件まで)')).toBeVisible();
    await propose(page, '聞かれたので');
    await expectProposed(page);
    await page.goto(`${bot.address}/staff/questions`);
    await expect(page.getByText('いま、残っている質問はありません')).toBeVisible();
  });
});

test('from an answer on the desk an editor goes to its form', async ({ page }) => {
  await bot.signIn(page, '花子', '/staff?entry=certificate-lost');
  await page.getByRole('link', { name: 'この答えを直す' }).click();
  await expect(page).toHaveURL(/\/staff\/edit\?entry=certificate-lost$/);
  await expect(page.getByRole('heading', { name: LOST, exact: true })).toBeVisible();
});

for (const [name, media] of [
  ['in the dark', { colorScheme: 'dark' }],
  ['in forced colours', { forcedColors: 'active' }],
] as const) {
  test(`everything can be read ${name}, on a small screen too`, async ({ page }) => {
    await page.emulateMedia(media);
    await page.setViewportSize({ width: 320, height: 640 });
    await open(page, '花子', 'certificate-what-is');
    await page.getByRole('button', { name: '見た目を確かめる' }).click();
    await page.getByLabel('題名', { exact: true }).fill('');
    await page.getByRole('button', { name: '提案する' }).click();
    await expect(page.getByRole('heading', { name: '1か所を書いてください' })).toBeFocused();
    await look(page);
  });
}

test('of two editors who change the same, the later one sees both texts and loses nothing', async ({
  page,
  browser,
}) => {
  const other = await browser.newPage();
  const entry = 'registration-how';
  await open(page, '花子', entry);
  await open(other, '太郎', entry);
  const title = page.getByLabel('題名', { exact: true });
  // Nothing that is trained on, so that the bot answers from it at once.
  const english = page.getByLabel('英語の題名');
  const before = await english.inputValue();

  await test.step('one proposes, and it is published', async () => {
    await other.getByLabel('英語の題名').fill('Registering, by Taro');
    await other.getByLabel('担当').fill('市民課');
    await propose(other, '太郎の理由');
    await expectProposed(other);
    await approve(browser, await proposalOf(other));
  });

  await test.step('the other one is told, with all texts beside each other', async () => {
    await title.fill('花子の題名');
    await english.fill('Registering, by Hanako');
    await propose(page, '花子の理由');
    await expect(page.getByRole('heading', { name: /同じところを直しました\(1か所\)/ })).toBeFocused(
      VERSION_PATIENCE,
    );
    await expect(page.locator('.conflict dd')).toHaveText([
      before,
      'Registering, by Hanako',
      'Registering, by Taro',
    ]);
    await look(page);
  });

  await test.step('nothing is lost: what both did is in the form, after a reload too', async () => {
    for (const isAgain of [false, true]) {
      if (isAgain) {
        await page.reload();
        await page.getByRole('button', { name: '続きを書く' }).click();
      }
      await expect(title).toHaveValue('花子の題名');
      await expect(english).toHaveValue('Registering, by Hanako');
      await expect(page.getByLabel('担当')).toHaveValue('市民課');
      await expect(page.getByLabel('理由')).toHaveValue('花子の理由');
    }
  });

  await test.step('and proposed again, it goes through', async () => {
    await page.getByRole('button', { name: '提案する' }).click();
    await expectProposed(page);
  });
  await other.close();
});

test('of a conflict the present words can be taken instead of one’s own', async ({ page, browser }) => {
  const other = await browser.newPage();
  const entry = 'certificate-what-is';
  await open(page, '花子', entry);
  await open(other, '太郎', entry);
  await other.getByLabel('英語の題名').fill('What it is, by Taro');
  await propose(other, '太郎の理由');
  await expectProposed(other);
  await approve(browser, await proposalOf(other));
  await page.getByLabel('英語の題名').fill('What it is, by Hanako');
  await page.getByLabel('担当').fill('保険年金課');
  await propose(page, '花子の理由');
  await page.getByRole('button', { name: 'いまの版の文にする' }).click(VERSION_PATIENCE);
  await expect(page.getByLabel('英語の題名')).toHaveValue('What it is, by Taro');
  await expect(page.getByRole('button', { name: '自分の文にする' })).toBeVisible();
  await page.getByRole('button', { name: '提案する' }).click();
  await expectProposed(page);
  await other.close();
});
