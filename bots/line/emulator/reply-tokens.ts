/** How long a reply token works, in ms. */
export const TOKEN_LIFE_MS = 60_000;

interface Issued {
  /** The talk: a user's, group's or room's id. */
  readonly to: string;
  /** Ms since 1970. */
  readonly at: number;
}

/** Reply tokens: each opens the talk of its event once, within a minute. */
export class ReplyTokens {
  readonly #issued = new Map<string, Issued>();

  /** Makes a token known; the oldest ones are forgotten as they expire. */
  register(token: string, to: string, at: number): void {
    for (const [old, issued] of this.#issued) {
      if (!isOver(issued, at)) break;
      this.#issued.delete(old);
    }
    this.#issued.set(token, { to, at });
  }

  /** The talk that a token opens; undefined where it is unknown, used or over. */
  talkOf(token: string, now: number): string | undefined {
    const issued = this.#issued.get(token);
    return issued && !isOver(issued, now) ? issued.to : undefined;
  }

  use(token: string): void {
    this.#issued.delete(token);
  }
}

const isOver = ({ at }: Issued, now: number): boolean => now - at > TOKEN_LIFE_MS;
