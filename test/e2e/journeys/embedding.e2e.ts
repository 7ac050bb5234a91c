import { expect, test } from '../fixtures.ts';
import { places } from '../support/places.ts';

test('a city’s web staff choose, see the code change, and copy it', async ({ resident, watch, context }) => {
  // It is our own page, and its sample grows as it is chosen.
  watch.holdsPageStill = false;
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { page, hand } = resident;
  await resident.visit(`${places.bot}/embed`);
  const code = page.getByRole('textbox', { name: '貼り付けるコード' });
  await expect(code).toHaveValue(`<script type="module" src="${places.bot}/widget.js"></script>`);
  await hand.select(page.getByLabel('加入先'), '高崎市');
  await resident.press(page.getByRole('radio', { name: '左下' }));
  await hand.write(page.getByLabel('見出し'), '保険の"質問"窓口');
  await expect(code).toHaveValue(/data-insurer="takasaki"/);
  await expect(code).toHaveValue(/data-position="left"/);
  await expect(code).toHaveValue(/data-heading="保険の&quot;質問&quot;窓口"/);
  await resident.press(page.getByRole('button', { name: 'コードをコピー' }));
  await expect(page.getByRole('status').filter({ hasText: 'コピーしました' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await code.inputValue());
  await resident.look('the code has been copied');
});
