import { expect, test } from '../fixtures.ts';
import { WORDS } from '../words.ts';

declare global {
  interface Window {
    /** What was given to the printer. */
    printed: string[];
  }
}

test('the talk is copied as plain text, with sources and dates', async ({ resident, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await resident.begin('高崎市');
  await resident.ask('資格確認書が見あたらない');
  await resident.display('button', WORDS.display.copy);
  await expect(resident.chat.status(WORDS.display.copied)).toBeAttached();
  const copied = await resident.page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('資格確認書が見あたらない');
  expect(copied).toContain('まず警察に届け出てください');
  expect(copied).toContain('027-321-1235');
  expect(copied).toContain('時点の高崎市の資料');
  expect(copied, 'no mark of ruby or of line breaks').not.toMatch(/[\u200b\ufff9-\ufffb]/);
});

test('the talk is printed, and nothing but the talk', async ({ resident }) => {
  await resident.page.addInitScript(() => {
    window.print = () => {
      const top = window.top as Window;
      top.printed = [...(top.printed ?? []), document.documentElement.innerText];
      // As a browser says when its dialog is shut.
      window.dispatchEvent(new Event('afterprint'));
    };
  });
  await resident.begin('高崎市');
  await resident.ask('資格確認書が見あたらない');
  await resident.display('button', WORDS.display.print);
  await expect.poll(() => resident.page.evaluate(() => window.printed?.length ?? 0)).toBe(1);
  await expect(resident.page.locator('iframe'), 'nothing of the paper stays on the page').toHaveCount(0);
  const [paper] = await resident.page.evaluate(() => window.printed);
  expect(paper).toContain('まず警察に届け出てください');
  expect(paper).not.toContain('送信');
});
