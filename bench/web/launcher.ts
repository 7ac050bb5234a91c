import type { Browser, Page } from '@playwright/test';

/** How much slower than this machine the resident's is. */
const SLOWDOWN = 4;
const ROUNDS = 15;

export interface Launching {
  /** Milliseconds from the module before the script until the launcher has a box in a frame: median and worst. */
  readonly median: number;
  readonly worst: number;
  /** Sum of the layout shifts of the page. */
  readonly shift: number;
}

const PAGE = (script: string) => `<!doctype html><html lang="ja"><meta charset="utf-8"><title>市</title>
<script type="module">performance.mark('begin')</script>${script}
<h1>国民健康保険</h1><p>${'保険証のご案内です。'.repeat(200)}</p></html>`;

const WIDGET = '<script type="module" src="widget.js"></script>';
const BARE = `<script type="module">
  const button = document.createElement('button');
  button.textContent = '質問する';
  Object.assign(button.style, { position: 'fixed', right: '16px', bottom: '16px' });
  document.body.append(button);
</script>`;

/** The launcher beside a bare button that an inline module adds, by turns in the same browser. */
export async function launcher(
  browser: Browser,
  bot: string,
): Promise<{ readonly widget: Launching; readonly bare: Launching }> {
  const runs = { widget: [] as Run[], bare: [] as Run[] };
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  for (let round = 0; round <= ROUNDS; round += 1) {
    const bare = await once(await context.newPage(), bot, BARE);
    const widget = await once(await context.newPage(), bot, WIDGET);
    // The first round fills the caches.
    if (round > 0) {
      runs.bare.push(bare);
      runs.widget.push(widget);
    }
  }
  await context.close();
  return { widget: summary(runs.widget), bare: summary(runs.bare) };
}

interface Run {
  readonly ms: number;
  readonly shift: number;
}

async function once(page: Page, bot: string, script: string): Promise<Run> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await page.addInitScript(noteWhenSeen);
  await page.route(`${bot}/bench`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: PAGE(script) }),
  );
  await page.goto(`${bot}/bench`);
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
