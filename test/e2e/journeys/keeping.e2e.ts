import { expect, test } from '../fixtures.ts';
import { Resident } from '../resident.ts';
import { places } from '../support/places.ts';
import { WORDS } from '../words.ts';

test('the talk goes on after a page change', async ({ resident, watch }) => {
  await resident.begin('高崎市');
  await resident.ask('資格確認書って何?');
  await resident.page.goto(`${places.bot}/calculator`);
  await resident.page.goto(`${places.bot}/`);
  if (!(await resident.chat.field.isVisible())) await resident.open();
  await expect(resident.chat.status(WORDS.resumed)).toBeVisible();
  await expect(resident.chat.latest).toContainText('資格確認書とは');
  await resident.look('the talk is there again');
  // Understood only by somebody who remembers the last question.
  await expect(await resident.ask('いつまで?')).toContainText('資格確認書の有効期限');
  const ids = watch.messages.map(({ body }) => JSON.parse(body ?? '{}').conversationId);
  expect(ids[1], 'it is the same conversation').toBeTruthy();
});

test('starting over leaves nothing behind', async ({ resident, watch }) => {
  await resident.begin('高崎市');
  await resident.ask('資格確認書って何?');
  await resident.display('button', WORDS.display.restart);
  await expect(resident.chat.replies).toHaveCount(0);
  await expect(resident.chat.talk).not.toContainText('資格確認書とは');
  await resident.page.reload();
  if (!(await resident.chat.field.isVisible())) await resident.open();
  await expect(resident.chat.replies).toHaveCount(0);
  expect(
    watch.sent.filter(({ method }) => method === 'DELETE'),
    'the server forgets it',
  ).toHaveLength(1);
});

test('two tabs are two talks', async ({ resident, watch, context }) => {
  await resident.begin('高崎市');
  await resident.ask('資格確認書って何?');
  const other = new Resident(await context.newPage(), resident.hand, watch);
  await other.begin();
  await expect(other.chat.replies).toHaveCount(0);
  await other.ask('マイナ保険証って何?');
  const [first, second] = watch.messages.map(({ body }) => JSON.parse(body ?? '{}').conversationId);
  expect([first, second], 'the second tab begins a conversation of its own').toEqual([undefined, undefined]);
  await expect(resident.chat.replies).toHaveCount(1);
});
