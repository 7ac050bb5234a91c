import { existsSync } from 'node:fs';

/** Debian has Chromium without its windows too, which starts and works faster. */
const HEADLESS_SHELL = '/usr/bin/chromium-headless-shell';
const INSTALLED = existsSync(HEADLESS_SHELL) ? HEADLESS_SHELL : '/usr/bin/chromium';

/** How Debian's Chromium is started, in the tests, for the pictures and for measuring: it looks for nothing on the network. */
export const CHROMIUM = {
  executablePath: process.env.CHROMIUM_PATH || INSTALLED,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    // Letters look alike on every machine.
    '--font-render-hinting=none',
  ],
};
