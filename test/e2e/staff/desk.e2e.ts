import { DateQuestion } from '../chat.ts';
import { DATE_CASES } from '../dates.ts';
import { expect, test } from './desk-page.ts';

const LOST = '資格確認書をなくした';

test('an answer is found, copied and printed', async ({ desk }) => {
  await desk.visit();
  await desk.ask('資格確認書 なくした', LOST);
  await desk.hand.press(desk.button('高崎市の答えをコピー'));
  await expect(desk.status).toHaveText(`コピーしました。${LOST}、高崎市の答えです。`);
  await desk.look('the answer has been copied');
  expect(await desk.copied()).toMatch(new RegExp(`^【${LOST}】高崎市\n.*警察.*\n出典：高崎市`, 's'));

  await desk.hand.press(desk.button('高崎市の答えを印刷'));
  expect(await desk.printed()).toMatch(/印刷した日：令和8年11月22日\(2026年11月22日\).*警察.*出典：/s);
  await desk.hand.press(desk.button('一覧を印刷'));
  expect(await desk.printed()).toContain('従来の保険証をなくした');
});

test('what was said on another day is said to be of that day, on the screen, in mails and on paper', async ({
  desk,
}) => {
  await desk.visit();
  await desk.ask('手元の保険証はいつまで', '手元の保険証はいつまで使えるか');
  const now = await desk.answer('全国共通').locator('.text').innerText();
  await desk.root.getByLabel('いつの答えか').fill('2025-09-01');
  await expect(desk.root.locator('#era')).toHaveText('令和7年9月1日');
  const banner = desk.root.getByText(
    '令和7年9月1日(2025年9月1日)の時点の答えです。いまの答えではありません。',
  );
  await expect(banner).toBeVisible();
  await expect(desk.answer('全国共通').locator('.text')).not.toHaveText(now);
  await desk.look('the answers are of another day');

  await desk.hand.press(desk.button('全国共通の答えをコピー'));
  await expect(desk.status).toContainText('コピーしました');
  expect((await desk.copied()).split('\n')[0]).toBe(`※ ${await banner.innerText()}`);
  await desk.hand.press(desk.button('全国共通の答えを印刷'));
  expect(await desk.printed()).toContain(await banner.innerText());

  await desk.hand.press(desk.root.getByLabel('終わった答え・これからの答えも見る'));
  await expect(desk.root.getByText('の時点では、まだ始まっていない答えです。').first()).toBeVisible();
  await expect(desk.root.getByText('の時点では、終わった答えです。').first()).toBeVisible();
  await desk.look('answers of all times stand side by side');
  await desk.hand.press(desk.button('今日に戻す'));
  await expect(banner).toBeHidden();
});

test('filters narrow the answers, and the address leads a colleague there', async ({ desk }) => {
  await desk.visit();
  const filters = desk.root.locator('.filters');
  await desk.hand.select(filters.getByLabel('加入先'), '赤穂市');
  await desk.hand.select(filters.getByLabel('分野'), '紛失・盗難');
  await expect(desk.root.locator('.count')).toHaveText(/^[1-5]件$/);
  await desk.look('insurer and category are chosen');
  await desk.choose('従来の保険証をなくした');
  await expect(desk.root.locator('.answer')).toHaveCount(1);
  await expect(desk.page).toHaveURL(/\?insurer=ako&category=loss&entry=legacy-lost/);
  const { search } = new URL(desk.page.url());
  await desk.visit();
  await desk.visit(search);
  await expect(desk.title).toHaveText('従来の保険証をなくした');
  await expect(filters.getByLabel('加入先')).toHaveValue('ako');
  await desk.list.scrollIntoViewIfNeeded();
  await expect(desk.list.getByRole('option', { selected: true })).toBeInViewport();
});

test('what was typed is in no address of the page, and violence leaves none at all', async ({ desk }) => {
  await desk.visit();
  await desk.ask('山田と申します。資格確認書 なくした', LOST);
  await expect(desk.page).toHaveURL(/\/staff\?entry=certificate-lost&answer=takasaki$/);
  await desk.ask('夫の暴力から逃げています', 'DV・虐待の支援措置を受けている方');
  await expect(desk.root.getByText('支援措置：画面を見られていないか確かめてください')).toBeVisible();
  await expect(desk.page).toHaveURL(/\/staff$/);
});

test('a date is worked out with its working shown, and nothing is sent', async ({ desk, watch }) => {
  const { dates, expected, topic } = DATE_CASES.find(({ rule }) => rule === 'certificate-validity')!;
  await desk.visit();
  await desk.ask('資格確認書の有効期限', '資格確認書の有効期限');
  await desk.hand.press(desk.button('この期限を計算する'));
  const question = new DateQuestion(desk.dates);
  await question.goOn.waitFor();
  await expect(desk.dates.getByLabel('計算する期限')).toHaveValue('certificate-validity');
  await desk.look('the date is asked for');
  const loaded = watch.sent.length;
  const [{ era, year, month, day, is }] = dates as [(typeof dates)[0]];
  watch.keepSecret(is);
  await desk.hand.select(question.era, era);
  await desk.hand.write(question.part('年'), year);
  await desk.hand.write(question.part('月'), month);
  await desk.hand.write(question.part('日'), day);
  await desk.hand.press(question.goOn);
  await expect(question.answer).toContainText(expected);
  await expect(question.timeline).toBeVisible();
  await desk.look('the date has been worked out');
  expect(watch.sent.slice(loaded), 'nothing is requested').toEqual([]);
  await desk.hand.press(question.slip);
  expect(await desk.printed()).toContain(topic);
  await desk.hand.press(desk.button('計算を閉じる'));
  await expect(desk.dates).toBeHidden();
  await expect(desk.search).toBeFocused();
});
