import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { type StaffBot, startStaffBot } from '../test/e2e/support/staff-bot.ts';

/** A page for staff: who opens it, and what is done there before it is looked at. */
interface Picture {
  readonly name: string;
  readonly who: '花子' | '幸子';
  readonly path: string;
  readonly play: (page: Page) => Promise<unknown>;
}

const VIEWPORT = { width: 1100, height: 760 };
const SEARCH = '資格確認書をなくした';

const PICTURES: readonly Picture[] = [
  {
    name: 'staff-desk',
    who: '花子',
    path: '/staff',
    async play(page) {
      await page.getByRole('searchbox').fill(SEARCH);
      await page.getByRole('heading', { name: SEARCH }).first().waitFor();
    },
  },
  {
    name: 'staff-questions',
    who: '花子',
    path: '/staff/questions',
    async play(page) {
      await page.getByRole('radio').first().check();
      await page.getByText('結び付けると').waitFor({ timeout: 120_000 });
    },
  },
  {
    name: 'staff-editing',
    who: '花子',
    path: '/staff/edit?entry=certificate-lost',
    async play(page) {
      await page.getByRole('button', { name: '見た目を確かめる' }).click();
      await page.locator('madoguchi-preview').scrollIntoViewIfNeeded();
      await page.waitForTimeout(2_000);
    },
  },
  {
    name: 'staff-proposal',
    who: '幸子',
    path: '/staff/proposals?proposal=1',
    play: (page) => page.getByRole('button', { name: '承認' }).first().waitFor(),
  },
];

/** Takes pictures of the pages for staff, with a question that was missed and a proposal that waits. */
export async function staffPictures(browser: Browser, folder: string): Promise<void> {
  const bot = await startStaffBot({ 花子: 'editor', 幸子: 'approver' });
  try {
    await leaveWork(browser, bot);
    for (const { name, who, path, play } of PICTURES) {
      const page = await browser.newPage({ viewport: VIEWPORT, locale: 'ja-JP' });
      await bot.signIn(page, who, path);
      await play(page);
      await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
      await page.close();
    }
  } finally {
    await bot.stop();
  }
}

/** A resident asks in vain, and an editor proposes. */
async function leaveWork(browser: Browser, { address, signIn }: StaffBot): Promise<void> {
  const page = await browser.newPage();
  for (const text of ['カードがピッてならず赤く光って怒られた', 'ピッてするやつが赤く光る']) {
    await page.request.post(`${address}/api/messages`, { data: { text, insurer: 'ako' } });
  }
  await signIn(page, '花子', '/staff');
  const api = `${address}/staff/api`;
  const { csrf } = await (await page.request.get(`${api}/me`)).json();
  const { version, entry } = await (
    await page.request.get(`${api}/editing/entry?id=certificate-lost`)
  ).json();
  const text = JSON.stringify(entry).replace('まず警察に', 'まず近くの交番か警察署に');
  const data = {
    version,
    id: 'certificate-lost',
    entry: JSON.parse(text),
    why: '届け先をわかりやすくしました',
  };
  await page.request.post(`${api}/editing/proposals`, { headers: { 'x-csrf-token': csrf }, data });
  await page.close();
}
