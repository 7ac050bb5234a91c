import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { CHROMIUM } from '../../test/e2e/support/chromium.ts';

const VERSION = '13.5.0';
const PATIENCE_MS = 180_000;

/** Scores from 0 to 100. */
export interface Scores {
  readonly accessibility: number;
  readonly performance: number;
}

/** Lighthouse's scores of a page, as on a mid-range telephone; undefined where npx cannot have it, since we do not depend on it. */
export async function lighthouse(url: string): Promise<Scores | undefined> {
  const args = [
    '--yes',
    `lighthouse@${VERSION}`,
    url,
    '--output=json',
    '--quiet',
    '--only-categories=accessibility,performance',
    `--chrome-flags=--headless=new ${CHROMIUM.args.join(' ')}`,
  ];
  const env = { ...process.env, CHROME_PATH: CHROMIUM.executablePath };
  try {
    const options = { env, timeout: PATIENCE_MS, maxBuffer: 64 * 1024 * 1024 };
    const { stdout } = await promisify(execFile)('npx', args, options);
    const { categories } = JSON.parse(stdout) as Report;
    const score = (name: keyof Report['categories']) => Math.round((categories[name].score ?? 0) * 100);
    return { accessibility: score('accessibility'), performance: score('performance') };
  } catch {
    return undefined;
  }
}

interface Report {
  readonly categories: Readonly<Record<keyof Scores, { readonly score: number | null }>>;
}
