import type { Described, DescribedConflict, Refused } from '../../../../src/staff/index.ts';
import type { StaffAnswer } from '../route.ts';

/** What is wrong, and where: names from an entry to the field, `answers`, `0`, `text`; none where it is about the whole. */
export interface Fault {
  readonly path: readonly string[];
  readonly message: string;
}

/** What goes with a sentence of refusal. */
export interface RefusalData {
  readonly faults: readonly Fault[];
  readonly conflicts: readonly DescribedConflict[];
}

/** Why nothing was published or proposed: 409 where somebody else has changed the same, else 422. */
export function refusalOf({ sentence, problems, conflicts }: Refused, more: object = {}): StaffAnswer {
  const faults = problems.map(({ part, message }): Fault => ({ path: pathOf(part), message }));
  const data: RefusalData = { faults, conflicts };
  return { kind: 'refused', status: conflicts.length > 0 ? 409 : 422, sentence, data: { ...data, ...more } };
}

/** Without the id of the entry, which the page knows. */
const pathOf = (part: string): readonly string[] => part.split('.').slice(1);

export type { Described, DescribedConflict };
