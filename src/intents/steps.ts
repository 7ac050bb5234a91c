/**
 * Work in short steps, most of them below a millisecond, none above some twenty: whoever runs it may do something else between two
 * of them, so that answers go on while the matcher learns.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** All steps at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
