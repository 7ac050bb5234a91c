import type { Locator, Page } from '@playwright/test';
import { test as base, expect } from '../fixtures.ts';
import type { Hand } from '../hands/index.ts';
import { HANDS } from '../hands/index.ts';
import { startDesk } from '../support/desk.ts';
import type { Watch } from '../watches/watch.ts';

/** The desk page as somebody at the counter sees it. */
export class DeskPage {
  readonly page: Page;
  readonly hand: Hand;
  readonly root: Locator;
  readonly search: Locator;
  readonly title: Locator;
  readonly list: Locator;
  /** The name of the marked answer, which is a radio button. */
  readonly marked: Locator;
  readonly status: Locator;
  readonly dates: Locator;
  readonly #watch: Watch;
  readonly #address: string;

  constructor(page: Page, hand: Hand, watch: Watch, address: string) {
    this.page = page;
    this.hand = hand;
    this.#watch = watch;
    this.#address = address;
    this.root = page.locator('madoguchi-desk');
    this.search = this.root.getByRole('searchbox', { name: '聞かれたこと' });
    this.title = this.root.locator('#title');
    this.list = this.root.getByRole('listbox');
    this.marked = this.root.locator('[name="answer"]:checked');
    this.status = this.root.locator('.desk > [role="status"]');
    this.dates = this.root.getByRole('region', { name: '期限の計算' });
  }

  async visit(search = ''): Promise<void> {
    await this.page.goto(`${this.#address}/staff${search}`);
    await this.title.waitFor();
    await this.look('the desk page has come');
  }

  /** Types, and waits for the entry that is shown then. */
  async ask(text: string, title: string): Promise<void> {
    await this.hand.write(this.search, text);
    await expect(this.title).toHaveText(title);
    await this.look(`「${text}」 has been looked up`);
  }

  /** Goes to an entry of the list: the list is one stop of the Tab key, and the arrows lead through it. */
  async choose(title: string): Promise<void> {
    if (this.hand.name === 'keyboard') {
      const { keyboard } = this.page;
      const titles = await this.list.getByRole('option').allInnerTexts();
      for (const key of [
        'Escape',
        'ArrowDown',
        ...titles.slice(0, titles.indexOf(title)).map(() => 'ArrowDown'),
      ])
        await keyboard.press(key);
    } else {
      await this.hand.press(this.list.getByRole('option', { name: title, exact: true }));
    }
    await expect(this.title).toHaveText(title);
  }

  answer(insurer: string): Locator {
    return this.root
      .locator('.answer')
      .filter({ has: this.page.getByRole('radio', { name: insurer, exact: true }) });
  }

  button(name: string): Locator {
    return this.root.getByRole('button', { name, exact: true });
  }

  async look(step: string): Promise<void> {
    await this.#watch.look(this.page, step);
  }

  copied(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** What was on the paper that was printed last. */
  printed(): Promise<string> {
    return this.page.evaluate(() => document.body.dataset.printed ?? '');
  }
}

/** In the page: keeps what would be printed, and says that it has been. */
function keepPrints(): void {
  window.print = () => {
    const slip = document.querySelector('madoguchi-slip');
    document.body.dataset.printed = slip?.shadowRoot?.textContent ?? '(the whole page)';
    dispatchEvent(new Event('afterprint'));
  };
}

/** Playwright's `test` with somebody at the desk page, signed in. */
export const test = base.extend<{ readonly desk: DeskPage }, { readonly address: string }>({
  address: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is wanted from here
    async ({}, use) => {
      const { address, stop } = await startDesk();
      await use(address);
      await stop();
    },
    { scope: 'worker' },
  ],
  desk: async ({ page, hand, watch, address }, use) => {
    watch.allow(address);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: address });
    await page.addInitScript(keepPrints);
    await use(new DeskPage(page, HANDS[hand], watch, address));
  },
});

export { expect } from '@playwright/test';
