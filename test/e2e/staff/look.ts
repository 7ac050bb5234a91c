import { expect, type Page } from '@playwright/test';
import { axeFindings } from '../watches/accessibility.ts';

/** axe finds nothing, and nothing stands beyond the edge of the page. */
export async function look(page: Page): Promise<void> {
  expect(await axeFindings(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}
