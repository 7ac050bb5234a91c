import { loadTemporal } from '../widget/dates/temporal.ts';

const TAG = 'madoguchi-calculator';

/** The rules count with Temporal from their first line on, so they are not even started where there is none. */
async function start(): Promise<void> {
  if (!(await loadTemporal())) {
    for (const sentence of document.querySelectorAll<HTMLElement>(`${TAG} [data-unsupported]`))
      sentence.hidden = false;
    return;
  }
  const { knowledge } = await import('../widget/dates/define.ts');
  const { MadoguchiCalculator } = await import('./calculator.ts');
  class Calculator extends MadoguchiCalculator {
    constructor() {
      super(knowledge, location.search);
    }
  }
  // A page may load the script twice, from two of its building blocks.
  if (!customElements.get(TAG)) customElements.define(TAG, Calculator);
}

void start();
