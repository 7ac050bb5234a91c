import type { IsoDate } from './calendar.ts';
import type { Era } from './era.ts';

export { correctDate } from './date-correction.ts';
export { readDate } from './date-reading.ts';

/**
 * What a text says about a date. `era` is the one it was typed in, null for a western or relative date. `problem` says
 * politely what was unclear or impossible and how to type it again.
 */
export type DateReading =
  | { readonly kind: 'date'; readonly date: IsoDate; readonly era: Era | null }
  | { readonly kind: 'unclear'; readonly problem: string }
  | { readonly kind: 'impossible'; readonly problem: string }
  | { readonly kind: 'none' };
