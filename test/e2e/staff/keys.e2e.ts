import { expect, test } from './desk-page.ts';

const LOST = '資格確認書をなくした';

test('the keyboard alone does everything', { tag: '@keys' }, async ({ desk }) => {
  const { keyboard } = desk.page;
  await desk.visit();
  await keyboard.press('/');
  await expect(desk.search).toBeFocused();
  await keyboard.insertText('資格確認書 なくした');
  await keyboard.press('Enter');
  await expect(desk.status, 'Enter waits for the answer to what was typed').toContainText(`${LOST}、高崎市`);
  expect(await desk.copied()).toContain(`【${LOST}】高崎市`);

  await keyboard.press('ArrowDown');
  await expect(desk.marked).toBeFocused();
  await desk.look('the arrow has led from the search to the answer');
  await keyboard.press('ArrowDown');
  await expect(desk.title).not.toHaveText(LOST);
  await expect(desk.marked, 'the focus follows').toBeFocused();
  const titles = await desk.list.getByRole('option').allInnerTexts();
  await expect(desk.title).toHaveText(titles[1]!);

  const names = await desk.root.locator('.whose label').allInnerTexts();
  const first = await desk.marked.inputValue();
  await keyboard.press('ArrowRight');
  await expect(desk.marked).toBeFocused();
  expect(await desk.marked.inputValue()).not.toBe(first);
  await keyboard.press('Enter');
  await expect(desk.status).toContainText(`コピーしました。${titles[1]}`);
  expect(await desk.copied()).toContain(`【${titles[1]}】${names[1]!.trim()}`);
  await desk.look('the answer beside it has been copied');

  await keyboard.press('e');
  await expect(desk.root.getByRole('radio', { name: 'やさしい日本語' })).toBeChecked();
  await desk.look('the answers are in easy Japanese');
  await keyboard.press('p');
  expect(await desk.printed()).toContain(titles[1]!);
  await expect(desk.marked, 'the focus stays').toBeFocused();

  await keyboard.press('?');
  await expect(desk.root.getByRole('dialog', { name: 'キーの一覧' })).toBeVisible();
  await desk.look('the list of keys is open');
  await keyboard.press('Escape');
  await expect(desk.marked, 'closing it leads back').toBeFocused();
  await keyboard.press('Escape');
  await expect(desk.search).toBeFocused();
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowUp');
  await keyboard.press('ArrowUp');
  await expect(desk.search, 'beyond the first answer is the search').toBeFocused();
});

test('the list is one stop of the Tab key, and says which insurer the arrows lead to', {
  tag: '@keys',
}, async ({ desk }) => {
  const { keyboard } = desk.page;
  await desk.visit('?entry=legacy-validity');
  const option = desk.list.getByRole('option', { selected: true });
  await option.focus();
  await keyboard.press('ArrowRight');
  await expect(desk.status).toHaveText('小林市');
  await keyboard.press('ArrowDown');
  await expect(desk.title).not.toHaveText('手元の保険証はいつまで使えるか');
  await expect(option).toBeFocused();
  await keyboard.press('Tab');
  await expect(desk.list.locator(':focus')).toHaveCount(0);
});

test('no key is taken from an input method that converts kana', { tag: '@keys' }, async ({ desk }) => {
  await desk.visit();
  await desk.search.focus();
  const input = await desk.page.context().newCDPSession(desk.page);
  const composing = { selectionStart: 3, selectionEnd: 3, text: 'ふんし' };
  await input.send('Input.imeSetComposition', composing);
  await expect(desk.search).toHaveValue('ふんし');
  for (const key of ['Enter', 'ArrowDown', 'Escape']) {
    await desk.search.dispatchEvent('keydown', { key, isComposing: true, bubbles: true, composed: true });
  }
  await expect(desk.search).toBeFocused();
  await expect(desk.search).toHaveValue('ふんし');
  await expect(desk.status).not.toContainText('コピーしました');
});

test('letters can be switched off for who speaks to the computer', { tag: '@keys' }, async ({ desk }) => {
  const { keyboard } = desk.page;
  await desk.visit();
  await keyboard.press('?');
  const letters = desk.root.getByLabel('1文字のキー(/ e p ?)を使う');
  await letters.focus();
  await keyboard.press('Space');
  await keyboard.press('Escape');
  await desk.marked.focus();
  for (const key of ['/', 'e', 'p', '?']) await keyboard.press(key);
  await expect(desk.marked).toBeFocused();
  expect(await desk.printed()).toBe('');
  await expect(desk.root.getByRole('radio', { name: 'ふつうの日本語' })).toBeChecked();
  await desk.page.reload();
  await desk.title.waitFor();
  await keyboard.press('?');
  await expect(letters, 'it is kept on this computer').toBeHidden();
  await desk.hand.press(desk.button('キーの一覧'));
  await desk.hand.press(letters);
  await expect(letters).toBeChecked();
});
