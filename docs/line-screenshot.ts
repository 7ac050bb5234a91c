import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';

const PROGRAM = join(import.meta.dirname, '../bin/line-emulator.ts');
const PORTS = { PORT: '18080', EMULATOR_PORT: '18090' } as const;

/** Plays a talk on LINE's emulator and takes a picture of the phone. */
export async function linePicture(browser: Browser, path: string): Promise<void> {
  const emulator = spawn(process.execPath, [PROGRAM], { env: { ...process.env, ...PORTS } });
  let said = '';
  emulator.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
  });
  while (!said.includes('使えるようになりました')) await once(emulator.stdout, 'data');
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 }, locale: 'ja-JP' });
  await page.goto(`http://127.0.0.1:${PORTS.EMULATOR_PORT}/`);
  const talk = page.getByRole('log');
  await page.getByRole('button', { name: 'メニュー ▾' }).click();
  await page.getByRole('textbox', { name: 'メッセージ' }).fill('資格確認書をなくしました');
  await page.getByRole('button', { name: '送信', exact: true }).click();
  await talk.getByRole('button', { name: '高崎市' }).click();
  await talk.getByText('出典').first().waitFor();
  await page.waitForTimeout(500);
  await page.getByRole('main').screenshot({ path });
  await page.close();
  emulator.kill('SIGTERM');
  await once(emulator, 'close');
}
