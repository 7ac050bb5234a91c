import { expect, test } from '../fixtures.ts';
import { WORDS } from '../words.ts';

test('a lost certificate: where to go, by whom it is said, and as of when', async ({ resident }) => {
  await resident.begin('高崎市');
  const answer = await resident.ask('資格確認書が見あたらなくて、どこを探してもないんです');
  await expect(answer).toContainText('資格確認書をなくした');
  await expect(answer).toContainText('まず警察に届け出てください');
  await expect(answer).toContainText('時点の高崎市の資料');
  await expect(answer.getByRole('link', { name: /027-321-1235/ }).first()).toHaveAttribute(
    'href',
    'tel:0273211235',
  );
  await resident.press(answer.locator('summary').filter({ hasText: WORDS.answer.sources }));
  await expect(answer.getByText('高崎市 国民健康保険 令和8年度更新のお知らせ').first()).toBeVisible();
  await resident.look('the sources are open');
});

test('a lost My Number card, then a related question by its button', async ({ resident }) => {
  await resident.begin('高崎市');
  await expect(await resident.ask('財布ごとマイナンバーカードを落としてしまった')).toContainText(
    'マイナ保険証をなくした・盗まれた',
  );
  await expect(await resident.choose('メニューを見る')).toContainText('紛失・盗難');
});

test('what is not understood is not answered, and the way on is offered', async ({ resident }) => {
  await resident.begin();
  const answer = await resident.ask('粗大ごみは何曜日に出せますか');
  await expect(answer.getByRole('button').first()).toBeVisible();
  await expect(answer).not.toContainText('時点の');
});
