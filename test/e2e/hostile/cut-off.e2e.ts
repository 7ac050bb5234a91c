import { expect, test } from '../fixtures.ts';
import { places } from '../support/places.ts';

/** The script of the launcher with all that it imports at once, by address. */
async function firstLoad(address: string): Promise<ReadonlySet<string>> {
  const code = await (await fetch(address)).text();
  const imported = [...code.matchAll(/(?:from|import)\s*"(\.\/[^"]+)"/g)].map(
    ([, path]) => new URL(path!, address).href,
  );
  const further = await Promise.all(imported.map(firstLoad));
  return new Set([address, ...further.flatMap((urls) => [...urls])]);
}

test('a talk that cannot be loaded is said honestly, and comes with the next try', async ({
  resident,
  watch,
  context,
}) => {
  watch.expectTrouble(/Failed to load resource|net::ERR|dynamically imported/);
  const first = await firstLoad(`${places.bot}/widget.js`);
  let isCut = true;
  await context.route(`${places.bot}/**`, (route) =>
    isCut && !first.has(route.request().url()) ? route.abort() : route.fallback(),
  );
  await resident.visit(`${places.city}/strict.html`);
  await resident.press(resident.chat.launcher);
  const retry = resident.chat.host.getByRole('button', { name: /^もう一度読み込む$/ });
  await retry.waitFor();
  await resident.look('the talk could not be loaded');
  isCut = false;
  await resident.press(retry);
  await resident.chat.field.waitFor();
  await expect(await resident.ask('資格確認書が見あたらない')).toContainText('まず警察に届け出てください');
});
