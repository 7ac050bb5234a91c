import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';

declare global {
  interface Window {
    /** In a page that was looked at. */
    axe?: typeof axe;
  }
}

/** Evaluated by the debugger, so that a page's security policy does not matter. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const OPTIONS: axe.RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
  // Whether style sheets of other origins can be read is no matter here, and to try breaks the city's policy.
  preload: false,
};

/** What was found in pages that looked like this; journeys pass through the same first states again and again. */
const known = new Map<string, readonly string[]>();

/** Every finding of axe in the page, or in a part of it; shadow trees included. */
export async function axeFindings(page: Page, part = 'html'): Promise<readonly string[]> {
  const state = `${part} ${await page.evaluate(readState)}`;
  const before = known.get(state);
  if (before) return before;
  if (await page.evaluate(() => window.axe === undefined)) await page.evaluate(AXE);
  const { violations } = await page.evaluate(([context, options]) => window.axe!.run(context, options), [
    part,
    OPTIONS,
  ] as const);
  const findings = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)}\n${failureSummary}`),
  );
  known.set(state, findings);
  return findings;
}

/** In the page: all that its look depends on. */
function readState(): string {
  const markup = (root: Document | ShadowRoot): string =>
    [
      root instanceof ShadowRoot ? root.innerHTML : root.documentElement.outerHTML,
      ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? markup(shadowRoot) : [])),
    ].join('\n');
  const media = ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)'];
  return [
    location.href,
    innerWidth,
    innerHeight,
    scrollY,
    getComputedStyle(document.documentElement).fontSize,
    ...media.map((query) => matchMedia(query).matches),
    // Lit's comments hold random digits.
    markup(document).replace(/<!--.*?-->/g, ''),
  ].join('\n');
}
