import type { InsurerNames, Matcher, SafetyDetector } from '../intents/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import type { Part } from '../reply/index.ts';
import type { Outcome } from '../rules/index.ts';
import type { IsoDate } from '../text/index.ts';
import {
  type Candidate,
  type ConversationState,
  type Decision,
  type Language,
  OTHER_INSURER,
} from './state.ts';

/** What every step of a turn may look at. */
export interface Talk {
  readonly knowledge: Knowledge;
  readonly match: Matcher;
  readonly detectSafety: SafetyDetector;
  readonly insurers: readonly InsurerNames[];
  /** Today in Asia/Tokyo. */
  readonly asOf: IsoDate;
}

/** For whom, when and in which language something is told. */
export interface Teller {
  readonly knowledge: Knowledge;
  /** Any that the knowledge base does not have, or none, comes to what holds nationwide. */
  readonly insurer: string | undefined;
  /** Today in Asia/Tokyo. */
  readonly asOf: IsoDate;
  /** Japanese where absent. */
  readonly language?: Language | undefined;
}

export function tellerOf(
  { knowledge, asOf }: Pick<Talk, 'knowledge' | 'asOf'>,
  { insurer, language }: ConversationState,
): Teller {
  return { knowledge, asOf, insurer, language };
}

/** What a step found out; the turn makes its result of it. */
export interface Step {
  readonly decision: Decision;
  readonly parts: readonly Part[];
  readonly state: ConversationState;
  readonly entry?: string;
  readonly candidates?: readonly Candidate[];
  readonly outcome?: Outcome;
  /** The talk began anew: a question that was waiting is not taken up again. */
  readonly restarted?: true;
}

/** The resident's insurer where the knowledge base has it; `OTHER_INSURER` and not knowing come to the same answer. */
export function knownInsurer({ insurer }: ConversationState): string | undefined {
  return insurer === OTHER_INSURER ? undefined : insurer;
}
