import {
  type Change,
  type Conflict,
  editYaml,
  type KnowledgeBase,
  loadKnowledgeBase,
  type Problem,
} from '../knowledge/index.ts';
import type { IsoDate } from '../text/index.ts';
import { orFaults, type Revise, type Revision } from './revision.ts';
import { isSamePerson } from './same-person.ts';
import type { Decided, KnowledgeVersions, Proposal, Proposals, Version } from './versions.ts';

export interface PublishingPorts {
  readonly versions: KnowledgeVersions;
  readonly proposals: Proposals;
  /** The text of knowledge-base.yaml, which is the knowledge base until something else is published. */
  readonly file: string;
  readonly revise: Revise;
}

/** Who does something, and why. */
export interface Reason {
  readonly by: string;
  readonly why: string;
}

export interface Moment {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly today: IsoDate;
}

/** A knowledge base as somebody has made it from version `base` (0: from the file). */
export interface Edit extends Reason {
  readonly kb: KnowledgeBase;
  readonly base: number;
}

/** Nothing was changed; `sentence` tells staff what to do, and the lists tell where. */
export interface Refused {
  readonly kind: 'refused';
  readonly sentence: string;
  readonly problems: readonly Problem[];
  readonly conflicts: readonly Conflict[];
}

/** A proposal as a second person sees it: what it would change in what holds now, or what stands against it. */
export type Review =
  | { readonly kind: 'review'; readonly proposal: Proposal; readonly changes: readonly Change[] }
  | (Refused & { readonly proposal?: Proposal });

/** From an edit to a published version. No call changes anything where it answers `refused`. */
export interface Publishing {
  /** What holds now; number 0 where it is the file. */
  present(): Promise<Pick<Version, 'number' | 'yaml'>>;
  /** Lays an edit before a second person. The first proposal makes the file version 1. */
  propose(edit: Edit, moment: Moment): Promise<{ readonly kind: 'proposed'; readonly id: number } | Refused>;
  review(id: number, today: IsoDate): Promise<Review>;
  /** Publishes somebody else's proposal, with what was published since it was made. */
  approve(
    id: number,
    reason: Reason,
    moment: Moment,
  ): Promise<{ readonly kind: 'approved'; readonly version: number } | Refused>;
  /** Sends a proposal back to its author. */
  giveBack(id: number, reason: Reason, now: number): Promise<{ readonly kind: 'returned' } | Refused>;
  withdraw(id: number, by: string, now: number): Promise<{ readonly kind: 'withdrawn' } | Refused>;
  /** Makes an earlier version the present one, as a new version. */
  returnTo(
    number: number,
    reason: Reason,
    now: number,
  ): Promise<{ readonly kind: 'published'; readonly version: number } | Refused>;
}

const NO_REASON = '理由を書いてください。あとで読む人のために残します。';
const SETTLED = 'この提案は、もう決まったか、取り下げられています。一覧を開き直してください。';
const OWN = '自分の提案は、自分では決められません。ほかの人に見てもらってください。';
const NOT_YOURS = '取り下げられるのは、決まる前の自分の提案だけです。一覧を開き直してください。';
const BUSY = 'ほかの人が同時に公開しました。もう一度お試しください。';
const UNCHANGED = '変わったところがありません。直してから、もう一度お試しください。';
const FROM_FILE = 'knowledge-base.yaml を最初の版にしました';
const ALREADY_THERE = 'この提案の変更は、もういまの版に入っています。取り下げるか、返してください。';
/** How often an approval is worked out anew where somebody else publishes at the same moment. */
const MOST_TRIES = 3;

export function createPublishing(ports: PublishingPorts): Publishing {
  const { proposals } = ports;
  return {
    present: () => presentOf(ports),
    propose: (edit, moment) => propose(ports, edit, moment),
    review: async (id, today) => {
      const looked = await look(ports, id, today);
      if (looked.kind === 'refused') return looked;
      const { proposal, revision } = looked;
      if (revision.kind !== 'ready') return { ...refusedRevision(revision), proposal };
      return { kind: 'review', proposal, changes: revision.changes };
    },
    approve: async (id, reason, moment) => {
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const outcome = await approveOnce(ports, id, reason, moment);
        if (outcome.kind !== 'overtaken') return outcome;
      }
      return refused(BUSY);
    },
    giveBack: async (id, { by, why }, now) => {
      if (why.trim() === '') return refused(NO_REASON);
      const decided = await proposals.decide(id, { kind: 'returned', by, why }, now);
      return decided.kind === 'returned' ? { kind: 'returned' } : refused(sentenceOf(decided));
    },
    withdraw: async (id, by, now) =>
      (await proposals.withdraw(id, by, now)) ? { kind: 'withdrawn' } : refused(NOT_YOURS),
    returnTo: (number, reason, now) => returnTo(ports.versions, number, reason, now),
  };
}

