import { expect, test } from '../fixtures.ts';
import { WORDS } from '../words.ts';

test('a question is found by its topic', async ({ resident }) => {
  await resident.begin('高崎市');
  const { chat } = resident;
  await resident.press(chat.button(WORDS.topics).first());
  const topic = chat.talk.locator('summary, button').filter({ hasText: '紛失・盗難' }).first();
  await resident.press(topic);
  await resident.look('a topic is open');
  await resident.press(chat.button('資格確認書をなくした'));
  await expect(chat.latest).toContainText('まず警察に届け出てください');
  await resident.look('the question has been answered');
});

test('questions are suggested while somebody types, and one is taken', async ({ resident }) => {
  await resident.begin('高崎市');
  const { chat, page, hand } = resident;
  await hand.write(chat.field, 'しかくかくにんしょ なくし');
  const option = chat.suggestions.filter({ hasText: '資格確認書' }).first();
  await option.waitFor();
  await expect(chat.field).toHaveAttribute('aria-expanded', 'true');
  await resident.look('questions are suggested');
  if (hand.name === 'keyboard') {
    await page.keyboard.press('ArrowDown');
    const active = await chat.field.getAttribute('aria-activedescendant');
    await expect(chat.talk.locator(`[id="${active}"]`)).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
  } else {
    await resident.press(option);
  }
  await expect(chat.replies).toHaveCount(1);
  await expect(chat.suggestions).toHaveCount(0);
});

test('Esc puts the suggestions away and nothing else', { tag: '@keys' }, async ({ resident }) => {
  const { chat, page, hand } = resident;
  await resident.begin();
  await hand.write(chat.field, 'しかくかくにんしょ');
  await chat.suggestions.first().waitFor();
  await page.keyboard.press('Escape');
  await expect(chat.suggestions).toHaveCount(0);
  await expect(chat.field).toBeFocused();
  await expect(chat.field).toHaveValue('しかくかくにんしょ');
});
