import type { Reply } from '../reply/index.ts';
import type { Facts, Outcome, RuleId, Slot } from '../rules/index.ts';
import type { Era } from '../text/index.ts';

/** The language of what the bot itself says; the curated answers are Japanese, with a translation where there is one. */
export type Language = 'ja' | 'en';

/** What the resident did: typed a text, or pressed a choice of an earlier reply. */
export type TurnInput = { readonly text: string } | { readonly choice: string };

/** The facts that a date rule has collected so far. */
export interface Inquiry {
  readonly entry: string;
  readonly rule: RuleId;
  readonly facts: Facts;
  /** Slots that the resident cannot fill. */
  readonly unknown: readonly Slot[];
  /** The slot filled last and the era it was typed in, so that 「あ、31年です」 can be understood. */
  readonly last?: { readonly slot: Slot; readonly era: Era | null };
}

/** The question that the bot has asked and that the next turn may answer. */
export type Pending =
  | { readonly kind: 'insurer'; readonly entry: string; readonly isSensitive?: true }
  | { readonly kind: 'slot'; readonly slot: Slot; readonly inquiry: Inquiry };

/**
 * What is remembered between two turns; plain data, so that a store can keep it.
 * No store may keep `answered`, which holds personal dates for one more turn, in which a slip can be corrected, nor a
 * sensitive `pending`.
 */
export interface ConversationState {
  readonly version: 1;
  /** An insurer of the knowledge base, or `OTHER_INSURER`. */
  readonly insurer?: string;
  /** Japanese where absent. */
  readonly language?: Language;
  /** The entry answered last; never a sensitive one. */
  readonly topic?: string;
  readonly pending?: Pending;
  /**
   * The question, redacted, for which the last reply offered a choice, with the channel's id of its message: staff get it where none of
   * the choices fits. Only a channel sets it; the next turn forgets it.
   */
  readonly asked?: { readonly text: string; readonly message: string | null };
  readonly answered?: Inquiry;
}

/** Said by a resident whose insurer is none of the knowledge base, or who does not know it. */
export const OTHER_INSURER = 'other';

export type Decision = 'answer' | 'choose' | 'unknown' | 'menu' | 'safety';

/** An entry that may answer, with the probability that it does. */
export interface Candidate {
  readonly entry: string;
  readonly confidence: number;
}

export interface TurnResult {
  readonly decision: Decision;
  readonly entry: string | null;
  readonly candidates: readonly Candidate[];
  /** What a date rule said in this turn. */
  readonly outcome: Outcome | null;
  readonly reply: Reply;
  readonly state: ConversationState;
}

export function initialState(insurer?: string, language?: Language): ConversationState {
  return {
    version: 1,
    ...(insurer !== undefined && { insurer }),
    ...(language !== undefined && { language }),
  };
}
