import { expect, test } from '../fixtures.ts';

test('cancelling the registration: the answer of the own city, its desk, and what follows', async ({
  resident,
}) => {
  await resident.begin('小林市');
  const answer = await resident.ask('マイナ保険証をやめたい。登録を取り消せますか');
  await expect(answer).toContainText('はい、解除できます');
  await expect(answer.getByRole('link', { name: /0984-23-0116/ }).first()).toBeVisible();
  await expect(await resident.choose('解除後にもう一度登録したい')).toContainText('登録');
});
