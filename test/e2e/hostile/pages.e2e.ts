import { expect, test } from '../fixtures.ts';
import { FINGER } from '../hands/touch.ts';
import { places } from '../support/places.ts';

/** Pages that do to the widget what real ones have done; all of them have the strictest policy that docs/embed.md allows. */
const PAGES = [
  { file: 'reset.html', does: 'unsets every style' },
  { file: 'reset-important.html', does: 'unsets every style with !important, and hides buttons' },
  { file: 'z-index.html', does: 'puts everything on top' },
  { file: 'right-to-left.html', does: 'runs from right to left' },
  { file: 'small-root.html', does: 'has a small root, spaced capitals and vertical lines' },
  { file: 'twice.html', does: 'loads the script three times, under two addresses' },
  { file: 'base.html', does: 'changes the base of relative addresses' },
  { file: 'strict.html', does: 'chooses side and colour' },
] as const;

for (const { file, does } of PAGES) {
  test(`the chat works on a page that ${does}`, async ({ resident, watch }) => {
    // What the page does to itself is the city's own affair.
    watch.ignoresHostPage = true;
    const { chat } = resident;
    await resident.visit(`${places.city}/${file}`);
    await expect(chat.host).toHaveCount(1);
    await chat.launcher.waitFor();
    const { width, height, x, y } = (await chat.launcher.boundingBox())!;
    expect(Math.min(width, height), 'the launcher can be hit').toBeGreaterThanOrEqual(FINGER);
    const isOnTop = await chat.launcher.evaluate(
      (element, [left, top]) => {
        const found = (element.getRootNode() as ShadowRoot).elementFromPoint(left!, top!);
        return element === found || element.contains(found);
      },
      [x + width / 2, y + height / 2],
    );
    expect(isOnTop, 'nothing covers the launcher').toBe(true);

    await resident.open();
    const answer = await resident.ask('資格確認書が見あたらない');
    await expect(answer).toContainText('まず警察に届け出てください');
    await expect(answer, 'Japanese runs from left to right').toHaveCSS('direction', 'ltr');
    await expect(answer).toHaveCSS('writing-mode', 'horizontal-tb');
    await expect(answer).toHaveCSS('letter-spacing', 'normal');
    await resident.close();
  });
}

test('the chat works within the text of a page', async ({ resident, watch }) => {
  // It grows where the page has given it room.
  watch.holdsPageStill = false;
  await resident.visit(`${places.city}/inline.html`);
  await expect(resident.chat.launcher).toHaveCount(0);
  await expect(resident.chat.field, 'who reads the page is not taken to the chat').not.toBeFocused();
  const answer = await resident.ask('資格確認書が見あたらない');
  await expect(answer).toContainText('まず警察に届け出てください');
});

test('a city that is not on the list gets an honest sentence', async ({ resident, watch }) => {
  watch.expectTrouble(/CORS|Failed to load resource|net::ERR/);
  await resident.visit(`${places.stranger}/strict.html`);
  await resident.open();
  await resident.say('資格確認書が見あたらない');
  await expect(resident.chat.status(/つながりしだい送ります|送信できませんでした/)).toBeVisible();
  await expect(resident.chat.replies).toHaveCount(0);
  await resident.look('nothing can be sent');
});
