import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { createPasswords } from '../../../src/staff/index.ts';
import { openStore } from '../../../src/storage/index.ts';
import { type Bot, startBot } from '../support/bot.ts';
import { axeFindings } from '../watches/accessibility.ts';

const PASSWORD = 'correct horse battery';
/** Nobody listens there. */
const NO_SERVICE = {
  OIDC_ISSUER: 'http://localhost:1',
  OIDC_CLIENT_ID: 'madoguchi',
  OIDC_CLIENT_SECRET: 'secret',
  OIDC_ROLES: 'group:kokuho=viewer',
  PUBLIC_URL: 'http://localhost:1',
};

let bot: Bot;
let folder: string;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'madoguchi-staff-'));
  const url = `file:${join(folder, 'madoguchi.db')}`;
  const store = await openStore(url);
  const password = await createPasswords().hash(PASSWORD);
  await store.accounts.add({ name: '青木', role: 'approver', password }, 0);
  await store.close();
  bot = await startBot({ DATABASE_URL: url, ...NO_SERVICE });
});
test.afterAll(async () => {
  await bot.stop();
  await rm(folder, { recursive: true });
});

/** Finds nothing wrong with the page, in light and in dark, and nothing that stands beyond its edge. */
async function look(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axeFindings(page)).toEqual([]);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

async function fill(page: Page, name: string, password: string): Promise<void> {
  await page.getByLabel('名前').fill(name);
  await page.getByLabel('パスワード').fill(password);
  await page.keyboard.press('Enter');
}

test('staff sign in where they wanted to go, are told what was wrong before, and sign out', async ({
  page,
}) => {
  const trouble = page.getByRole('alert');
  await page.goto(`${bot.address}/staff/audit`);
  await expect(page.getByRole('heading', { name: 'サインイン' })).toBeVisible();
  await look(page);

  await page.getByRole('button', { name: 'サインイン' }).click();
  await expect(trouble).toBeFocused();
  await expect(page.getByLabel('パスワード')).toHaveAccessibleDescription('パスワードを入力してください。');
  await look(page);

  await fill(page, '青木', 'not my password');
  await expect(trouble).toContainText('名前かパスワードが違います');
  await expect(trouble).toBeFocused();
  await trouble.getByRole('link').click();
  await expect(page.getByLabel('名前')).toBeFocused();
  await expect(page.getByLabel('名前')).toHaveValue('青木');
  await look(page);

  await page.getByRole('link', { name: '市のアカウントでサインイン' }).click();
  await expect(trouble).toContainText('いま使えません');
  await look(page);

  await fill(page, '青木', PASSWORD);
  await expect(page).toHaveURL(`${bot.address}/staff/audit`);
  await expect(page.getByRole('row').nth(1)).toContainText('サインインした');
  await look(page);
  await page.getByText('青木(承認)').click();
  await look(page);
  await page.getByRole('button', { name: 'サインアウト', exact: true }).click();
  await expect(page.getByRole('status')).toHaveText('サインアウトしました。');
  await look(page);
  await page.goto(`${bot.address}/staff`);
  await expect(page.getByRole('heading', { name: 'サインイン' })).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('signing in and out works as well', async ({ page }) => {
    await page.goto(`${bot.address}/staff/audit`);
    await fill(page, '青木', PASSWORD);
    await expect(page.getByRole('heading', { name: '記録' })).toBeVisible();
    await page.getByText('青木(承認)').click();
    await page.getByRole('button', { name: 'すべての端末からサインアウト' }).click();
    await expect(page.getByRole('status')).toHaveText('サインアウトしました。');
  });
});
