import { type IsoDate, plainDate, toIso } from '../text/index.ts';

/** Lots are drawn from 0 to below this. */
const LOTS = 2 ** 31;

/** Where a question that was answered may be kept to be judged; resolves to the highest lot that still stays, once the sample is full. */
export type Offer<Question> = (
  question: Question,
  conversation: string,
  lot: { readonly week: IsoDate; readonly lot: number },
) => Promise<number | undefined>;

/** The Monday of a day's week. */
export function mondayOf(day: IsoDate): IsoDate {
  const date = plainDate(day);
  return toIso(date.subtract({ days: date.dayOfWeek - 1 }));
}

/**
 * Draws a lot for every answered question, and offers those that may stay in the week's sample: of a week's thousands only a few hundred,
 * so that answering costs next to nothing. `random` gives numbers from 0 to below 1; a store that fails loses a sample, never an answer.
 */
export function createSampler<Question>(
  offer: Offer<Question>,
  random: () => number,
): (question: Question, conversation: string, today: IsoDate) => Promise<void> {
  let full: { readonly week: IsoDate; readonly highest: number } | undefined;
  return async (question, conversation, today) => {
    const week = mondayOf(today);
    const lot = Math.floor(random() * LOTS);
    if (full?.week === week && lot > full.highest) return;
    const highest = await offer(question, conversation, { week, lot }).catch(() => undefined);
    if (highest !== undefined) full = { week, highest };
  };
}
