import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Role } from '../../../src/staff/index.ts';
import { type Bot, startBot } from './bot.ts';

const PROGRAM = join(import.meta.dirname, '../../../bin/madoguchi.js');
const PASSWORD = 'correct horse battery';

/** A bot with a database of its own and accounts for staff. */
export interface StaffBot extends Bot {
  /** Opens a page of the staff's, signing in as somebody who has an account. */
  signIn(page: Page, name: string, path: string): Promise<void>;
}

/** Starts the real bot for these people. */
export async function startStaffBot(accounts: Readonly<Record<string, Role>>): Promise<StaffBot> {
  const folder = await mkdtemp(join(tmpdir(), 'madoguchi-staff-'));
  const env = { DATABASE_URL: `file:${join(folder, 'madoguchi.db')}` };
  for (const [name, role] of Object.entries(accounts)) {
    const add = ['staff', 'add', name, '--role', role, '--password-stdin'];
    execFileSync(process.execPath, [PROGRAM, ...add], { env: { ...process.env, ...env }, input: PASSWORD });
  }
  const bot = await startBot(env);
  return {
    address: bot.address,
    signIn: async (page, name, path) => {
      await page.goto(`${bot.address}${path}`);
      await page.getByLabel('名前').fill(name);
      await page.getByLabel('パスワード').fill(PASSWORD);
      await page.getByRole('button', { name: 'サインイン' }).click();
      await page.waitForURL(`${bot.address}${path}`);
    },
    stop: async () => {
      await bot.stop();
      await rm(folder, { recursive: true });
    },
  };
}
