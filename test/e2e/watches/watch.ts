import { type BrowserContext, expect, type Page, type Request } from '@playwright/test';
import { type IsoDate, isoDate } from '../../../src/text/index.ts';
import { MORNING } from '../support/bot.ts';
import { axeFindings } from './accessibility.ts';
import { watchPage } from './in-page.ts';
import { readText, textFindings } from './texts.ts';
import { tells, textsOf } from './written-dates.ts';

/** A request to the bot's API that the page made. */
export interface Sent {
  readonly url: string;
  readonly method: string;
  readonly body: string | null;
  readonly key: string | null;
}

/** Looks on while a resident uses a page, and holds what must be true of every journey. */
export class Watch {
  /** Requests in the order in which they were made. */
  readonly sent: Sent[] = [];
  /** Off for pages whose own content moves, as the calculator's does; for the widget on a page it stays on. */
  holdsPageStill = true;
  /** On where a page spoils itself: then only the widget upon it is looked at. */
  ignoresHostPage = false;
  readonly #context: BrowserContext;
  readonly #pages = new Set<Page>();
  readonly #troubles: string[] = [];
  readonly #secrets: IsoDate[] = [];
  readonly #origins: Set<string>;
  readonly #expected: RegExp[] = [];
  /** Findings that have been told once. */
  readonly #known = new Set<string>();

  constructor(context: BrowserContext, origins: readonly string[]) {
    this.#context = context;
    this.#origins = new Set(origins);
    context.on('page', (page) => this.#join(page));
    context.on('request', (request) => this.#note(request));
  }

  /** Must come before the first page is opened. */
  async begin(): Promise<void> {
    await this.#context.addInitScript(watchPage, MORNING);
  }

  /** No request may tell this date, in whatever form it is typed. */
  keepSecret(date: string): void {
    this.#secrets.push(isoDate(date)!);
  }

  /** The journey leads to another site. */
  allow(origin: string): void {
    this.#origins.add(origin);
  }

  /** The journey itself makes trouble that a browser reports in its console. */
  expectTrouble(pattern: RegExp): void {
    this.#expected.push(pattern);
  }

  /** Messages that were sent to the bot, the same one again included. */
  get messages(): readonly Sent[] {
    return this.sent.filter(({ url, method }) => method === 'POST' && url.endsWith('/api/messages'));
  }

  /** What must be true after every step. */
  async look(page: Page, step: string): Promise<void> {
    const { texts, overflow } = await readText(page);
    const isCut = overflow > 0 && !this.ignoresHostPage;
    const findings = [
      ...(await axeFindings(page, this.ignoresHostPage ? 'madoguchi-chat' : undefined)),
      ...textFindings(texts),
      ...(isCut ? [`${overflow} px are cut off sideways`] : []),
    ];
    const found = findings.filter((finding) => !this.#known.has(finding));
    for (const finding of found) this.#known.add(finding);
    expect.soft(found, `there is nothing to find after: ${step}`).toEqual([]);
  }

  /** What must be true of the journey as a whole. */
  async end(): Promise<void> {
    const expected = (text: string) => this.#expected.some((pattern) => pattern.test(text));
    expect
      .soft(
        this.#troubles.filter((text) => !expected(text)),
        'the console stays silent',
      )
      .toEqual([]);
    expect.soft(this.#foreign(), 'nothing is loaded from elsewhere').toEqual([]);
    expect.soft(this.#told(), 'no request tells a date that is secret').toEqual([]);
    expect.soft(await this.#context.cookies(), 'no cookie is set').toEqual([]);
    for (const page of this.#pages) await this.#checkPage(page);
  }

  async #checkPage(page: Page): Promise<void> {
    if (page.isClosed() || !/^http/.test(page.url())) return;
    const kept = await page.evaluate(() => Object.keys({ ...localStorage }));
    expect.soft(kept, 'nothing is kept beyond the tab').toEqual([]);
    if (!this.holdsPageStill) return;
    const moved = await page.evaluate(() => window.watchedShifts.filter((shift) => shift.moved.length > 0));
    expect.soft(moved, 'nothing of the host page moves').toEqual([]);
  }

  #join(page: Page): void {
    this.#pages.add(page);
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.#troubles.push(message.text());
    });
    page.on('pageerror', (error) => this.#troubles.push(error.message));
  }

  #note(request: Request): void {
    this.sent.push({
      url: request.url(),
      method: request.method(),
      body: request.postData(),
      key: request.headers()['idempotency-key'] ?? null,
    });
  }

  #foreign(): readonly string[] {
    const isOurs = (url: string) => /^(about|data|blob):/.test(url) || this.#origins.has(new URL(url).origin);
    return this.sent.map(({ url }) => url).filter((url) => !isOurs(url));
  }

  #told(): readonly string[] {
    return this.sent.flatMap(({ url, body }) => {
      const texts = /^https?:/.test(url) ? textsOf(url, body) : [];
      const tale = this.#secrets.find((date) => texts.some((text) => tells(text, date)));
      return tale === undefined ? [] : [`${tale} in ${url} ${body}`];
    });
  }
}
