/** Why a question is on the list of what the bot missed. */
export const MISSED_REASONS = ['unknown', 'none-of-these', 'not-helpful', 'reported'] as const;

export type MissedReason = (typeof MISSED_REASONS)[number];

/** A question that the bot did not answer, or not well; never one about violence or an emergency. */
export interface MissedQuestion {
  readonly channel: string;
  /** Redacted. */
  readonly text: string;
  readonly insurer: string | null;
  readonly reason: MissedReason;
  /** The answer that did not help. */
  readonly entry: string | null;
}

/** What staff did about a group of missed questions. */
export type Settlement =
  | { readonly kind: 'assigned'; readonly entry: string }
  /** `group`: one of the out-of-scope groups of the knowledge base. */
  | { readonly kind: 'out-of-scope'; readonly group: string }
  | { readonly kind: 'drafted' }
  | { readonly kind: 'dismissed' };
