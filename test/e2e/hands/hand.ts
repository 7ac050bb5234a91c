import type { Locator } from '@playwright/test';

export type HandName = 'mouse' | 'keyboard' | 'touch';

/** A way to use a page; every journey is written against this and made with each. */
export interface Hand {
  readonly name: HandName;
  /** Presses a button, follows a link, opens a summary, ticks a box or takes a radio button. */
  press(target: Locator): Promise<void>;
  /** Replaces what stands in a field, all at once as an input method does. */
  write(field: Locator, text: string): Promise<void>;
  /** Takes an entry of a `<select>`. */
  select(list: Locator, label: string): Promise<void>;
  /** Sends what has been written into a field: by the button, or by Enter. */
  send(field: Locator, button: Locator): Promise<void>;
}

/** Puts a text in place of the focused field's own. */
export async function replace(field: Locator, text: string): Promise<void> {
  const keyboard = field.page().keyboard;
  if ((await field.inputValue()) !== '') await keyboard.press('ControlOrMeta+A');
  if (text === '') await keyboard.press('Backspace');
  else await keyboard.insertText(text);
}
