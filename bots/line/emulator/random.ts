/** Numbers in [0, 1), the same for the same seed (xorshift32): a run that went wrong can be played again. */
export function seeded(seed: number): () => number {
  // Small seeds are spread out first; xorshift stands still at nought.
  let state = Math.imul(seed ^ 0x5bd1e995, 0x9e3779b1) | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** `length` characters of `alphabet`. */
export function charactersOf(random: () => number, alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)]!).join('');
}
