import { DATE_CASES } from '../dates.ts';
import { expect, test } from '../fixtures.ts';
import { tells } from '../watches/written-dates.ts';

/** Seventy on 2027-03-14, so that the certificate holds until the end of that month. */
const BORN = '1957-03-14';

for (const { rule, insurer, question, dates, expected, western, why } of DATE_CASES) {
  test(`${rule}: ${expected} (${why})`, async ({ resident }) => {
    await resident.begin(insurer);
    await resident.ask(question);
    const { date } = resident.chat;
    for (const [place, given] of dates.entries()) {
      await resident.look(`date ${place + 1} is asked for`);
      await resident.give(date, given);
    }
    await expect(date.answer).toContainText(expected);
    await expect(date.answer).toContainText(western);
    await resident.look('the date has been worked out');
  });
}

test('a date of birth within the first question is used at once, and stays on the device', async ({
  resident,
  watch,
}) => {
  watch.keepSecret(BORN);
  await resident.begin('高崎市');
  await resident.ask('昭和32年3月14日生まれですが、資格確認書はいつまで使えますか');
  await expect(resident.chat.date.answer).toContainText('令和9年3月31日');
  await expect(resident.chat.ownLines.last()).toContainText('昭和32年3月14日');
});

test('a date may be typed into the talk, and a slip be put right there', async ({ resident, watch }) => {
  watch.keepSecret(BORN);
  watch.keepSecret('1956-03-14');
  await resident.begin('高崎市');
  await resident.ask('私の資格確認書、いつまで使えるか知りたい');
  const before = watch.messages.length;
  await resident.say('昭和31年3月14日');
  // 70 on 2026-03-14, before the period: until its last day.
  await expect(resident.chat.date.answer).toContainText('令和9年7月31日');
  await resident.say('あ、32年です');
  await expect(resident.chat.date.answer).toContainText('令和9年3月31日');
  expect(watch.messages, 'the dates were not sent').toHaveLength(before);
  await resident.look('the date has been put right');
});

test('who does not know one date is asked for others', async ({ resident }) => {
  await resident.begin('赤穂市');
  await resident.ask('マイナンバーカードの電子証明書っていつ切れるの');
  const { date } = resident.chat;
  await resident.press(date.unknown);
  await resident.look('the day of issue is asked for');
  await resident.give(date, { era: '令和', year: '4', month: '5', day: '10', is: '2022-05-10' });
  await resident.give(date, { era: '昭和', year: '55', month: '12', day: '20', is: '1980-12-20' });
  // The fifth birthday after 2022-05-10; usable for three more months, to the end of the third.
  await expect(date.answer).toContainText('令和8年12月20日');
  await expect(date.root).toContainText('令和9年3月31日');
  await resident.look('both dates have been worked out');
});

test('an impossible date is asked for again, in place', async ({ resident }) => {
  await resident.begin('高崎市');
  await resident.ask('資格情報のお知らせはいつまで有効?');
  const { date } = resident.chat;
  await resident.give(date, { era: '昭和', year: '65', month: '1', day: '1', is: '1990-01-01' });
  await expect(date.part('年')).toHaveAttribute('aria-invalid', 'true');
  await resident.look('the problem is told');
  await resident.give(date, { era: '昭和', year: '27', month: '3', day: '10', is: '1952-03-10' });
  // 75 on 2027-03-10: until the day before.
  await expect(date.answer).toContainText('令和9年3月9日');
});

test('no date is kept over a page change', async ({ resident, watch }) => {
  watch.keepSecret(BORN);
  await resident.begin('高崎市');
  await resident.ask('昭和32年3月14日生まれですが、資格確認書はいつまで使えますか');
  await expect(resident.chat.date.answer).toContainText('令和9年3月31日');
  const kept = await resident.page.evaluate(() => Object.values({ ...sessionStorage }));
  expect(kept.filter((text) => tells(text, BORN))).toEqual([]);
});
