import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** Fails with every finding of axe in the page, or in a part of it; shadow trees included. */
export async function expectAccessible(page: Page, step: string, part?: string): Promise<void> {
  const axe = new AxeBuilder({ page });
  if (part !== undefined) axe.include(part);
  const { violations } = await axe
    .withTags(TAGS)
    // Whether style sheets of other origins can be read is no matter here, and to try breaks the city's policy.
    .options({ preload: false })
    // One frame is all there is; so axe opens no page of its own.
    .setLegacyMode()
    .analyze();
  const findings = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)}\n${failureSummary}`),
  );
  expect.soft(findings, `axe finds nothing after: ${step}`).toEqual([]);
}
