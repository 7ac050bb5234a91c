import { expect, type Locator, type Page } from '@playwright/test';
import { type Hand, replace } from './hand.ts';

/** More stops than any page of ours has; who has not arrived by then never will. */
const MOST_STOPS = 150;

/** A keyboard alone: Tab, Shift+Tab, arrows, Enter, Space and Escape. */
export const keyboard: Hand = {
  name: 'keyboard',
  async press(target) {
    await reach(target);
    const kind = await target.evaluate((element) =>
      element instanceof HTMLInputElement ? element.type : 'button',
    );
    if (kind === 'radio') await takeRadio(target);
    else await target.page().keyboard.press(kind === 'checkbox' ? 'Space' : 'Enter');
  },
  async write(field, text) {
    await reach(field);
    await replace(field, text);
  },
  async select(list, label) {
    await reach(list);
    const keys = list.page().keyboard;
    const labels = await list.locator('option').allTextContents();
    const place = labels.findIndex((text) => text.trim() === label);
    expect(place, `「${label}」 is in the list`).not.toBe(-1);
    await keys.press('Home');
    for (let step = 0; step < place; step += 1) await keys.press('ArrowDown');
  },
  async send(field) {
    await reach(field);
    await field.page().keyboard.press('Enter');
  },
};

/** Tabs to the target the shorter way, looking at every stop whether the focus can be seen. */
async function reach(target: Locator): Promise<void> {
  const page = target.page();
  await target.waitFor();
  if (await isFocused(target)) return;
  const key = (await isBehind(target)) ? 'Shift+Tab' : 'Tab';
  const stops: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press(key);
    stops.push(await seenFocus(page));
    if (await isFocused(target)) return;
  }
  throw new Error(`${target} was not reached with ${key}. The focus went to:\n${stops.join('\n')}`);
}

/** Arrows until the radio button is taken; Tab reaches only one of its group. */
async function takeRadio(target: Locator): Promise<void> {
  const keys = target.page().keyboard;
  if (await target.isChecked()) return keys.press('Space');
  for (let step = 0; step < 20; step += 1) {
    await keys.press('ArrowDown');
    if (await target.isChecked()) return;
  }
  throw new Error(`${target} was not reached with the arrows`);
}

/** Whether the focus is on the target; for a radio button, on its group. */
function isFocused(target: Locator): Promise<boolean> {
  return target.evaluate((element) => {
    const { activeElement } = element.getRootNode() as Document | ShadowRoot;
    if (activeElement === element) return true;
    const isRadio = (one: Element | null): one is HTMLInputElement =>
      one instanceof HTMLInputElement && one.type === 'radio';
    return isRadio(element) && isRadio(activeElement) && element.name === activeElement.name;
  });
}

/** Whether the target stands before the focus, in the order in which the page is read. */
function isBehind(target: Locator): Promise<boolean> {
  return target.evaluate((element) => {
    const hosts = (node: Node | null): readonly Node[] => {
      if (node === null) return [];
      const root = node.getRootNode();
      return root instanceof ShadowRoot ? [...hosts(root.host), node] : [node];
    };
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    if (active === null || active === document.body) return false;
    const [mine, focused] = [hosts(element), hosts(active)];
    const place = mine.findIndex((node, index) => node !== focused[index]);
    const [a, b] = [mine[place], focused[place]];
    if (!a || !b) return false;
    return (b.compareDocumentPosition(a) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
  });
}

/** Says what is focused, and fails where a sighted resident could not tell: nothing marks it, or it is out of view. */
async function seenFocus(page: Page): Promise<string> {
  const focus = await page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    if (!active || active === document.body || active === document.documentElement) return null;
    const name =
      active.getAttribute('aria-label') ??
      ((active as HTMLInputElement).labels?.[0]?.textContent || active.textContent) ??
      '';
    // The mark may be drawn around a small box's label or its neighbour.
    const near = [active, active.parentElement, active.nextElementSibling];
    const isMarked = near.some((element) => {
      if (!element) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    });
    const { top, bottom, left, right } = active.getBoundingClientRect();
    const isInView = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
    const text = name.trim().replace(/\s+/g, ' ').slice(0, 40);
    return { description: `  ${active.localName}「${text}」`, isMarked, isInView };
  });
  if (focus === null) return '  (nothing in the page)';
  expect(focus.isMarked, `the focus can be seen on${focus.description}`).toBe(true);
  expect(focus.isInView, `the focus is in view on${focus.description}`).toBe(true);
  return focus.description;
}
