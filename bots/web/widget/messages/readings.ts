import type { ReadingTable } from '../talk/readings.ts';

/** The readings of the Japanese words of the widget, a script of its own for those who want them. */
export async function loadReadings(): Promise<ReadingTable> {
  const { readings } = await import('virtual:readings');
  return readings;
}
