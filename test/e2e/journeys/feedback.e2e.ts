import { expect, test } from '../fixtures.ts';
import { WORDS } from '../words.ts';

test('an answer that did not help, and why', async ({ resident, watch }) => {
  await resident.begin('高崎市');
  const answer = await resident.ask('資格確認書って何?');
  const { unhelpful, comment, send, sent } = WORDS.feedback;
  await resident.press(answer.getByRole('button', { name: unhelpful }));
  const field = answer.getByRole('textbox', { name: comment });
  await field.waitFor();
  await resident.look('the comment may be given');
  await resident.hand.write(field, '窓口の場所も知りたかったです');
  await resident.press(answer.getByRole('button', { name: send }));
  await expect(answer.getByText(sent)).toBeVisible();
  await resident.look('the comment has been sent');
  const bodies = watch.sent.filter(({ url }) => url.endsWith('/api/feedback')).map(({ body }) => body ?? '');
  expect(bodies.at(-1)).toContain('窓口の場所も知りたかったです');
  expect(bodies.at(-1)).toContain('"helpful":false');
});

test('an answer that helped: one press is enough', async ({ resident, watch }) => {
  await resident.begin('高崎市');
  const answer = await resident.ask('資格確認書って何?');
  const told = resident.page.waitForResponse((response) => response.url().endsWith('/api/feedback'));
  await resident.press(answer.getByRole('button', { name: WORDS.feedback.helpful }));
  expect((await told).status()).toBe(204);
  await expect(answer.getByRole('button', { name: WORDS.feedback.helpful })).toHaveCount(0);
  expect(watch.sent.filter(({ url }) => url.endsWith('/api/feedback'))).toHaveLength(1);
});
