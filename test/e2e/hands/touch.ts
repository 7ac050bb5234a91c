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
  // A label belongs to what a finger can hit, as it does for a small radio button.
  const { width, height } = await target.evaluate((element: HTMLElement & Partial<HTMLInputElement>) =>
    (element.labels?.[0] ?? element).getBoundingClientRect().toJSON(),
  );
  const isLinkInText = await target.evaluate(
    (element) => element.localName === 'a' && getComputedStyle(element).display === 'inline',
  );
  if (!isLinkInText) {
    expect(Math.min(width, height), `${target} can be hit with a finger`).toBeGreaterThanOrEqual(FINGER);
  }
  await target.tap();
}
