import { expect, type Locator, type Page, test } from '@playwright/test';
import type { PreviewAnswer } from '../../../bots/web/staff/routes/editing.ts';
import type { MadoguchiPreview } from '../../../bots/web/staff-page/preview/preview.ts';
import { type StaffBot, startStaffBot } from '../support/staff-bot.ts';
import { look as lookAtPage } from './look.ts';

const CHANNELS = ['LINE', '市のサイト', 'Slack'] as const;

let bot: StaffBot;
test.beforeAll(async () => {
  bot = await startStaffBot({ 花子: 'editor' });
});
test.afterAll(() => bot.stop());

test.beforeEach(async ({ page }) => {
  await bot.signIn(page, '花子', '/staff');
  await page.locator('madoguchi-desk').waitFor();
});

interface Looks {
  readonly preview: Locator;
  pane(channel: (typeof CHANNELS)[number]): Locator;
}

/** Shows an entry, as it is or changed, on a page with nothing else. */
async function show(page: Page, id: string, change: object = {}): Promise<Looks> {
  await page.evaluate(
    async ([id, change]) => {
      const api = (path: string) => new URL(`staff/api/${path}`, `${location.origin}/`);
      const { csrf } = await (await fetch(api('me'))).json();
      const draft = await (await fetch(api(`editing/entry?id=${id}`))).json();
      const body = { id, entry: { ...draft.entry, ...change }, insurer: 'takasaki' };
      const answer = await fetch(api('editing/preview'), {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-csrf-token': csrf },
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(await answer.text());
      const preview = document.createElement('madoguchi-preview') as MadoguchiPreview;
      preview.shown = (await answer.json()) as PreviewAnswer;
      const heading = document.createElement('h2');
      heading.textContent = '見え方';
      document.querySelector('main')!.replaceChildren(document.querySelector('h1')!, heading, preview);
    },
    [id, change] as const,
  );
  const preview = page.locator('madoguchi-preview');
  const names = { LINE: 'line', 市のサイト: 'web', Slack: 'slack' } as const;
  return { preview, pane: (channel) => preview.locator(`madoguchi-preview-${names[channel]}`) };
}

/** Nothing stands beyond the edge of its pane either. */
async function look(page: Page): Promise<void> {
  await lookAtPage(page);
  const beyond = await page.locator('madoguchi-preview').evaluate((preview) =>
    [...preview.shadowRoot!.querySelectorAll('.pane > :not(h3)')].flatMap((pane) => {
      const edge = pane.getBoundingClientRect().right + 1;
      return [...pane.shadowRoot!.querySelectorAll('*')]
        .filter((part) => part.checkVisibility() && part.getBoundingClientRect().right > edge)
        .map((part) => part.outerHTML.slice(0, 100));
    }),
  );
  expect(beyond).toEqual([]);
}

/** What has the focus, within whatever trees. */
const focused = (page: Page) =>
  page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return `${active?.localName ?? ''}${active?.id ? `#${active.id}` : ''}`;
  });

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 320, height: 640 };
const TEXT = `${'必要なものは、次のとおりです。\n・窓口に来る方の本人確認書類（マイナンバーカード・運転免許証など）\n・世帯主の委任状\n'.repeat(5)}電話 027-321-1235 でも受け付けます。`;

test('an edited answer stands side by side on a wide screen, each channel under its name', async ({
  page,
}) => {
  await page.setViewportSize(WIDE);
  const citations = [{ document: 'takasaki-2026', section: '資格確認書の有効期限' }];
  const { preview, pane } = await show(page, 'certificate-lost', { answers: [{ text: TEXT, citations }] });
  for (const channel of CHANNELS) {
    await expect(preview.getByRole('heading', { name: channel, exact: true })).toBeVisible();
    await expect(pane(channel)).toContainText('窓口に来る方の本人確認書類');
    await expect(pane(channel)).toContainText('資格確認書をなくした');
  }
  await expect(preview.getByRole('tab')).toHaveCount(0);
  await expect(preview.getByRole('tabpanel')).toHaveCount(0);
  await look(page);
});

