import { test as base } from '@playwright/test';
import { HANDS, type HandName } from './hands/index.ts';
import { Resident } from './resident.ts';
import { places } from './support/places.ts';
import { Watch } from './watches/watch.ts';

interface Given {
  /** How the page is used; set by the project. */
  readonly hand: HandName;
  /** Looks on; its demands are checked when the journey ends. */
  readonly watch: Watch;
  /** Somebody in front of an empty page. */
  readonly resident: Resident;
}

/** Playwright's `test` with a resident and a watch over every journey. */
export const test = base.extend<Given>({
  hand: ['mouse', { option: true }],
  watch: [
    async ({ context }, use) => {
      const watch = new Watch(context, [places.bot, places.city, places.stranger]);
      await watch.begin();
      await use(watch);
      await watch.end();
    },
    { auto: true },
  ],
  resident: async ({ page, hand, watch }, use) => use(new Resident(page, HANDS[hand], watch)),
});

export { expect } from '@playwright/test';
