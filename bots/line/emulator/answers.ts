import type { Violation } from './validate.ts';

/** What LINE answers to a call. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** LINE's form of an error. */
export function refusal(status: number, message: string): Answer {
  return { status, body: { message } };
}

/** 400 with one detail for each violation. */
export function invalid(violations: readonly Violation[]): Answer {
  const details = violations.map(({ path, problem }) => ({ message: problem, property: path }));
  return { status: 400, body: { message: `The request body has ${details.length} error(s)`, details } };
}

export const DONE: Answer = { status: 200, body: {} };
