import { defineConfig } from '@playwright/test';
import type { HandName } from './test/e2e/hands/hand.ts';
import { CHROMIUM } from './test/e2e/support/chromium.ts';

/** No matter of the hand: the whole loop between residents and staff, what a network does to the desk, what is only looked at. Made by mouse. */
const ONCE = [
  '**/newcomer.e2e.ts',
  '**/staff/editing.e2e.ts',
  '**/staff/preview.e2e.ts',
  '**/staff/publishing.e2e.ts',
  '**/staff/troubles.e2e.ts',
];
/** The desk's own keys, which a mouse does not have. */
const KEYS = '**/staff/keys.e2e.ts';

/** The tests in a real browser: `npm run test:e2e`. Each journey is made three times, by mouse, by keyboard alone and by touch. */
// biome-ignore lint/style/noDefaultExport: Playwright reads its configuration from the default export
export default defineConfig<{ hand: HandName }>({
  testDir: 'test/e2e',
  testMatch: '**/*.e2e.ts',
  globalSetup: './test/e2e/support/setup.ts',
  outputDir: '.cache/e2e',
  workers: 2,
  fullyParallel: true,
  // A journey that succeeds only now and then has a fault, in the widget or in itself.
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['list', { printSteps: false }]],
  use: {
    launchOptions: CHROMIUM,
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    // A trace slows every journey down; `-- --trace retain-on-failure` brings them where something fails.
    screenshot: 'only-on-failure',
    actionTimeout: 10_000,
  },
  projects: [
    { name: 'mouse', testIgnore: KEYS, use: { hand: 'mouse', viewport: { width: 1100, height: 800 } } },
    {
      name: 'keyboard',
      // A resident abroad: what is today is asked in Japan all the same.
      testIgnore: ONCE,
      use: { hand: 'keyboard', viewport: { width: 1100, height: 800 }, timezoneId: 'America/Los_Angeles' },
    },
    {
      name: 'touch320',
      use: { hand: 'touch', viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true },
      testIgnore: [...ONCE, KEYS],
      // A telephone has no Esc key.
      grepInvert: /@keys/,
    },
  ],
});
