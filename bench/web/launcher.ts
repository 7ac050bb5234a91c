import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from '@playwright/test';

/** How much slower than this machine the resident's is. */
const SLOWDOWN = 4;
const ROUNDS = 15;

export interface Launching {
  /** Milliseconds from the beginning of the script, which is there already, to the frame that has the launcher: median and worst. */
  readonly median: number;
  readonly worst: number;
  /** Sum of the layout shifts of the page. */
  readonly shift: number;
}

const BARE = `const button = document.createElement('button');
  button.textContent = '質問する';
  Object.assign(button.style, { position: 'fixed', right: '16px', bottom: '16px' });
  document.body.append(button);`;

/** A page that runs `code` as soon as it has `files` at hand. */
const pageOf = (
  code: string,
  files: readonly string[],
) => `<!doctype html><html lang="ja"><meta charset="utf-8">
<title>市</title><link rel="icon" href="data:,">
<h1>国民健康保険</h1><p>${'保険証のご案内です。'.repeat(200)}</p>
<script type="module">
const loaded = ${JSON.stringify(files)}.map((href) => new Promise((resolve) => {
  document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href, onload: resolve }));
}));
await Promise.all(loaded);
await new Promise((resolve) => requestIdleCallback(resolve));
performance.mark('begin');
${code}
</script></html>`;

/** The launcher beside a bare button, by turns in the same browser; `files` are the launcher's scripts below `bot`. */
export async function launcher(
  browser: Browser,
  bot: string,
  files: Iterable<string>,
): Promise<{ readonly widget: Launching; readonly bare: Launching }> {
  const runs = { widget: [] as Run[], bare: [] as Run[] };
  const urls = [...files].map((file) => `${bot}/${file}`);
  const pages: Readonly<Record<string, string>> = {
    '/widget': pageOf(
      `document.head.append(Object.assign(document.createElement('script'), {
      type: 'module', src: '${bot}/widget.js' }));`,
      urls,
    ),
    '/bare': pageOf(BARE, urls),
  };
  const city = createServer(({ url = '' }, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(pages[url]);
  });
  await new Promise<void>((resolve) => city.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(city.address() as AddressInfo).port}`;
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  for (let round = 0; round <= ROUNDS; round += 1) {
    const bare = await once(await context.newPage(), `${origin}/bare`);
    const widget = await once(await context.newPage(), `${origin}/widget`);
    // The first round fills the caches.
    if (round > 0) {
      runs.bare.push(bare);
      runs.widget.push(widget);
    }
  }
  await context.close();
  city.closeAllConnections();
  city.close();
  return { widget: summary(runs.widget), bare: summary(runs.bare) };
}

interface Run {
  readonly ms: number;
  readonly shift: number;
}

async function once(page: Page, url: string): Promise<Run> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await page.addInitScript(noteWhenSeen);
  await page.goto(url);
  await page.waitForFunction(() => performance.getEntriesByName('seen').length > 0);
  await page.waitForLoadState('networkidle');
  const run = await page.evaluate(() => {
    const at = (name: string) => performance.getEntriesByName(name)[0]!.startTime;
    return { ms: at('seen') - at('begin'), shift: window.benchShift };
  });
  await page.close();
  return run;
}

declare global {
  interface Window {
    benchShift: number;
  }
}

/** In the page: marks the first frame in which a button of ours, or the bare one, has a box. */
function noteWhenSeen(): void {
  window.benchShift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      window.benchShift += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
  const buttonIn = (root: ParentNode | null | undefined): Element | null | undefined =>
    root?.querySelector('button') ?? null;
  const look = () => {
    const button = buttonIn(document.querySelector('madoguchi-chat')?.shadowRoot) ?? buttonIn(document);
    if (button && button.getBoundingClientRect().height > 0) performance.mark('seen');
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

function summary(runs: readonly Run[]): Launching {
  const sorted = runs.map(({ ms }) => ms).sort((a, b) => a - b);
  return {
    median: sorted[Math.floor(sorted.length / 2)]!,
    worst: sorted.at(-1)!,
    shift: Math.max(...runs.map(({ shift }) => shift)),
  };
}
