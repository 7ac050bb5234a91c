// npm run screenshots: the chat on a city's page, the calculator, the talk on LINE and the pages for staff, written to docs/images. Needs chromium.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { DateQuestion } from '../test/e2e/chat.ts';
import { DATE_CASES } from '../test/e2e/dates.ts';
import { HANDS } from '../test/e2e/hands/index.ts';
import { Resident } from '../test/e2e/resident.ts';
import { MORNING, startBot } from '../test/e2e/support/bot.ts';
import { CHROMIUM } from '../test/e2e/support/chromium.ts';
import { type City, startCity } from '../test/e2e/support/city.ts';
import { watchPage } from '../test/e2e/watches/in-page.ts';
import { WORDS } from '../test/e2e/words.ts';
import { linePicture } from './line-screenshot.ts';
import { staffPictures } from './staff-screenshots.ts';

const OUT = join(import.meta.dirname, 'images');
const PANEL = { width: 460, height: 760 };
const PAGE = { width: 880, height: 640 };
const NOBODY = { look: async () => undefined, keepSecret: () => undefined };
const LOST = '資格確認書をなくしました';

/** A state of the pages: how large and how lit it is looked at, and how a resident comes there. */
interface Picture {
  readonly name: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly isDark?: true;
  readonly play: (resident: Resident, places: Places) => Promise<unknown>;
}

interface Places {
  readonly bot: string;
  readonly city: City;
}

/** Opens the chat on the demo page, as somebody insured by `insurer`. */
async function begin(resident: Resident, { bot }: Places, insurer = '高崎市'): Promise<void> {
  await resident.visit(`${bot}/`);
  await resident.open();
  await resident.belongTo(insurer);
}

async function workOut(resident: Resident, question: DateQuestion): Promise<void> {
  await resident.give(question, DATE_CASES[0]!.dates[0]!);
  await question.timeline.waitFor();
}

const PICTURES: readonly Picture[] = [
  { name: 'closed', viewport: PAGE, play: (resident, { bot }) => resident.visit(`${bot}/`) },
  { name: 'greeting', viewport: PAGE, play: (resident, places) => begin(resident, places) },
  {
    name: 'answer',
    viewport: PANEL,
    async play(resident, places) {
      await begin(resident, places);
      const answer = await resident.ask(LOST);
      await answer.locator('summary').filter({ hasText: WORDS.answer.sources }).click();
    },
  },
  {
    name: 'date',
    viewport: PANEL,
    async play(resident, places) {
      await begin(resident, places);
      await resident.ask('資格確認書の有効期限は?');
      await workOut(resident, resident.chat.date);
      const heading = resident.chat.date.root.getByRole('heading').first();
      await heading.evaluate((element) => element.scrollIntoView({ block: 'start' }));
    },
  },
  {
    name: 'violence',
    viewport: PANEL,
    async play(resident, places) {
      await begin(resident, places);
      await resident.ask('夫のDVから避難しています。支援措置を受けています');
    },
  },
  {
    name: 'english',
    viewport: PANEL,
    async play(resident, places) {
      await resident.visit(`${places.bot}/`);
      await resident.open();
      await resident.display('radio', WORDS.display.english);
      await resident.belongTo('Takasaki City');
      await resident.ask('I lost my eligibility certificate');
    },
  },
  {
    name: 'furigana',
    viewport: PANEL,
    async play(resident, places) {
      await begin(resident, places);
      await resident.display('checkbox', WORDS.display.furigana);
      await resident.ask(LOST);
    },
  },
  {
    name: 'narrow',
    viewport: { width: 320, height: 640 },
    async play(resident, places) {
      await begin(resident, places, '赤穂市');
      await resident.ask('電子証明書の期限はいつまで?');
    },
  },
  {
    name: 'dark',
    viewport: PANEL,
    isDark: true,
    async play(resident, places) {
      await begin(resident, places, '小林市');
      await resident.ask('マイナ保険証の登録を解除したい');
    },
  },
  {
    name: 'calculator',
    viewport: { width: 720, height: 900 },
    async play(resident, { bot }) {
      await resident.visit(`${bot}/calculator?rule=certificate-validity&insurer=takasaki`);
      await workOut(resident, new DateQuestion(resident.page.locator('madoguchi-calculator')));
    },
  },
  { name: 'embed', viewport: PAGE, play: (resident, { bot }) => resident.visit(`${bot}/embed`) },
  {
    name: 'hostile',
    viewport: PAGE,
    async play(resident, { city }) {
      await resident.visit(`${city.origin}/reset.html`);
      await resident.open();
      await resident.ask(LOST);
    },
  },
];

async function take(
  browser: Browser,
  { name, viewport, isDark, play }: Picture,
  places: Places,
): Promise<void> {
  const context = await browser.newContext({
    viewport,
    colorScheme: isDark ? 'dark' : 'light',
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    reducedMotion: 'reduce',
  });
  await context.addInitScript(watchPage, MORNING);
  const page: Page = await context.newPage();
  await play(new Resident(page, HANDS.mouse, NOBODY), places);
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(OUT, `${name}.png`), animations: 'disabled' });
  await context.close();
}

let address = '';
const city = await startCity(() => address);
const bot = await startBot({ ALLOWED_ORIGINS: city.origin });
address = bot.address;
const browser = await chromium.launch(CHROMIUM);
try {
  await mkdir(OUT, { recursive: true });
  for (const picture of PICTURES) await take(browser, picture, { bot: address, city });
  await linePicture(browser, join(OUT, 'line.png'));
  await staffPictures(browser, OUT);
} finally {
  await browser.close();
  await Promise.all([bot.stop(), city.stop()]);
}
