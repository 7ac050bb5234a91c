/** A missed question that was settled; milliseconds since 1970. */
export interface Fixed {
  readonly missedAt: number;
  readonly settledAt: number;
}

/** How long residents go without an answer that the bot could give, in milliseconds: half of the misses, and nine of ten. */
export interface TimeToFix {
  readonly median: number;
  readonly ninetieth: number;
  readonly of: number;
}

/** Undefined before the first one; a quantile is the smallest time within which that share was settled. */
export function timeToFix(fixed: readonly Fixed[]): TimeToFix | undefined {
  if (fixed.length === 0) return undefined;
  const times = fixed.map(({ missedAt, settledAt }) => settledAt - missedAt).sort((a, b) => a - b);
  const quantile = (share: number) => times[Math.ceil(share * times.length) - 1]!;
  return { median: quantile(0.5), ninetieth: quantile(0.9), of: fixed.length };
}
