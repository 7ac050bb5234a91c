/** How Debian's Chromium is started, in the tests, for the pictures and for measuring: it looks for nothing on the network. */
export const CHROMIUM = {
  executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
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
