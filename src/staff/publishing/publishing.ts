import type { Entry, KnowledgeBase, Problem } from '../../knowledge/index.ts';
import type { IsoDate } from '../../text/index.ts';
import type { Described, DescribedConflict } from '../described.ts';
import type { KnowledgeTexts, Rewriting } from '../knowledge-texts.ts';
import type {
  KnowledgeVersions,
  Proposal,
  ProposalLine,
  ProposalState,
  Proposals,
  Version,
  VersionLine,
} from '../versions.ts';

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
