import type { Entry, KnowledgeBase, Problem } from '../knowledge/index.ts';
import type { IsoDate } from '../text/index.ts';
import type { Described, DescribedConflict } from './described.ts';
import type { Faults, KnowledgeTexts, Revision, Rewriting } from './knowledge-texts.ts';
import { isSamePerson } from './same-person.ts';
import type {
  Decided,
  KnowledgeVersions,
  Proposal,
  ProposalLine,
  ProposalState,
  Proposals,
  Version,
  VersionLine,
} from './versions.ts';

export interface PublishingPorts {
  readonly versions: KnowledgeVersions;
  readonly proposals: Proposals;
  /** The text of knowledge-base.yaml, which is the knowledge base until something else is published. */
  readonly file: string;
  readonly texts: KnowledgeTexts;
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

/** What somebody makes of version `base` (0: of the file). */
export interface Edit extends Reason {
  readonly rewriting: Rewriting;
  readonly base: number;
}

/** Nothing was changed; `sentence` tells staff what to do, and the lists tell where. */
export interface Refused {
  readonly kind: 'refused';
  readonly sentence: string;
  readonly problems: readonly Problem[];
  readonly conflicts: readonly DescribedConflict[];
  /** Where others changed the same: all of one's own changes on top of theirs, to go on from. */
  readonly overridden?: { readonly kb: KnowledgeBase; readonly version: number };
}

/** An entry to be edited; undefined where there is none of this name yet. */
export interface Draft {
  readonly kind: 'draft';
  readonly entry: Entry | undefined;
  readonly version: number;
  /** Open proposals that change it too. */
  readonly waiting: readonly Pick<ProposalLine, 'id' | 'by' | 'at'>[];
}

/**
 * A proposal as a second person sees it: what it would change in what holds now, or what stands against it. Of one that is decided:
 * what it changed in the version that it was made from. `yaml`: what would be published.
 */
export type Review =
  | {
      readonly kind: 'review';
      readonly proposal: Proposal;
      readonly changes: readonly Described[];
      readonly yaml: string;
    }
  | (Refused & { readonly proposal?: Proposal });

/** From an edit to a published version. No call changes anything where it answers `refused`. */
export interface Publishing {
  /** What holds now; number 0 where it is the file. */
  present(): Promise<Pick<Version, 'number' | 'yaml'>>;
  /** An entry as it is now, or as a proposal (which was sent back, say) would have it. */
  draft(entry: string, proposal?: number): Promise<Draft | Refused>;
  /** Lays an edit before a second person. The first proposal makes the file version 1. */
  propose(edit: Edit, moment: Moment): Promise<{ readonly kind: 'proposed'; readonly id: number } | Refused>;
  proposals(of: { readonly state: ProposalState; readonly limit: number }): Promise<readonly ProposalLine[]>;
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
  /** The newest first. */
  history(limit: number): Promise<readonly VersionLine[]>;
  /** A version and what it changed in the one before it. */
  version(
    number: number,
  ): Promise<
    | { readonly kind: 'version'; readonly version: VersionLine; readonly changes: readonly Described[] }
    | Refused
  >;
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
/** Open proposals that are looked through for those that change an entry too. */
const MOST_WAITING = 200;
/** How often an approval is worked out anew where somebody else publishes at the same moment. */
const MOST_TRIES = 3;

export function createPublishing(ports: PublishingPorts): Publishing {
  const { proposals, versions } = ports;
  return {
    present: () => presentOf(ports),
    draft: (entry, proposal) => draft(ports, entry, proposal),
    propose: (edit, moment) => propose(ports, edit, moment),
    proposals: (of) => proposals.list(of),
    review: (id, today) => review(ports, id, today),
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
    history: (limit) => versions.list(limit),
    version: (number) => versionOf(ports, number),
    returnTo: (number, reason, now) => returnTo(ports, number, reason, now),
  };
}

async function presentOf({ versions, file }: PublishingPorts): Promise<Pick<Version, 'number' | 'yaml'>> {
  return (await versions.current()) ?? { number: 0, yaml: file };
}

async function draft(ports: PublishingPorts, entry: string, from?: number): Promise<Draft | Refused> {
  const proposal = from === undefined ? undefined : await ports.proposals.get(from);
  if (from !== undefined && proposal === undefined) return refused(SETTLED);
  const made = proposal ? { number: proposal.base, yaml: proposal.yaml } : await presentOf(ports);
  const read = await ports.texts.read(made.yaml);
  if (read.kind === 'faults') return refusedRevision(read);
  const open = await ports.proposals.list({ state: 'open', limit: MOST_WAITING });
  const waiting = open.filter(({ entries }) => entries.includes(entry));
  const entries = new Map(Object.entries(read.kb.entries));
  return {
    kind: 'draft',
    entry: entries.get(entry),
    version: made.number,
    waiting: waiting.map(({ id, by, at }) => ({ id, by, at })),
  };
}

async function propose(
  ports: PublishingPorts,
  { rewriting, base, by, why }: Edit,
  { now, today }: Moment,
): Promise<{ readonly kind: 'proposed'; readonly id: number } | Refused> {
  const { versions, proposals, texts } = ports;
  if (why.trim() === '') return refused(NO_REASON);
  const present = await presentOf(ports);
  const from = base === 0 || base === present.number ? present : await versions.get(base);
  if (!from) return refused(noVersion(base));
  const rewritten = await texts.rewrite(from.yaml, rewriting);
  if (rewritten.kind === 'faults') return refusedRevision(rewritten);
  const { yaml } = rewritten;
  if (yaml === from.yaml) return refused(UNCHANGED);
  const revision = await texts.revise({ base: from.yaml, mine: yaml, theirs: present.yaml, today });
  if (revision.kind !== 'ready') return refusedRevision(revision, present.number);
  if (revision.changes.length === 0) return refused(UNCHANGED);
  if (from.number === 0) {
    const first = await versions.publish({ yaml: from.yaml, by, why: FROM_FILE, base: 0 }, now);
    if (first.kind === 'conflict') return refused(BUSY);
  }
  const { entries } = revision;
  const id = await proposals.add({ base: Math.max(from.number, 1), yaml, entries, by, why }, now);
  return { kind: 'proposed', id };
}

async function review(ports: PublishingPorts, id: number, today: IsoDate): Promise<Review> {
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

async function versionOf(
  { versions, file, texts }: PublishingPorts,
  number: number,
): ReturnType<Publishing['version']> {
  const found = await versions.get(number);
  if (!found) return refused(noVersion(number));
  const before = await versions.get(number - 1);
  const compared = await texts.compare(before?.yaml ?? file, found.yaml);
  if (compared.kind === 'faults') return refusedRevision(compared);
  const { yaml: _whole, ...version } = found;
  return { kind: 'version', version, changes: number === 1 ? [] : compared.changes };
}

async function returnTo(
  { versions, texts }: PublishingPorts,
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
  const read = await texts.read(yaml);
  if (read.kind === 'faults') return refusedRevision(read);
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

function refused(sentence: string, more: Partial<Omit<Refused, 'kind' | 'sentence'>> = {}): Refused {
  return { kind: 'refused', sentence, problems: [], conflicts: [], ...more };
}

/** Why a revision cannot be published, in words; `version` is the one that it contradicts. */
function refusedRevision(revision: Exclude<Revision, { kind: 'ready' }> | Faults, version = 0): Refused {
  switch (revision.kind) {
    case 'faults': {
      const { problems } = revision;
      return refused(`このままでは公開できません。${problems.length}か所を直してください。`, { problems });
    }
    case 'conflicts': {
      const { conflicts, overridden: kb } = revision;
      const sentence = `ほかの人が同じところを変えています。${conflicts.length}か所を見比べて、いまの版から作り直してください。`;
      return refused(sentence, { conflicts, overridden: { kb, version } });
    }
  }
}
