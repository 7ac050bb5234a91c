import { loadDates } from '../../../widget/dates/load.ts';

const TAG = 'madoguchi-desk-dates';

/** Registers the calculation of dates; rejects where it cannot be loaded or the browser is too old for it. */
export async function loadDeskDates(): Promise<void> {
  const { knowledge } = await loadDates();
  // Only now: its rules count with Temporal from their first line on.
  const { MadoguchiDeskDates } = await import('./desk-dates.ts');
  class DeskDates extends MadoguchiDeskDates {
    constructor() {
      super(knowledge);
    }
  }
  if (!customElements.get(TAG)) customElements.define(TAG, DeskDates);
}
