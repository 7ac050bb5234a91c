// npm run bench:web: how soon the launcher is there on a slow machine, what is loaded when, and Lighthouse's scores. Needs chromium.
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { startBot } from '../../test/e2e/support/bot.ts';
import { CHROMIUM } from '../../test/e2e/support/chromium.ts';
import { closure } from './chunks.ts';
import { type Launching, launcher } from './launcher.ts';
import { lighthouse } from './lighthouse.ts';
import { sizes } from './sizes.ts';

const DIST = join(import.meta.dirname, '../../dist');

const print = (text: string) => process.stdout.write(`${text}\n`);
const row = (name: string, { median, worst, shift }: Launching) =>
  `| ${name} | ${median.toFixed(1)} | ${worst.toFixed(1)} | ${shift.toFixed(4)} |`;

print('| loaded | kB, gzip -9 |\n| --- | --- |');
for (const [what, bytes] of sizes(DIST)) print(`| ${what} | ${(bytes / 1000).toFixed(1)} |`);

const bot = await startBot();
try {
  const browser = await chromium.launch(CHROMIUM);
  const { widget, bare } = await launcher(browser, bot.address, closure(DIST, 'widget.js')).finally(() =>
    browser.close(),
  );
  print('\n| from script to launcher, CPU 4 times slower | median ms | worst ms | layout shift |');
  print('| --- | --- | --- | --- |');
  print(row('widget.js', widget));
  print(row('a bare button', bare));
  print(
    `| ratio | ${(widget.median / bare.median).toFixed(2)} | ${(widget.worst / bare.worst).toFixed(2)} | |`,
  );

  const scores = await lighthouse(`${bot.address}/`);
  print(
    scores === undefined
      ? '\nLighthouse is not to be had here.'
      : `\nLighthouse of /: accessibility ${scores.accessibility}, performance ${scores.performance}`,
  );
} finally {
  await bot.stop();
}
