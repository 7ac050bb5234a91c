import type { Locator } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { WORDS } from '../words.ts';

const { display, answer: words } = WORDS;

test('English: menu, buttons and a translated answer, marked as one', async ({ resident }) => {
  await resident.begin();
  await resident.display('radio', display.english);
  const { chat } = resident;
  await expect(chat.button('Send')).toBeVisible();
  await resident.belongTo('Takasaki City');
  const answer = await resident.ask('I lost my eligibility certificate');
  await expect(answer.getByText(words.translation)).toBeVisible();
  await expect(
    answer
      .locator('[lang=en]')
      .filter({ hasText: /police/i })
      .first(),
  ).toBeVisible();
  await expect(answer.getByText('まず警察に届け出てください')).toBeHidden();
});

test('English: in danger, the hotlines are told in English', async ({ resident }) => {
  await resident.begin();
  await resident.display('radio', display.english);
  const answer = await resident.ask('My husband beats me and I ran away');
  await expect(answer).toContainText(/110/);
  await expect(answer).toContainText(/police/i);
  await expect(resident.chat.leave.first()).toBeInViewport();
});

test('the language may be changed in the middle of a talk', async ({ resident }) => {
  await resident.begin('高崎市');
  await resident.ask('資格確認書が見あたらない');
  await resident.display('radio', display.english);
  await expect(resident.chat.latest.getByText(words.translation)).toBeVisible();
  await resident.display('radio', display.japanese);
  await expect(resident.chat.latest.getByText('まず警察に届け出てください')).toBeVisible();
});

test('やさしい日本語 is shown first, and the usual text on demand', async ({ resident }) => {
  await resident.begin('高崎市');
  await resident.display('radio', display.easy);
  const answer = await resident.ask('資格確認書が見あたらない');
  await expect(answer).toContainText('まず警察に言ってください');
  await expect(answer.getByText('まず警察に届け出てください')).toBeHidden();
  await resident.press(answer.locator('summary, button').filter({ hasText: words.usual }));
  await expect(answer.getByText('まず警察に届け出てください')).toBeVisible();
  await resident.look('both texts are shown');
});

test('ふりがな stands over the hard words, in answers past and to come', async ({ resident }) => {
  const readings = (answer: Locator) => answer.getByRole('heading').locator('rt').allTextContents();
  await resident.begin('高崎市');
  const past = await resident.ask('資格確認書って何?');
  await expect(past.locator('rt')).toHaveCount(0);
  await resident.display('checkbox', display.furigana);
  expect((await readings(past)).join('')).toBe('しかくかくにんしょ');
  const next = await resident.ask('資格確認書が見あたらない');
  await expect(next.locator('rt').filter({ hasText: 'けいさつ' }).first()).toBeVisible();
  await resident.display('checkbox', display.furigana);
  await expect(past.locator('rt')).toHaveCount(0);
});
