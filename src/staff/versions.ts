/** A published knowledge base: its whole text, who published it and why. */
export interface Version {
  /** From 1, without gaps. */
  readonly number: number;
  readonly yaml: string;
  /** Who wrote it. */
  readonly by: string;
  /** Who approved it; null where it was published without a proposal. */
  readonly approvedBy: string | null;
  readonly why: string;
  /** Milliseconds since 1970, as everywhere here. */
  readonly at: number;
  /** The version that was returned to. */
  readonly from: number | null;
}

/** A version in the history, without its text. */
export type VersionLine = Omit<Version, 'yaml'>;

export interface NewVersion {
  readonly yaml: string;
  readonly by: string;
  readonly why: string;
  /** The version that it was made from; 0 where there was none. */
  readonly base: number;
  readonly from?: number;
}

/** `conflict`: somebody else published `current` meanwhile, and nothing was written. */
export type Published =
  | { readonly kind: 'published'; readonly number: number }
  | { readonly kind: 'conflict'; readonly current: number };

/** Every version of the knowledge base that was ever published. */
export interface KnowledgeVersions {
  current(): Promise<Version | undefined>;
  /** The number of the current version, 0 where there is none; cheap enough to ask every second. */
  latest(): Promise<number>;
  /** The newest first. */
  list(limit: number): Promise<readonly VersionLine[]>;
  get(number: number): Promise<Version | undefined>;
  /** Together with its line of the audit log, `version.publish` or `version.return`. */
  publish(version: NewVersion, now: number): Promise<Published>;
}

export type ProposalState = 'open' | 'approved' | 'returned' | 'withdrawn';

/** A knowledge base that somebody would like to see published. */
export interface Proposal {
  readonly id: number;
  /** The version that it was made from. */
  readonly base: number;
  readonly yaml: string;
  readonly by: string;
  readonly why: string;
  /** The entries that it changes. */
  readonly entries: readonly string[];
  readonly at: number;
  readonly state: ProposalState;
  /** Who approved, returned or withdrew it. */
  readonly decidedBy: string | null;
  readonly decidedWhy: string | null;
  readonly decidedAt: number | null;
  /** The version that it became. */
  readonly version: number | null;
}

export type ProposalLine = Omit<Proposal, 'yaml'>;
export type NewProposal = Pick<Proposal, 'base' | 'yaml' | 'entries' | 'by' | 'why'>;

/** An approval names the text to be published, brought up to version `base`, which must be the current one. */
export type Decision =
  | {
      readonly kind: 'approved';
      readonly by: string;
      readonly why: string;
      readonly yaml: string;
      readonly base: number;
    }
  | { readonly kind: 'returned'; readonly by: string; readonly why: string };

/** Only of `approved` and `returned` anything was written. */
export type Decided =
  | { readonly kind: 'approved'; readonly number: number }
  | { readonly kind: 'returned' }
  /** Another version was published meanwhile. */
  | { readonly kind: 'conflict'; readonly current: number }
  /** It is their own proposal. */
  | { readonly kind: 'own' }
  /** It was decided or withdrawn before, or never was. */
  | { readonly kind: 'settled' };

/** Changes that wait for a second person. Each call writes its line of the audit log in the same transaction. */
export interface Proposals {
  add(proposal: NewProposal, now: number): Promise<number>;
  /** The newest first. */
  list(of: { readonly state: ProposalState; readonly limit: number }): Promise<readonly ProposalLine[]>;
  get(id: number): Promise<Proposal | undefined>;
  /** An approval publishes the version in the same transaction. */
  decide(id: number, decision: Decision, now: number): Promise<Decided>;
  /** Only by whoever proposed it; false where it is not theirs or not open any more. */
  withdraw(id: number, by: string, now: number): Promise<boolean>;
}
