import { type Hand, replace } from './hand.ts';

/** A mouse, and a keyboard for writing only. */
export const mouse: Hand = {
  name: 'mouse',
  press: (target) => target.click(),
  async write(field, text) {
    await field.click();
    await replace(field, text);
  },
  async select(list, label) {
    await list.selectOption({ label });
  },
  send: (_field, button) => button.click(),
};
