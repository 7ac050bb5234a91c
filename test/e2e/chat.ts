import type { Locator, Page } from '@playwright/test';
import { WORDS } from './words.ts';

/** The widget on a page, as a resident finds things in it: by their role and their words. */
export class Chat {
  readonly page: Page;
  readonly host: Locator;
  readonly launcher: Locator;
  readonly talk: Locator;
  readonly log: Locator;
  readonly field: Locator;
  readonly send: Locator;
  readonly suggestions: Locator;
  /** Answers of the bot, the greeting aside. */
  readonly replies: Locator;
  readonly ownLines: Locator;
  readonly leave: Locator;
  /** Opens and shuts what is behind 「表示」. */
  readonly display: Locator;

  constructor(page: Page) {
    this.page = page;
    this.host = page.locator('madoguchi-chat');
    this.talk = page.locator('madoguchi-talk');
    this.launcher = this.host.getByRole('button', { name: WORDS.launcher });
    this.log = this.talk.getByRole('log');
    this.field = this.talk.getByRole('combobox', { name: WORDS.field });
    this.send = this.talk.getByRole('button', { name: WORDS.send });
    this.suggestions = this.talk.getByRole('listbox', { name: WORDS.suggestions }).getByRole('option');
    this.replies = this.talk.locator('.bot.reply');
    this.ownLines = this.talk.locator('.own[data-line]');
    this.display = this.talk.getByRole('button', { name: WORDS.display.open });
    this.leave = this.talk.getByRole('button', { name: WORDS.leave });
  }

  /** What the talk says about itself: that it waits, goes on, has copied. It is also said aloud, out of sight. */
  status(text: RegExp): Locator {
    return this.talk.getByText(text).filter({ visible: true }).first();
  }

  get latest(): Locator {
    return this.replies.last();
  }

  get date(): DateQuestion {
    return new DateQuestion(this.talk.locator('madoguchi-date-question').last());
  }

  button(name: string | RegExp): Locator {
    return this.talk.getByRole('button', { name });
  }
}

/** A date question, in the talk or on /calculator. */
export class DateQuestion {
  readonly root: Locator;
  readonly era: Locator;
  readonly goOn: Locator;
  readonly unknown: Locator;
  readonly again: Locator;
  /** The date that was worked out, in the Japanese calendar. */
  readonly answer: Locator;
  readonly timeline: Locator;
  readonly calendar: Locator;
  readonly slip: Locator;

  constructor(root: Locator) {
    this.root = root;
    this.era = root.getByRole('combobox', { name: '年号' });
    this.goOn = root.getByRole('button', { name: WORDS.date.goOn });
    this.unknown = root.getByRole('button', { name: WORDS.date.unknown });
    this.again = root.getByRole('button', { name: WORDS.date.again });
    this.answer = root.locator('p.answer');
    this.timeline = root.getByRole('img');
    this.calendar = root.getByRole('button', { name: WORDS.date.calendar });
    this.slip = root.getByRole('button', { name: WORDS.date.slip });
  }

  part(name: '年' | '月' | '日'): Locator {
    return this.root.getByRole('textbox', { name, exact: true });
  }
}
