import type { ReadingTable } from '../talk/readings.ts';

/** The readings of the Japanese messages; none are written in yet, and the words stay plain. */
export async function loadReadings(): Promise<ReadingTable> {
  return {};
}
