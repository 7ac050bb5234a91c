import { expect, test } from './desk-page.ts';

const LOOKUP = /\/staff\/api\/lookup\?q=/;
const LOST = '資格確認書をなくした';

test('who has been signed out keeps what was typed, and goes on after signing in beside', async ({
  desk,
  watch,
}) => {
  watch.expectTrouble(/401/);
  await desk.visit();
  await desk.page.route(LOOKUP, (route) => route.fulfill({ status: 401, json: {} }));
  await desk.hand.write(desk.search, '資格確認書 なくした');
  const alert = desk.root.getByRole('alert');
  await expect(alert).toContainText('サインアウトしました');
  await expect(alert.getByRole('link', { name: 'サインインして' })).toHaveAttribute('href', desk.page.url());
  await desk.look('somebody has been signed out');
  await desk.page.unroute(LOOKUP);
  await desk.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(desk.title).toHaveText(LOST);
  await expect(alert).toBeHidden();
  await expect(desk.search).toHaveValue('資格確認書 なくした');
});

test('without a network the desk says so, and asks again by itself', async ({ desk, watch }) => {
  watch.expectTrouble(/ERR_INTERNET_DISCONNECTED/);
  await desk.visit();
  const before = await desk.title.innerText();
  await desk.page.context().setOffline(true);
  await desk.hand.write(desk.search, '資格確認書 なくした');
  await expect(desk.root.getByRole('alert')).toContainText('つながりません');
  await expect(desk.root.getByRole('alert')).toContainText('前に調べた答え');
  await expect(desk.title).toHaveText(before);
  await desk.look('there is no network');
  await desk.page.context().setOffline(false);
  await expect(desk.title).toHaveText(LOST);
  await expect(desk.root.getByRole('alert')).toBeHidden();
});

test('a slow server is said to be slow, what was found stays, and only the last answer is shown', async ({
  desk,
}) => {
  await desk.visit();
  const before = await desk.title.innerText();
  const held: (() => Promise<void>)[] = [];
  await desk.page.route(LOOKUP, (route) => void held.push(() => route.continue()));
  await desk.hand.write(desk.search, '資格確認書 なくした');
  await expect(desk.root.getByText('お調べしています…')).toBeVisible();
  await expect(desk.title).toHaveText(before);
  await desk.look('the server takes its time');
  for (const go of held) await go();
  await expect(desk.title).toHaveText(LOST);
  await expect(desk.root.getByText('お調べしています…')).toBeHidden();
});

test('filters that leave nothing can be taken off', async ({ desk }) => {
  await desk.visit();
  await desk.ask('夫の暴力から逃げています', 'DV・虐待の支援措置を受けている方');
  await desk.root.getByLabel('いつの答えか').fill('2001-01-01');
  await desk.hand.select(desk.root.locator('.filters').getByLabel('分野'), '紛失・盗難');
  await expect(
    desk.root.getByText('平成13年1月1日(2001年1月1日)の時点では、この絞り込みに合う'),
  ).toBeVisible();
  await desk.look('there is no such answer');
  await desk.hand.press(desk.button('絞り込みを外す'));
  await expect(desk.title).toBeVisible();
  await expect(desk.search).toBeFocused();
  await expect(desk.page).toHaveURL(/\/staff$/);
});

test('where the browser does not let the page copy, the text is there to be copied by hand', async ({
  desk,
}) => {
  await desk.page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await desk.visit('?entry=certificate-lost');
  await desk.hand.press(desk.button('高崎市の答えをコピー'));
  const dialog = desk.root.getByRole('dialog', { name: 'コピーしてください' });
  await expect(dialog.getByRole('textbox')).toHaveValue(new RegExp(`^【${LOST}】高崎市`));
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await desk.look('the text is offered');
  await desk.hand.press(dialog.getByRole('button', { name: '閉じる' }));
  await expect(desk.button('高崎市の答えをコピー')).toBeFocused();
});

test('a calculation that does not load says what to do, and is loaded when it is tried again', async ({
  desk,
  watch,
}) => {
  const part = /\/desk-dates-\w+\.js$/;
  watch.expectTrouble(/ERR_FAILED/);
  await desk.visit();
  await desk.page.route(part, (route) => route.abort());
  await desk.hand.press(desk.button('期限の計算'));
  await expect(desk.dates.getByRole('alert')).toContainText('読み込めませんでした');
  await desk.look('the calculation has not come');
  await desk.page.unroute(part);
  await desk.hand.press(desk.button('もう一度試す'));
  await expect(desk.dates.getByLabel('計算する期限')).toBeFocused();
});

test('an old link that names what is no longer there shows all the rest', async ({ desk, watch }) => {
  watch.expectTrouble(/400/);
  await desk.visit('?insurer=atlantis&category=loss');
  await expect(desk.page).toHaveURL(/\/staff\?category=loss$/);
  await expect(desk.root.getByRole('alert')).toBeHidden();
  await expect(desk.root.locator('.filters').getByLabel('加入先')).toHaveValue('');
});
