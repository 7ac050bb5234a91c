/** What can go wrong with a call; `timeout` is never answered, `5xx` is answered by a broken Slack. */
export type Fault = 'ratelimited' | 'invalid_blocks' | '5xx' | 'timeout' | (string & {});

interface Waiting {
  readonly fault: Fault;
  /** A method of the Web API, `response_url`, or undefined for any. */
  readonly method: string | undefined;
}

/** Faults by order; other words than those above are answered as Slack's own error. */
export class Faults {
  #waiting: Waiting[] = [];

  /** The next call (of that method) goes wrong so; orders are kept apart and used up in turn. */
  next(fault: Fault, method?: string, times = 1): void {
    this.#waiting.push(...Array.from({ length: times }, () => ({ fault, method })));
  }

  strike(method: string): Fault | undefined {
    const place = this.#waiting.findIndex(
      (waiting) => waiting.method === undefined || waiting.method === method,
    );
    return place < 0 ? undefined : this.#waiting.splice(place, 1)[0]!.fault;
  }

  clear(): void {
    this.#waiting = [];
  }
}
