import type { IsoDate } from '../text/calendar.ts';
import { birthday, day } from './ages.ts';
import { alreadySeventyFive } from './outcomes.ts';
import type { Outcome, RuleCitation, Sentence } from './rule.ts';

/** The period of which Takasaki's leaflet of 令和8年度 speaks; both its tables of expiry dates end with it. */
export const PERIOD = { first: day('2026-08-01'), last: day('2027-07-31') } as const;

/** The leaflet's period is over: the desk knows the new one, last year's figure is not reused. */
export function periodOver(citations: readonly RuleCitation[]): Outcome {
  return {
    kind: 'not-applicable',
    reason: `ご案内の資料は{${PERIOD.first}}から{${PERIOD.last}}までのもので、その後の有効期限は書かれていません。ご加入先の窓口にお尋ねください。`,
    citations,
  };
}

/** Why the tables do not extend to a person who is 75 on the first day, else undefined. */
export function beyondTables(birthDate: IsoDate, citations: readonly RuleCitation[]): Outcome | undefined {
  const at75 = birthday(birthDate, 75);
  return at75 <= PERIOD.first ? alreadySeventyFive(at75, citations) : undefined;
}

/** Before the period begins, says which period the answer speaks of. */
export function namePeriod(reason: Sentence, asOf: IsoDate): Sentence {
  return asOf < PERIOD.first
    ? `{${PERIOD.first}}から{${PERIOD.last}}までの分についてお答えします。${reason}`
    : reason;
}
