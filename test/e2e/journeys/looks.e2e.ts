import { expect, test } from '../fixtures.ts';
import { places } from '../support/places.ts';

const LOOKS = [
  { name: 'in the dark', media: { colorScheme: 'dark' } },
  { name: 'in forced colours', media: { forcedColors: 'active' } },
] as const;

for (const { name, media } of LOOKS) {
  test(`every kind of part can be read ${name}`, async ({ resident }) => {
    await resident.page.emulateMedia(media);
    await resident.begin('高崎市');
    await resident.ask('資格確認書が見あたらない');
    await resident.ask('私の資格確認書、いつまで使えるか知りたい');
    await resident.ask('引っ越して別の市の国保になった');
    await resident.ask('夫の暴力から逃げています');
  });
}

test('with letters twice as large nothing is cut off', async ({ resident }) => {
  await resident.visit(`${places.city}/large-root.html`);
  await resident.open();
  await resident.ask('資格確認書が見あたらない');
  await expect(resident.chat.field).toBeInViewport();
  await expect(resident.chat.send).toBeInViewport();
});
