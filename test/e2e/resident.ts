import { expect, type Locator, type Page } from '@playwright/test';
import { Chat, type DateQuestion } from './chat.ts';
import type { Hand } from './hands/index.ts';
import { places } from './support/places.ts';
import { WORDS } from './words.ts';

/** Whoever looks on while a page is used. */
export interface Onlooker {
  look(page: Page, step: string): Promise<void>;
  keepSecret(date: string): void;
}

/** A date as somebody gives it in four fields, all of them in their own way of writing. */
export interface GivenDate {
  readonly era: string;
  readonly year: string;
  readonly month: string;
  readonly day: string;
  /** Which day that is; no request may tell it. */
  readonly is: string;
}

/** Somebody who uses the chat in one way; every act waits for what it brings, and is looked at. */
export class Resident {
  readonly page: Page;
  readonly hand: Hand;
  readonly chat: Chat;
  readonly #onlooker: Onlooker;

  constructor(page: Page, hand: Hand, onlooker: Onlooker) {
    this.page = page;
    this.hand = hand;
    this.chat = new Chat(page);
    this.#onlooker = onlooker;
  }

  /** Comes to a page; the city's own where none is named. */
  async visit(url = `${places.bot}/`): Promise<void> {
    await this.page.goto(url);
    await this.look('the page has come');
  }

  /** Opens the chat; the focus is then where the question goes. */
  async open(): Promise<void> {
    await this.hand.press(this.chat.launcher);
    await this.chat.field.waitFor();
    await expect(this.chat.field, 'who opens the chat wants to ask').toBeFocused();
    await this.look('the chat is open');
  }

  /** Comes to the city's page and opens the chat there, as somebody insured by `insurer`. */
  async begin(insurer?: string): Promise<void> {
    await this.visit();
    await this.open();
    if (insurer !== undefined) await this.belongTo(insurer);
  }

  async belongTo(insurer: string): Promise<void> {
    await this.hand.select(this.chat.talk.getByLabel(WORDS.insurer), insurer);
  }

  async close(): Promise<void> {
    if (this.hand.name === 'keyboard') await this.page.keyboard.press('Escape');
    else await this.hand.press(this.chat.button(WORDS.close));
    await expect(this.chat.field).toBeHidden();
    await expect(this.chat.launcher, 'who closes the chat is where it was opened').toBeFocused();
  }

  /** Sends a text without waiting for the answer. */
  async say(text: string): Promise<void> {
    await this.hand.write(this.chat.field, text);
    await this.hand.send(this.chat.field, this.chat.send);
  }

  /** Asks, and waits for the answer. */
  async ask(text: string): Promise<Locator> {
    return this.#answered(text, () => this.say(text));
  }

  /** Presses a button of the latest answer that asks for more. */
  async choose(name: string | RegExp): Promise<Locator> {
    const target = this.chat.latest.getByRole('button', { name });
    return this.#answered(`「${name}」`, () => this.press(target));
  }

  /** Presses something that brings no answer of the bot. */
  async press(target: Locator): Promise<void> {
    await this.hand.press(target);
  }

  /** Gives a date in its four fields. */
  async give(question: DateQuestion, { era, year, month, day, is }: GivenDate): Promise<void> {
    this.#onlooker.keepSecret(is);
    await this.hand.select(question.era, era);
    await this.hand.write(question.part('年'), year);
    await this.hand.write(question.part('月'), month);
    await this.hand.write(question.part('日'), day);
    await this.hand.press(question.goOn);
  }

  /** Chooses something behind 「表示」: a language, a switch or an action. */
  async display(role: 'radio' | 'checkbox' | 'switch' | 'button', name: string | RegExp): Promise<void> {
    const target = this.chat.talk.getByRole(role, { name, exact: true });
    if (!(await target.isVisible())) await this.press(this.chat.display);
    await this.press(target);
    await this.look(`「${name}」`);
    if (await target.isVisible()) await this.press(this.chat.display);
  }

  async look(step: string): Promise<void> {
    await this.#onlooker.look(this.page, step);
  }

  async #answered(step: string, act: () => Promise<void>): Promise<Locator> {
    const before = await this.chat.replies.count();
    await act();
    await expect(this.chat.replies, `an answer comes to: ${step}`).toHaveCount(before + 1);
    await this.look(step);
    return this.chat.replies.nth(before);
  }
}
