import { logSumExp, type Probabilities, type Thresholds } from './calibration.ts';
import type { RankerModel } from './ranker.ts';

/** Topic ids with this prefix are menu intents, not entries. */
export const MENU_PREFIX = 'menu:';
/** Most candidates that are offered: more than four are not read. */
const MOST_OFFERED = 4;

export interface ScoredEntry {
  readonly entry: string;
  /** Probability, 0 to 1. */
  readonly confidence: number;
}

/** What to do with a question. `candidates` are the likeliest entries, best first, whatever the decision. */
export type Match = { readonly candidates: readonly ScoredEntry[] } & (
  | { readonly decision: 'answer'; readonly entry: string }
  /** `isTwofold`: the first two were both asked about, so that it is no matter of which was meant. */
  | { readonly decision: 'choose'; readonly offered: readonly string[]; readonly isTwofold?: true }
  /** `group`: the out-of-scope group it resembles, undefined where it resembles nothing. */
  | { readonly decision: 'unknown'; readonly group: string | undefined }
  | { readonly decision: 'menu'; readonly intent: string }
);

/** Clear winner, a few candidates, or an honest "I do not know". */
export function decide(
  model: Pick<RankerModel, 'topics' | 'outOfScope'>,
  { topics, outOfScope }: Probabilities,
  groups: Float32Array,
  thresholds: Thresholds,
): Match {
  const ranked = model.topics
    .map((entry, i) => ({ entry, confidence: topics[i]! }))
    .sort((a, b) => b.confidence - a.confidence);
  const candidates = ranked.filter(({ entry }) => !entry.startsWith(MENU_PREFIX)).slice(0, MOST_OFFERED);
  const best = ranked[0];
  if (!best || outOfScope > thresholds.outOfScope || best.confidence < thresholds.leastBest) {
    return { decision: 'unknown', group: likeliestGroup(model, groups, outOfScope), candidates };
  }
  if (best.entry.startsWith(MENU_PREFIX)) {
    return { decision: 'menu', intent: best.entry.slice(MENU_PREFIX.length), candidates };
  }
  if (best.confidence >= thresholds.answer) return { decision: 'answer', entry: best.entry, candidates };
  const close = candidates.filter(({ confidence }) => confidence >= thresholds.offerShare * best.confidence);
  const offered = (close.length > 1 ? close : candidates.slice(0, 2)).map(({ entry }) => entry);
  return { decision: 'choose', offered, candidates };
}

/** The decision on a question that asks two things: both are offered first, then what else was likely. */
export function withBoth(match: Match, find: () => readonly [string, string] | undefined): Match {
  if (match.decision !== 'answer' && match.decision !== 'choose') return match;
  const both = find();
  if (!both) return match;
  const others = match.decision === 'answer' ? [match.entry] : match.offered;
  const offered = [...new Set([...both, ...others])].slice(0, MOST_OFFERED);
  return { decision: 'choose', offered, isTwofold: true, candidates: match.candidates };
}

/** Probability among the out-of-scope groups from which one is named. */
const CLEAR_GROUP = 0.5;

/** The group that the question clearly resembles; only where being out of scope is likelier than not. */
function likeliestGroup(
  { outOfScope }: Pick<RankerModel, 'outOfScope'>,
  groups: Float32Array,
  probability: number,
): string | undefined {
  const highest = groups.reduce((a, b) => Math.max(a, b), -Infinity);
  const isClear = probability >= 0.5 && Math.exp(highest - logSumExp(groups)) >= CLEAR_GROUP;
  return isClear ? outOfScope[groups.indexOf(highest)] : undefined;
}
