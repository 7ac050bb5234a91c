import type { IsoDate } from '../../text/index.ts';
import type { Revision } from '../knowledge-texts.ts';
import { isSamePerson } from '../same-person.ts';
import type { Proposal } from '../versions.ts';
import { presentOf } from './propose.ts';
import type { Moment, PublishingPorts, Reason, Refused, Review } from './publishing.ts';
import { BUSY, noVersion, OWN, refused, refusedRevision, SETTLED, sentenceOf } from './refused.ts';

const ALREADY_THERE = 'この提案の変更は、もういまの版に入っています。取り下げるか、返してください。';
/** How often an approval is worked out anew where somebody else publishes at the same moment. */
const MOST_TRIES = 3;

export async function review(ports: PublishingPorts, id: number, today: IsoDate): Promise<Review> {
  const proposal = await ports.proposals.get(id);
  if (!proposal) return refused(SETTLED);
  if (proposal.state !== 'open') return reviewDecided(ports, proposal);
  const looked = await look(ports, id, today);
  if (looked.kind === 'refused') return looked;
  const { revision, current } = looked;
  if (revision.kind !== 'ready') return { ...refusedRevision(revision, current), proposal };
  return { kind: 'review', proposal, changes: revision.changes, yaml: revision.yaml };
}

async function reviewDecided({ versions, texts }: PublishingPorts, proposal: Proposal): Promise<Review> {
  const base = await versions.get(proposal.base);
  if (!base) return { ...refused(noVersion(proposal.base)), proposal };
  const compared = await texts.compare(base.yaml, proposal.yaml);
  if (compared.kind === 'faults') return { ...refusedRevision(compared), proposal };
  return { kind: 'review', proposal, changes: compared.changes, yaml: proposal.yaml };
}

/** Publishes somebody else's proposal, with what was published since it was made. */
export async function approve(
  ports: PublishingPorts,
  id: number,
  reason: Reason,
  moment: Moment,
): Promise<{ readonly kind: 'approved'; readonly version: number } | Refused> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const outcome = await approveOnce(ports, id, reason, moment);
    if (outcome.kind !== 'overtaken') return outcome;
  }
  return refused(BUSY);
}

interface Looked {
  readonly kind: 'looked';
  readonly proposal: Proposal;
  /** The version that the revision goes on top of. */
  readonly current: number;
  readonly revision: Revision;
}

/** An open proposal, brought up to the present version. */
async function look(ports: PublishingPorts, id: number, today: IsoDate): Promise<Looked | Refused> {
  const { versions, proposals } = ports;
  const proposal = await proposals.get(id);
  if (proposal?.state !== 'open') return refused(SETTLED);
  const [base, current] = [await versions.get(proposal.base), await presentOf(ports)];
  if (!base) return refused(noVersion(proposal.base));
  const texts = { base: base.yaml, mine: proposal.yaml, theirs: current.yaml, today };
  return { kind: 'looked', proposal, current: current.number, revision: await ports.texts.revise(texts) };
}

async function approveOnce(
  ports: PublishingPorts,
  id: number,
  { by, why }: Reason,
  { now, today }: Moment,
): Promise<
  { readonly kind: 'approved'; readonly version: number } | { readonly kind: 'overtaken' } | Refused
> {
  const looked = await look(ports, id, today);
  if (looked.kind === 'refused') return looked;
  const { proposal, current, revision } = looked;
  if (isSamePerson(proposal.by, by)) return refused(OWN);
  if (revision.kind !== 'ready') return refusedRevision(revision);
  if (revision.changes.length === 0) return refused(ALREADY_THERE);
  const approval = { kind: 'approved', by, why, yaml: revision.yaml, base: current } as const;
  const decided = await ports.proposals.decide(id, approval, now);
  if (decided.kind === 'approved') return { kind: 'approved', version: decided.number };
  return decided.kind === 'conflict' ? { kind: 'overtaken' } : refused(sentenceOf(decided));
}
