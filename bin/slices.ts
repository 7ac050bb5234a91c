import { setImmediate as othersFirst } from 'node:timers/promises';
import type { Steps } from '../src/intents/index.ts';

/** Milliseconds for which nobody is answered; a step that has begun is finished. */
const SLICE = 10;

/** Does work in slices, between which this process answers; rejects with the signal's reason once it is aborted. */
export async function inSlices<T>(steps: Steps<T>, signal?: AbortSignal): Promise<T> {
  for (;;) {
    const end = performance.now() + SLICE;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < end);
    await othersFirst(undefined, { signal });
  }
}
