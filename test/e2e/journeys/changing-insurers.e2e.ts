import { expect, test } from '../fixtures.ts';

test('somebody who moves is answered for the new city from then on', async ({ resident }) => {
  await resident.begin('赤穂市');
  await expect(await resident.ask('資格確認書が見あたらない')).toContainText('赤穂市役所');
  const again = await resident.ask('やっぱり小林市です');
  await expect(again).toContainText('小林市役所');
  await expect(again).not.toContainText('赤穂市');
});

test('the insurer is asked for where it matters and is not known', async ({ resident }) => {
  await resident.begin();
  const question = await resident.ask('資格確認書が見あたらない');
  await expect(question).toContainText('どちらにご加入ですか');
  await expect(await resident.choose('亀岡市')).toContainText('資格確認書をなくした');
});

test('leaving national health insurance for an employer’s: until when, the desk being shut that day', async ({
  resident,
}) => {
  await resident.begin('高崎市');
  await resident.ask('就職して会社の保険に入りました。国保はどうすれば');
  const { date } = resident.chat;
  await resident.give(date, { era: '令和', year: '8', month: '11', day: '7', is: '2026-11-07' });
  // Day 14 after the day of joining is Saturday, November 21; the 23rd is a national holiday.
  await expect(date.answer).toContainText('令和8年11月21日');
  await expect(date.root).toContainText('令和8年11月24日');
  await resident.look('the date has been worked out');
});
