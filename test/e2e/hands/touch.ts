import { expect, type Locator } from '@playwright/test';
import { type Hand, replace } from './hand.ts';

/** The smallest side of anything to be touched, in CSS pixels. */
export const FINGER = 44;

/** A finger, on a small telephone. */
export const touch: Hand = {
  name: 'touch',
  press: tap,
  async write(field, text) {
    await tap(field);
    await replace(field, text);
  },
  async select(list, label) {
    await list.scrollIntoViewIfNeeded();
    await list.selectOption({ label });
  },
  send: (_field, button) => tap(button),
};

async function tap(target: Locator): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  // The label of a small radio button can be hit as well.
  const side = await target.evaluate((element: HTMLElement & Partial<HTMLInputElement>) => {
    const sides = [element, ...(element.labels ?? [])].map((part) => {
      const { width, height } = part.getBoundingClientRect();
      return Math.min(width, height);
    });
    return Math.max(...sides);
  });
  const isLinkInText = await target.evaluate(
    (element) => element.localName === 'a' && getComputedStyle(element).display === 'inline',
  );
  if (!isLinkInText) {
    expect(side, `${target} can be hit with a finger`).toBeGreaterThanOrEqual(FINGER);
  }
  await target.tap();
}
