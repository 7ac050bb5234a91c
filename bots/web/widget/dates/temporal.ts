/**
 * Whether the browser can count with dates: it has Temporal, or gets it here, from a script of its own that only browsers
 * without one load. The rules count from their first line on, so nothing of them may be imported before.
 */
export async function loadTemporal(): Promise<boolean> {
  if (typeof Temporal === 'undefined') await import('temporal-polyfill/global').catch(() => undefined);
  return typeof Temporal !== 'undefined';
}
