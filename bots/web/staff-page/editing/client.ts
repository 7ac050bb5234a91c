import type { ConflictData, DraftAnswer, EditingAnswer, PreviewAnswer } from '../../staff/routes/editing.ts';
import type { Answered, StaffApi } from '../api.ts';
import type { Queue } from '../questions/model.ts';
import type { SentEntry } from './model.ts';

/** A draft as somebody wants to see it; `insurer` null for any that is not in the knowledge base. */
export interface Look {
  readonly id: string;
  readonly entry: SentEntry;
  readonly insurer: string | null;
  readonly asOf: string;
}

export interface NewProposal {
  readonly version: number;
  readonly id: string;
  readonly entry: SentEntry;
  readonly why: string;
  readonly question?: number;
}

/** The calls of the page. */
export interface EditingClient {
  read(): Promise<Answered<EditingAnswer>>;
  entry(id: string, proposal?: number): Promise<Answered<DraftAnswer>>;
  missed(): Promise<Answered<Queue>>;
  preview(look: Look): Promise<Answered<PreviewAnswer>>;
  propose(proposal: NewProposal): Promise<Answered<{ readonly id: number }>>;
}

/** The whole knowledge base is read and looked through, beside answering. */
const PATIENCE_MS = 60_000;

export function createEditingClient(api: StaffApi): EditingClient {
  return {
    read: () => api.get('editing'),
    entry: (id, proposal) =>
      api.get('editing/entry', { id, ...(proposal && { proposal: String(proposal) }) }),
    missed: () => api.get('questions'),
    preview: (look) => api.post('editing/preview', look),
    propose: (proposal) => api.post('editing/proposals', proposal, PATIENCE_MS),
  };
}

/** What a refusal carries; empty lists where it carries nothing. */
export type Refusal = Pick<ConflictData, 'faults' | 'conflicts'> & {
  /** Present where others have changed the same. */
  readonly overridden?: Pick<ConflictData, 'version' | 'entry'>;
};

/** Reads the data of a refusal; a gateway's own answer has none. */
export function refusalOf(data: unknown): Refusal {
  const { faults, conflicts, version, entry } = (data ?? {}) as Partial<ConflictData>;
  const overridden = version === undefined ? undefined : { version, entry: entry ?? null };
  return {
    faults: Array.isArray(faults) ? faults : [],
    conflicts: Array.isArray(conflicts) ? conflicts : [],
    ...(overridden && { overridden }),
  };
}
