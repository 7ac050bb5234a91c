import { apart, type Draft, joined, RANKS, textDrafts, together } from './drafts.ts';
import { LIMITS } from './limits.ts';

const TOO_LONG = '一度に送れる長さを超えたため、一部を省いてお伝えしました。';

/** At most as many messages as LINE takes: neighbours are put side by side, and only what fits nowhere is left out, and said to be. */
export function fitted(drafts: readonly Draft[]): readonly Draft[] {
  const merged = merge(drafts, LIMITS.messages);
  if (merged.length <= LIMITS.messages) return merged;
  const singles = drafts.flatMap(apart);
  const packed = joined(singles);
  if (packed.length <= LIMITS.messages) return packed;
  return [...mostImportant(singles, LIMITS.messages - 1), ...textDrafts(TOO_LONG, 'info')];
}

/** Puts the two neighbours together that belong together most, until there are few enough or none fit. */
function merge(drafts: readonly Draft[], most: number): readonly Draft[] {
  let current = [...drafts];
  while (current.length > most) {
    const pairs = current
      .slice(1)
      .flatMap((second, place) => {
        const first = current[place]!;
        const both = together(first, second);
        return both === undefined ? [] : [{ place, both, cost: costOf(first, second) }];
      })
      .sort((a, b) => a.cost - b.cost || b.place - a.place);
    const best = pairs[0];
    if (best === undefined) return current;
    current = current.toSpliced(best.place, 2, best.both);
  }
  return current;
}

/** How much is lost by standing side by side: a text becomes a bubble, and what is urgent is no longer alone. */
function costOf(first: Draft, second: Draft): number {
  const isUrgent = first.rank === 'urgent' || second.rank === 'urgent';
  const becomesBubble = (first.text === undefined) !== (second.text === undefined);
  const isOther = first.rank !== second.rank;
  return (isUrgent ? 4 : 0) + (becomesBubble ? 2 : 0) + (isOther ? 1 : 0);
}

/** Leaves out the least important, the last of them first, until the rest fits. */
function mostImportant(singles: readonly Draft[], most: number): readonly Draft[] {
  const order = singles
    .map((_, place) => place)
    .sort((a, b) => RANKS.indexOf(singles[a]!.rank) - RANKS.indexOf(singles[b]!.rank) || a - b);
  let kept = order;
  let packed = joined(singles);
  while (packed.length > most) {
    kept = kept.slice(0, -1);
    const chosen = new Set(kept);
    packed = joined(singles.filter((_, place) => chosen.has(place)));
  }
  return packed;
}