async function presentOf({ versions, file }: PublishingPorts): Promise<Pick<Version, 'number' | 'yaml'>> {
  return (await versions.current()) ?? { number: 0, yaml: file };
}

async function propose(
  ports: PublishingPorts,
  { kb, base, by, why }: Edit,
  { now, today }: Moment,
): Promise<{ readonly kind: 'proposed'; readonly id: number } | Refused> {
  const { versions, proposals } = ports;
  if (why.trim() === '') return refused(NO_REASON);
  const from = await (base === 0 ? presentOf(ports) : versions.get(base));
  if (!from) return refused(noVersion(base));
  const edited = orFaults(() => ({ kind: 'edited' as const, yaml: editYaml(from.yaml, kb) }));
  if (edited.kind === 'faults') return refusedRevision(edited);
  if (edited.yaml === from.yaml) return refused(UNCHANGED);
  const revision = await ports.revise({ base: from.yaml, mine: edited.yaml, theirs: from.yaml, today });
  if (revision.kind !== 'ready') return refusedRevision(revision);
  if (from.number === 0) {
    const first = await versions.publish({ yaml: from.yaml, by, why: FROM_FILE, base: 0 }, now);
    if (first.kind === 'conflict') return refused(BUSY);
  }
  const id = await proposals.add({ base: Math.max(from.number, 1), yaml: edited.yaml, by, why }, now);
  return { kind: 'proposed', id };
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
  return { kind: 'looked', proposal, current: current.number, revision: await ports.revise(texts) };
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

async function returnTo(
  versions: KnowledgeVersions,
  number: number,
  { by, why }: Reason,
  now: number,
): Promise<{ readonly kind: 'published'; readonly version: number } | Refused> {
  if (why.trim() === '') return refused(NO_REASON);
  const [earlier, base] = [await versions.get(number), await versions.latest()];
  if (!earlier) return refused(noVersion(number));
  if (number === base) return refused(`第${number}版は、いまの版です。ほかの版の番号を書いてください。`);
  // Its answers may have ended since, which the lint tells afterwards: a return must not wait for that to be mended.
  const { yaml } = earlier;
  const loaded = orFaults(() => ({ kind: 'loaded' as const, ...loadKnowledgeBase(yaml, `第${number}版`) }));
  if (loaded.kind === 'faults') return refusedRevision(loaded);
  const published = await versions.publish({ yaml, by, why, base, from: number }, now);
  return published.kind === 'conflict' ? refused(BUSY) : { kind: 'published', version: published.number };
}

const noVersion = (number: number) => `第${number}版はありません。版の番号を確かめてください。`;

function sentenceOf({ kind }: Decided): string {
  switch (kind) {
    case 'own':
      return OWN;
    case 'conflict':
      return BUSY;
    case 'settled':
    case 'approved':
    case 'returned':
      return SETTLED;
  }
}

function refused(sentence: string, lists: Partial<Pick<Refused, 'problems' | 'conflicts'>> = {}): Refused {
  return { kind: 'refused', sentence, problems: [], conflicts: [], ...lists };
}

/** Why a revision cannot be published, in words. */
function refusedRevision(revision: Exclude<Revision, { kind: 'ready' }>): Refused {
  switch (revision.kind) {
    case 'faults': {
      const { problems } = revision;
      return refused(`このままでは公開できません。${problems.length}か所を直してください。`, { problems });
    }
    case 'conflicts': {
      const { conflicts } = revision;
      const sentence = `ほかの人が同じところを変えています。${conflicts.length}か所を見比べて、いまの版から作り直してください。`;
      return refused(sentence, { conflicts });
    }
  }
}
