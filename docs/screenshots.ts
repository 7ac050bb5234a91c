// npm run screenshots: the chat page and the talk on LINE as a resident sees them, written to docs/images. Needs Debian's chromium.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';

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

/** Plays a talk on LINE's emulator and takes a picture of the phone. */
async function linePicture(name: string): Promise<void> {
  const emulator = spawn(process.execPath, [join(ROOT, 'bin/line-emulator.ts')], {
    env: { ...process.env, PORT: '18080', EMULATOR_PORT: '18090' },
  });
  let said = '';
  emulator.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
  });
  while (!said.includes('使えるようになりました')) await once(emulator.stdout, 'data');
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 }, locale: 'ja-JP' });
  await page.goto('http://127.0.0.1:18090/');
  const talk = page.getByRole('log');
  await page.getByRole('button', { name: 'メニュー ▾' }).click();
  await page.getByRole('textbox', { name: 'メッセージ' }).fill('資格確認書をなくしました');
  await page.getByRole('button', { name: '送信', exact: true }).click();
  await talk.getByRole('button', { name: '高崎市' }).click();
  await talk.getByText('出典').first().waitFor();
  await page.waitForTimeout(500);
  await page.getByRole('main').screenshot({ path: join(OUT, `${name}.png`) });
  await page.close();
  emulator.kill('SIGTERM');
  await once(emulator, 'close');
}

try {
  await linePicture('line');
  await picture('date', 1100, 860, 'light', ['高崎市です', '資格確認書の有効期限は?', '昭和31年11月1日']);
  await picture('narrow', 320, 640, 'light', ['夫のDVから避難しています。支援措置を受けています']);
  await picture('dark', 420, 760, 'dark', ['赤穂市です', '電子証明書の期限はいつまで?']);
} finally {
  await browser.close();
  server.kill('SIGTERM');
}
