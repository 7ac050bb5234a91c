// npm run screenshots: the chat page as a resident sees it, written to docs/images. Needs Debian's chromium.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const ROOT = join(import.meta.dirname, '..');
const OUT = join(ROOT, 'docs/images');
const ADDRESS = /^窓口.* (http:\S+)$/m;
const CHROMIUM = {
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ],
};

const server = spawn(process.execPath, [join(ROOT, 'bin/madoguchi.js'), 'serve'], {
  env: { ...process.env, PORT: '0' },
});
let log = '';
server.stdout.setEncoding('utf8').on('data', (chunk: string) => {
  log += chunk;
});
while (!ADDRESS.test(log)) await once(server.stdout, 'data');
const address = ADDRESS.exec(log)![1]!;
await mkdir(OUT, { recursive: true });
const browser = await chromium.launch(CHROMIUM);

/** Plays a talk on the page and takes its picture. */
async function picture(
  name: string,
  width: number,
  height: number,
  scheme: 'light' | 'dark',
  texts: readonly string[],
): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme, locale: 'ja-JP' });
  await page.goto(address);
  const field = page.getByRole('combobox', { name: /質問|入力/ }).last();
  for (const text of texts) {
    await field.fill(text);
    await field.press('Escape');
    const replies = await page.locator('madoguchi-chat').locator('[data-from=bot], .bot').count();
    await field.press('Enter');
    await page
      .waitForFunction(
        (before) =>
          (document.querySelector('madoguchi-chat')?.shadowRoot?.querySelectorAll('.bot').length ?? 0) >
          before,
        replies,
        { timeout: 10_000 },
      )
      .catch(() => undefined);
  }
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(OUT, `${name}.png`) });
  await page.close();
}

try {
  await picture('date', 1100, 860, 'light', ['高崎市です', '資格確認書の有効期限は?', '昭和31年11月1日']);
  await picture('narrow', 320, 640, 'light', ['夫のDVから避難しています。支援措置を受けています']);
  await picture('dark', 420, 760, 'dark', ['赤穂市です', '電子証明書の期限はいつまで?']);
} finally {
  await browser.close();
  server.kill('SIGTERM');
}
