import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** Every finding of axe in the page, or in a part of it; shadow trees included. */
export async function axeFindings(page: Page, part?: string): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page });
  if (part !== undefined) axe.include(part);
  const { violations } = await axe
    .withTags(TAGS)
    // Whether style sheets of other origins can be read is no matter here, and to try breaks the city's policy.
    .options({ preload: false })
    // One frame is all there is; so axe opens no page of its own.
    .setLegacyMode()
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)}\n${failureSummary}`),
  );
}
