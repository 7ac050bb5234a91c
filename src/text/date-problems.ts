import type { IsoDate } from './calendar.ts';
import type { DateReading } from './dates.ts';
import { bothCalendars, type EraDate, eraDate, formatEra, formatWestern } from './era.ts';

/** What a reading that asks again needs to know: what the date is for, and the day of today. */
export interface Asking {
  /** A slot of the rules, e.g. `birthDate`; the text layer knows only its direction in time. */
  readonly slot: string;
  readonly asOf: IsoDate;
}

const BIRTH_EXAMPLE = '「昭和31年11月1日」や「1956年11月1日」';

/** Both ways to type a date, near the dates that the slot is about. */
function example({ slot, asOf }: Asking): string {
  const era = eraDate(asOf);
  if (slot === 'birthDate' || era === undefined) return BIRTH_EXAMPLE;
  return `「${formatEra(era)}」や「${formatWestern(asOf)}」`;
}

function again(asking: Asking): string {
  return `お手数ですが、${example(asking)}のように、もう一度入力してください。`;
}

export function unclear(what: string, asking: Asking): DateReading {
  return { kind: 'unclear', problem: `${what}${again(asking)}` };
}

export function impossible(written: string, asking: Asking): DateReading {
  return { kind: 'impossible', problem: `${written}は、暦にない日付です。${again(asking)}` };
}

/** The day exists, but the era had ended or not begun: the era it belongs to is named, nothing is corrected silently. */
export function outsideEra(typed: EraDate, date: IsoDate, asking: Asking): DateReading {
  return {
    kind: 'impossible',
    problem: `${formatEra(typed)}という日はなく、${bothCalendars(date)}にあたります。${again(asking)}`,
  };
}

/** Years written without an era: 31年 may be of any era, 57/6/15 western as well. */
export function whichEra(year: number, asking: Asking): DateReading {
  return unclear(`「${year}年」が、昭和・平成・令和のどれか、西暦かがわかりません。`, asking);
}
