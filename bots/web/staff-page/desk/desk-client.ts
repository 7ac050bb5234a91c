import type { IsoDate } from '../../../../src/text/index.ts';
import type { FiltersAnswer, LookupAnswer } from '../../staff/routes/lookup.ts';
import type { Answered, StaffApi } from '../api.ts';

/** What is looked up; `text` is what may be sent. */
export interface Query {
  readonly text: string;
  readonly insurer: string | undefined;
  readonly category: string | undefined;
  readonly asOf: IsoDate | undefined;
  readonly past: boolean;
}

/** What a member of staff says of an answer; `insurer` is null for the one that holds nationwide. */
export interface Report {
  readonly entry: string;
  readonly insurer: string | null;
  readonly note: string;
}

/** The staff's API as the desk uses it. */
export interface DeskClient {
  lookUp(query: Query, signal: AbortSignal): Promise<Answered<LookupAnswer>>;
  filters(): Promise<Answered<FiltersAnswer>>;
  report(report: Report): Promise<Answered<undefined>>;
}

export function createDeskClient(api: StaffApi): DeskClient {
  return {
    lookUp: ({ text, insurer, category, asOf, past }, signal) => {
      const query = {
        ...(text && { q: text }),
        ...(insurer && { insurer }),
        ...(category && { category }),
        ...(asOf && { asOf }),
        ...(past && { past: '1' }),
      };
      return api.get('lookup', query, signal);
    },
    filters: () => api.get('filters'),
    report: (report) => api.post('reports', report),
  };
}
