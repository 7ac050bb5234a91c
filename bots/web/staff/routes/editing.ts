import { z } from 'zod';
import {
  type Entry,
  entryId,
  type Problem,
  type ReadDraft,
  readDraft,
} from '../../../../src/knowledge/index.ts';
import type { Reply } from '../../../../src/reply/index.ts';
import type { Publishing } from '../../../../src/staff/index.ts';
import type { Millis } from '../../../../src/storage/index.ts';
import { type IsoDate, isoDate } from '../../../../src/text/index.ts';
import { type StaffAnswer, type StaffRequest, type StaffRoute, staffRoute } from '../route.ts';
import { type Fault, type RefusalData, refusalOf } from './refusals.ts';

/** An entry in the list from which one is chosen. */
export interface EditableEntry {
  readonly id: string;
  readonly title: string;
  /** An id of `EditingAnswer.categories`. */
  readonly category: string;
  /** When staff should read it again. */
  readonly review: IsoDate;
  readonly owner: string | null;
  readonly isSensitive: boolean;
}

/** Something that an entry can name: its id, and as people know it. */
export interface Named {
  readonly id: string;
  readonly label: string;
}

/** Everything that can be edited, and what an entry can name; of the version that holds now. */
export interface EditingAnswer {
  readonly today: IsoDate;
  readonly entries: readonly EditableEntry[];
  readonly categories: readonly Named[];
  readonly insurers: readonly Named[];
  readonly documents: readonly (Named & { readonly date: IsoDate; readonly sections: readonly string[] })[];
  /** The date rules. */
  readonly rules: readonly Named[];
}

/** A proposal that waits for somebody and changes the same entry. */
export interface WaitingProposal {
  readonly id: number;
  readonly by: string;
  readonly at: Millis;
}

/** An entry as it can be edited. `version` goes back with it, so that nobody's changes are overwritten. */
export interface DraftAnswer {
  readonly version: number;
  readonly id: string;
  /** Undefined where there is none of this name yet. */
  readonly entry?: Entry;
  /** Open proposals for the same entry. */
  readonly waiting: readonly WaitingProposal[];
}

/** How one resident would see a draft: LINE messages and Slack blocks as the services take them, and the reply of the chat. */
export interface PreviewAnswer {
  readonly line: readonly unknown[];
  readonly web: Reply;
  readonly slack: readonly unknown[];
}

export type Preview = ({ readonly kind: 'preview' } & PreviewAnswer) | Extract<ReadDraft, { kind: 'faults' }>;

/** A draft as somebody looks at it before it is saved. */
export interface DraftView {
  readonly id: string;
  readonly entry: Entry;
  /** Null: somebody whose insurer is not one of the knowledge base. */
  readonly insurer: string | null;
  readonly asOf: IsoDate;
}

/** With 409: what the page goes on from. `entry` holds all of one's own changes on top of the others', at `version`. */
export interface ConflictData extends RefusalData {
  readonly version: number;
  readonly entry: Entry | null;
}

export interface EditingPorts {
  readonly publishing: Pick<Publishing, 'draft' | 'propose'>;
  forms(): Omit<EditingAnswer, 'today'>;
  preview(draft: DraftView): Preview;
  /** Settles a missed question for which somebody drafts an entry; false where somebody else was first. */
  drafted(question: number, by: string, now: Millis): Promise<boolean>;
}

const LONGEST_REASON = 500;

/** Why somebody does something; the publishing itself refuses an empty one. */
export const reason = z.string().trim().max(LONGEST_REASON, `理由は${LONGEST_REASON}字以内にしてください`);
const draftQuery = z.strictObject({ id: entryId, proposal: z.coerce.number().int().positive().optional() });
const previewBody = z.strictObject({
  id: entryId,
  entry: z.unknown(),
  insurer: z.string().nullable(),
  asOf: z.string().optional(),
});
const proposalBody = z.strictObject({
  version: z.number().int().nonnegative(),
  id: entryId,
  entry: z.unknown(),
  why: reason,
  /** The missed questions for which the entry is made. */
  question: z.number().int().positive().optional(),
});
type ProposalBody = z.infer<typeof proposalBody>;

/** Entries as staff edit them: the list, one of them, what residents would see, and the proposal. */
export function editingRoutes(ports: EditingPorts): readonly StaffRoute[] {
  return [
    staffRoute({
      method: 'GET',
      url: '/editing',
      action: 'propose',
      handle: async ({ today }) => ({
        kind: 'json',
        data: { today, ...ports.forms() } satisfies EditingAnswer,
      }),
    }),
    staffRoute({
      method: 'GET',
      url: '/editing/entry',
      action: 'propose',
      query: draftQuery,
      handle: async ({ query: { id, proposal } }) => {
        const draft = await ports.publishing.draft(id, proposal);
        if (draft.kind === 'refused') return refusalOf(draft);
        const { version, entry, waiting } = draft;
        const data: DraftAnswer = { version, id, ...(entry && { entry }), waiting };
        return { kind: 'json', data };
      },
    }),
    staffRoute({
      method: 'POST',
      url: '/editing/preview',
      action: 'propose',
      body: previewBody,
      handle: async ({ body: { id, entry, insurer, asOf }, today }) => {
        const draft = readDraft(entry, false);
        if (draft.kind === 'faults') return unready(draft);
        const day = (asOf !== undefined && isoDate(asOf)) || today;
        const shown = ports.preview({ id, entry: draft.entry, insurer, asOf: day });
        if (shown.kind === 'faults') return unready(shown);
        const { kind: _shown, ...data } = shown;
        return { kind: 'json', data };
      },
    }),
    staffRoute({
      method: 'POST',
      url: '/editing/proposals',
      action: 'propose',
      body: proposalBody,
      handle: (request) => propose(ports, request),
    }),
  ];
}

async function propose(
  { publishing, drafted }: EditingPorts,
  { body, staff, now, today }: StaffRequest<ProposalBody, undefined>,
): Promise<StaffAnswer> {
  const { version: base, id, why, question } = body;
  const draft = readDraft(body.entry, true);
  if (draft.kind === 'faults') return unready(draft);
  const rewriting = { kind: 'entry', id, entry: draft.entry } as const;
  const outcome = await publishing.propose({ rewriting, base, by: staff.name, why }, { now, today });
  if (outcome.kind === 'refused') {
    const { overridden } = outcome;
    const faults = outcome.problems.map((problem) => faultIn(id, problem));
    if (overridden === undefined) return refusalOf(outcome, { faults });
    const entry = overridden.kb.entries[id] ?? null;
    return refusalOf(outcome, { faults, version: overridden.version, entry });
  }
  // Somebody else may have settled the question meanwhile; the proposal stands all the same.
  if (question !== undefined) await drafted(question, staff.name, now);
  return { kind: 'json', data: { id: outcome.id } };
}

/** What is wrong elsewhere because of the entry is about the whole of it, and says where. */
function faultIn(id: string, { part, message }: Problem): Fault {
  const [name, ...path] = part.split('.');
  return name === id ? { path, message } : { path: [], message: `${part}：${message}` };
}

function unready({ faults: found }: Extract<ReadDraft, { kind: 'faults' }>): StaffAnswer {
  const faults = found.map(({ path, message }): Fault => ({ path: path.map(String), message }));
  const data: RefusalData = { faults, conflicts: [] };
  return { kind: 'refused', status: 422, sentence: `${faults.length}か所を直してください。`, data };
}
