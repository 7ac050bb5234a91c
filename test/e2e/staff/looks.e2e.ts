import { expect, test } from './desk-page.ts';

const LOOKS = [
  { name: 'in the dark', media: { colorScheme: 'dark' } },
  { name: 'in forced colours', media: { forcedColors: 'active' } },
] as const;

for (const { name, media } of LOOKS) {
  test(`everything on the desk can be read ${name}`, async ({ desk }) => {
    await desk.page.emulateMedia(media);
    await desk.visit('?past=1&entry=legacy-validity');
    await desk.ask('夫の暴力から逃げています', 'DV・虐待の支援措置を受けている方');
    await desk.hand.press(desk.button('キーの一覧'));
    await expect(desk.root.getByRole('dialog')).toBeVisible();
    await desk.look('the list of keys is open');
  });
}

test('a browser without Temporal looks everything up, and gets it for the dates', async ({ desk }) => {
  await desk.page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'Temporal');
  });
  await desk.visit('?asOf=2025-09-01&past=1');
  await desk.ask('1956-11-02 資格確認書の有効期限', '資格確認書の有効期限');
  await desk.hand.press(desk.button('この期限を計算する'));
  await expect(desk.dates.getByRole('combobox', { name: '年号' })).toBeVisible();
  await desk.look('the date is asked for');
});

test('with letters twice as large nothing is cut off', async ({ desk, watch }) => {
  // The letters grow while the page is there.
  watch.holdsPageStill = false;
  await desk.visit();
  await desk.page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await desk.ask('保険証 いつまで', '手元の保険証はいつまで使えるか');
  await desk.hand.press(desk.root.getByRole('radio', { name: 'English' }));
  await desk.look('the answers are in English');
});
