import { z } from 'zod';
import {
  type Described,
  type DescribedConflict,
  isSamePerson,
  type ProposalLine,
  type Publishing,
} from '../../../../src/staff/index.ts';
import { type StaffRoute, staffRoute } from '../route.ts';
import { reason } from './editing.ts';
import type { Effect } from './questions.ts';
import { type Fault, refusalOf } from './refusals.ts';

/** A proposal as the list shows it. */
export type ListedProposal = ProposalLine & {
  /** Titles of the entries that it changes. */
  readonly titles: readonly string[];
  /** Whoever asks has made it: they may take it back, and may not decide it. */
  readonly isOwn: boolean;
};

export interface ProposalsAnswer {
  readonly proposals: readonly ListedProposal[];
}

/** What a proposal changes, or what stands against it; an ended one shows what it was. */
export interface ProposalAnswer {
  readonly proposal: ListedProposal;
  readonly changes: readonly Described[];
  /** Why it cannot be published as it is; null where it can, or is decided. */
  readonly obstacle: {
    readonly sentence: string;
    readonly faults: readonly Fault[];
    readonly conflicts: readonly DescribedConflict[];
  } | null;
}

/** What a proposal would do to the labelled questions. */
export type ProposalEffect = Omit<Effect, 'own'>;

export interface ProposalPorts {
  readonly publishing: Pick<Publishing, 'proposals' | 'review' | 'approve' | 'giveBack' | 'withdraw'>;
  /** What an entry is called; its id where there is none. */
  title(entry: string): string;
  /** What the open proposal would do to the labelled questions; undefined where it cannot be published. Takes some ten seconds. */
  effect(id: number): Promise<ProposalEffect | undefined>;
}

const MOST = 100;
const STATES = ['open', 'approved', 'returned', 'withdrawn'] as const;
const listQuery = z.strictObject({ state: z.enum(STATES).default('open') });
const decision = z.strictObject({ why: reason });

/** Changes that wait for a second person, and what that person makes of them. */
export function proposalRoutes(ports: ProposalPorts): readonly StaffRoute[] {
  const { publishing } = ports;
  const listed = (proposal: ProposalLine, reader: string): ListedProposal => ({
    ...proposal,
    titles: proposal.entries.map((entry) => ports.title(entry)),
    isOwn: isSamePerson(proposal.by, reader),
  });
  return [
    staffRoute<undefined, z.infer<typeof listQuery>>({
      method: 'GET',
      url: '/proposals',
      action: 'readQueue',
      query: listQuery,
      handle: async ({ query: { state }, staff }) => {
        const proposals = await publishing.proposals({ state, limit: MOST });
        const data: ProposalsAnswer = { proposals: proposals.map((each) => listed(each, staff.name)) };
        return { kind: 'json', data };
      },
    }),
    staffRoute({
      method: 'GET',
      url: '/proposals/:id',
      action: 'readQueue',
      handle: async ({ params, staff, today }) => {
        const review = await publishing.review(Number(params.id), today);
        if (review.kind === 'refused' && review.proposal === undefined) return refusalOf(review);
        const { yaml: _whole, ...proposal } = review.proposal!;
        const data: ProposalAnswer =
          review.kind === 'review'
            ? { proposal: listed(proposal, staff.name), changes: review.changes, obstacle: null }
            : { proposal: listed(proposal, staff.name), changes: [], obstacle: obstacleOf(review) };
        return { kind: 'json', data };
      },
    }),
    staffRoute({
      method: 'POST',
      url: '/proposals/:id/effect',
      action: 'readQueue',
      handle: async ({ params }) => {
        const effect = await ports.effect(Number(params.id));
        return effect === undefined
          ? {
              kind: 'refused',
              status: 409,
              sentence: 'この提案は、いまのままでは公開できないので、影響を調べられません。',
            }
          : { kind: 'json', data: effect };
      },
    }),
    staffRoute({
      method: 'POST',
      url: '/proposals/:id/approve',
      action: 'approve',
      body: decision,
      handle: async ({ params, body, staff, now, today }) => {
        const by = { by: staff.name, why: body.why };
        const outcome = await publishing.approve(Number(params.id), by, { now, today });
        return outcome.kind === 'refused'
          ? refusalOf(outcome)
          : { kind: 'json', data: { version: outcome.version } };
      },
    }),
    staffRoute({
      method: 'POST',
      url: '/proposals/:id/return',
      action: 'approve',
      body: decision,
      handle: async ({ params, body, staff, now }) => {
        const outcome = await publishing.giveBack(Number(params.id), { by: staff.name, why: body.why }, now);
        return outcome.kind === 'refused' ? refusalOf(outcome) : { kind: 'done' };
      },
    }),
    staffRoute({
      method: 'POST',
      url: '/proposals/:id/withdraw',
      action: 'propose',
      handle: async ({ params, staff, now }) => {
        const outcome = await publishing.withdraw(Number(params.id), staff.name, now);
        return outcome.kind === 'refused' ? refusalOf(outcome) : { kind: 'done' };
      },
    }),
  ];
}

function obstacleOf(review: Parameters<typeof refusalOf>[0]): NonNullable<ProposalAnswer['obstacle']> {
  const { sentence, conflicts, problems } = review;
  return {
    sentence,
    conflicts,
    faults: problems.map(({ part, message }) => ({ path: part.split('.'), message })),
  };
}
