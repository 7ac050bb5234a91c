import { loadTemporal } from './temporal.ts';

type Dates = typeof import('./define.ts');

/** Registers the date question and gives what comes with it; rejects where it cannot be loaded or the browser is too old. */
export async function loadDates(): Promise<Dates> {
  if (!(await loadTemporal())) throw new Error('no Temporal: dates cannot be worked out on this device');
  return import('./define.ts');
}
