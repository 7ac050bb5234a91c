import type { CalculatorKnowledge } from './knowledge.ts';

/** Written in by the build. */
declare const CALCULATOR_KNOWLEDGE: CalculatorKnowledge;

const TAG = 'madoguchi-calculator';

/** Beside this script; its name is no constant of `import`, so that the build leaves it apart. */
const POLYFILL = new URL('temporal.js', import.meta.url).href;

/** The rules count with Temporal from their first line on, so they are not even started where there is none. */
async function start(): Promise<void> {
  // 古いブラウザーでだけ読み込む
  if (typeof Temporal === 'undefined') await import(POLYFILL).catch(() => undefined);
  if (typeof Temporal === 'undefined') {
    for (const sentence of document.querySelectorAll<HTMLElement>(`${TAG} [data-unsupported]`))
      sentence.hidden = false;
    return;
  }
  const { MadoguchiCalculator } = await import('./calculator.ts');
  const { browserPorts } = await import('./browser.ts');
  const ports = browserPorts(CALCULATOR_KNOWLEDGE);
  class Calculator extends MadoguchiCalculator {
    constructor() {
      super(ports);
    }
  }
  // A page may load the script twice, from two of its building blocks.
  if (!customElements.get(TAG)) customElements.define(TAG, Calculator);
}

void start();