test('on a telephone the channels stand under tabs, which the arrow keys turn', async ({ page }) => {
  await page.setViewportSize(NARROW);
  const { preview, pane } = await show(page, 'certificate-validity');
  const tab = (name: string) => preview.getByRole('tab', { name, exact: true });
  await expect(tab('LINE')).toHaveAttribute('aria-selected', 'true');
  await expect(pane('LINE').getByText('このトークで日付を入れる')).toBeVisible();
  await look(page);
  await tab('LINE').focus();
  for (const [key, name] of [
    ['ArrowRight', '市のサイト'],
    ['ArrowRight', 'Slack'],
    ['ArrowRight', 'LINE'],
    ['ArrowLeft', 'Slack'],
    ['Home', 'LINE'],
    ['End', 'Slack'],
    ['ArrowLeft', '市のサイト'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(tab(name)).toBeFocused();
    await expect(preview.getByRole('tabpanel', { name, exact: true })).toBeVisible();
    for (const channel of CHANNELS) await expect(pane(channel)).toBeVisible({ visible: channel === name });
  }
  // The chat's own form for the date, as it is there.
  await expect(pane('市のサイト').locator('madoguchi-date-question')).toContainText(
    '生年月日を教えてください',
  );
  await look(page);
  await tab('Slack').click();
  await expect(pane('Slack').getByText('期限を計算する')).toBeVisible();
  await look(page);
});

test('nothing in it can be pressed, and the Tab key passes it by', async ({ page }) => {
  await page.setViewportSize(NARROW);
  const { preview, pane } = await show(page, 'dv-support');
  await expect(pane('LINE')).toContainText('#8008に電話する');
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  const url = page.url();
  for (const [channel, words] of [
    ['LINE', '#8008に電話する'],
    ['市のサイト', 'すぐに閉じる'],
    ['Slack', '文をコピー'],
  ] as const) {
    await preview.getByRole('tab', { name: channel, exact: true }).click();
    const button = preview.getByText(words).filter({ visible: true }).first();
    const { x, y } = (await button.boundingBox())!;
    await page.mouse.click(x + 8, y + 8);
    await preview.getByRole('tab', { name: channel, exact: true }).focus();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toMatch(/^div#pane-/);
    await page.keyboard.press('Tab');
    expect(await focused(page)).not.toMatch(/madoguchi|button|summary|pane|^a$/);
  }
  expect(page.url()).toBe(url);
  expect(requests).toEqual([]);
});

test('an entry about danger begins with its hotlines', async ({ page }) => {
  await page.setViewportSize(WIDE);
  const { pane } = await show(page, 'dv-support');
  for (const channel of CHANNELS) await expect(pane(channel)).toContainText('0120-279-889');
  await expect(pane('LINE').getByText('【緊急のご案内】')).toBeVisible();
  await expect(pane('市のサイト').getByText('緊急のご案内', { exact: true })).toBeVisible();
  await expect(pane('Slack').getByText('あなただけに表示しています')).toBeVisible();
  await look(page);
});

test('where the channels cannot be drawn, that is said, and can be tried again', async ({ page }) => {
  const pieces = '**/define-*.js';
  await page.route(pieces, (route) => route.abort());
  const { preview, pane } = await show(page, 'certificate-lost');
  await expect(preview.getByRole('alert')).toContainText('見え方を読み込めませんでした');
  await look(page);
  await page.unroute(pieces);
  await preview.getByRole('button', { name: 'もう一度試す' }).click();
  await expect(pane('LINE')).toContainText('資格確認書をなくした');
});

for (const media of [{ colorScheme: 'dark' }, { forcedColors: 'active' }] as const) {
  test(`everything can be read with ${JSON.stringify(media)}`, async ({ page }) => {
    await page.emulateMedia(media);
    for (const viewport of [WIDE, NARROW]) {
      await page.setViewportSize(viewport);
      const { preview } = await show(page, 'dv-support');
      await look(page);
      for (const tab of await preview.getByRole('tab').all()) {
        await tab.click();
        await look(page);
      }
    }
  });
}
