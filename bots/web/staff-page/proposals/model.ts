import type { Action } from '../../../../src/staff/index.ts';
import type {
  ListedProposal,
  ProposalAnswer,
  ProposalEffect,
  ProposalsAnswer,
} from '../../staff/routes/proposals.ts';
import type { Answered, StaffApi } from '../api.ts';
import { type Me, readMe } from '../me.ts';
import type { Pick } from '../pick-list.ts';
import { dateAndTime } from '../times.ts';

export type { ListedProposal, ProposalAnswer, ProposalEffect };
export type State = ListedProposal['state'];

export const STATES: Readonly<Record<State, string>> = {
  open: '承認待ち',
  approved: '公開済み',
  returned: '返却',
  withdrawn: '取り下げ',
};

/** What there is to say of an empty list. */
export const NONE: Readonly<Record<State, string>> = {
  open: 'いま、承認を待っている提案はありません。項目を編集して出すと、ここに並びます。',
  approved: '公開した提案は、まだありません。',
  returned: '返した提案はありません。',
  withdrawn: '取り下げた提案はありません。',
};

/** What a proposal is called: the entries that it changes. */
export function nameOf({ titles }: { readonly titles: readonly string[] }): string {
  return titles.length === 0 ? '項目のほかの変更' : titles.map((title) => `「${title}」`).join('');
}

export function pickOf(proposal: ListedProposal): Pick {
  const { id, by, at, why } = proposal;
  return { id, title: nameOf(proposal), lines: [`${by}・${dateAndTime(at)}`, why] };
}

/** What somebody may do with a proposal. */
export interface Deeds {
  readonly approve: boolean;
  readonly giveBack: boolean;
  readonly withdraw: boolean;
  /** Why somebody cannot decide it, or what they wait for; empty where they can. */
  readonly note: string;
}

const OWN_NOTE = '自分の提案なので、自分では決められません。公開するか返すかは、ほかの承認者が決めます。';
const WAITING_NOTE = '公開するか返すかは、承認者が決めます。';

export function deedsOf({ proposal, obstacle }: ProposalAnswer, may: readonly Action[]): Deeds {
  const isOpen = proposal.state === 'open';
  const decides = isOpen && may.includes('approve') && !proposal.isOwn;
  return {
    approve: decides && obstacle === null,
    giveBack: decides,
    withdraw: isOpen && proposal.isOwn && may.includes('propose'),
    note: !isOpen || decides ? '' : proposal.isOwn ? OWN_NOTE : WAITING_NOTE,
  };
}

/** The entries of one's own proposal that was returned or withdrawn, each with the page on which it is put right. */
export function againLinks(
  { id, state, isOwn, entries, titles }: ListedProposal,
  may: readonly Action[],
): readonly { readonly href: string; readonly title: string }[] {
  const isBack = state === 'returned' || state === 'withdrawn';
  if (!isBack || !isOwn || !may.includes('propose')) return [];
  return entries.map((entry, place) => ({
    href: `edit?${new URLSearchParams({ entry, proposal: `${id}` })}`,
    title: titles[place] ?? entry,
  }));
}

/** The calls of the page. */
export interface ProposalsClient {
  me(): Promise<Answered<Me>>;
  list(state: State): Promise<Answered<ProposalsAnswer>>;
  read(id: number): Promise<Answered<ProposalAnswer>>;
  effect(id: number): Promise<Answered<ProposalEffect>>;
  approve(id: number, why: string): Promise<Answered<{ readonly version: number }>>;
  giveBack(id: number, why: string): Promise<Answered<undefined>>;
  withdraw(id: number): Promise<Answered<undefined>>;
}

/** The bot is trained on the knowledge base as it would be, beside the one that answers. */
const EFFECT_MS = 120_000;
/** Whole knowledge bases are read, merged and written. */
const DECISION_MS = 60_000;

export function createProposalsClient(api: StaffApi): ProposalsClient {
  const decide = <T>(id: number, what: string, body?: unknown) =>
    api.post<T>(`proposals/${id}/${what}`, body, DECISION_MS);
  return {
    me: () => readMe(api),
    list: (state) => api.get('proposals', { state }),
    read: (id) => api.get(`proposals/${id}`),
    effect: (id) => api.post(`proposals/${id}/effect`, {}, EFFECT_MS),
    approve: (id, why) => decide(id, 'approve', { why }),
    giveBack: (id, why) => decide(id, 'return', { why }),
    withdraw: (id) => decide(id, 'withdraw'),
  };
}
