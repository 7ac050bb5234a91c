import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import type { Resident } from '../resident.ts';
import { places } from '../support/places.ts';
import type { Watch } from '../watches/watch.ts';
import { WORDS } from '../words.ts';

const CRY = '夫の暴力から逃げています。保険証で居場所がわかりませんか';
const NEUTRAL = 'https://www.jma.go.jp';

/** The weather, without its server. */
async function neutralPage(page: Page, watch: Watch): Promise<void> {
  watch.allow(NEUTRAL);
  await page.context().route(`${NEUTRAL}/**`, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: '<!doctype html><html lang="ja"><title>天気</title><h1>天気</h1>',
    }),
  );
}

const kept = (page: Page) => page.evaluate(() => JSON.stringify({ ...sessionStorage }));

/** As fast as fingers are, however busy the machine is: the second key does not wait for what comes of the first. */
async function escapeTwice({ keyboard }: Page): Promise<void> {
  await Promise.all([keyboard.press('Escape'), keyboard.press('Escape')]);
}

/** Comes from another page, so that going back leads there, and tells what is happening at home. */
async function tell(resident: Resident): Promise<void> {
  await resident.page.goto(`${places.bot}/healthz`);
  await resident.begin('高崎市');
  await resident.ask('資格確認書って何?');
  await resident.ask(CRY);
}

test('hotlines come first, and nothing is kept, asked back or offered to take along', async ({
  resident,
}) => {
  await tell(resident);
  const { chat, page } = resident;
  const text = await chat.latest.innerText();
  expect(text.indexOf('110')).toBeLessThan(text.indexOf('DV・虐待の支援措置'));
  await expect(chat.latest.getByRole('link', { name: /110/ }).first()).toHaveAttribute('href', 'tel:110');
  await expect(chat.leave.first()).toBeInViewport();
  await expect(chat.talk.getByRole('button', { name: WORDS.feedback.helpful })).toHaveCount(1);
  await expect(chat.latest.getByRole('button', { name: WORDS.feedback.helpful })).toHaveCount(0);
  expect(await kept(page)).not.toMatch(/暴力|DV|資格確認書/);
});

test('the talk does not come back after the page is loaded anew', async ({ resident }) => {
  await tell(resident);
  await resident.page.reload();
  await resident.open();
  await expect(resident.chat.replies).toHaveCount(0);
  await expect(resident.chat.talk).not.toContainText('DV');
});

test('「すぐに閉じる」 leads to a neutral page, and the way back does not lead to the talk', async ({
  resident,
  watch,
}) => {
  const { page, chat, hand } = resident;
  await neutralPage(page, watch);
  await tell(resident);
  if (hand.name === 'keyboard') {
    await escapeTwice(page);
  } else {
    await resident.press(chat.leave.first());
  }
  await page.waitForURL(`${NEUTRAL}/**`);
  expect(
    watch.sent.filter(({ method }) => method === 'DELETE'),
    'the server forgets the talk',
  ).toHaveLength(1);
  await page.goBack();
  await expect(page, 'the city’s page has gone from the history').toHaveURL(/healthz/);
  await page.goForward();
  await expect(page).toHaveURL(`${NEUTRAL}/`);
  await resident.begin();
  await expect(chat.replies).toHaveCount(0);
  expect(await kept(page)).not.toMatch(/暴力|DV/);
});

test('Esc Esc leaves also where the focus is not in the talk', { tag: '@keys' }, async ({
  resident,
  watch,
}) => {
  const { page } = resident;
  await neutralPage(page, watch);
  await tell(resident);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await escapeTwice(page);
  await page.waitForURL(`${NEUTRAL}/**`);
});

test('Esc Esc in an everyday talk only closes it', { tag: '@keys' }, async ({ resident }) => {
  const { page, chat } = resident;
  await resident.begin('高崎市');
  await resident.ask('資格確認書って何?');
  await escapeTwice(page);
  await expect(chat.field).toBeHidden();
  await expect(page).toHaveURL(`${places.bot}/`);
});
