import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { startBot } from './bot.ts';
import { startCity } from './city.ts';

const PROGRAM = join(import.meta.dirname, '../../../bin/madoguchi.js');

/** One bot for all journeys, a city that may use it, and one that may not; returns what ends them. */
// biome-ignore lint/style/noDefaultExport: Playwright takes it so
export default async function setup(): Promise<() => Promise<void>> {
  execFileSync(process.execPath, [PROGRAM, 'build'], { stdio: 'inherit' });
  let address = '';
  const [city, stranger] = await Promise.all([startCity(() => address), startCity(() => address)]);
  const bot = await startBot({ ALLOWED_ORIGINS: city.origin });
  address = bot.address;
  process.env.E2E_BOT = address;
  process.env.E2E_CITY = city.origin;
  process.env.E2E_STRANGER = stranger.origin;
  return async () => {
    await Promise.all([bot.stop(), city.stop(), stranger.stop()]);
  };
}
