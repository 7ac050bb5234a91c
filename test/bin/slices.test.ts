import { describe, expect, it } from 'vitest';
import { inSlices } from '../../bin/slices.ts';
import { finish } from '../../src/intents/index.ts';

function* busy(steps: number, ms: number) {
  for (let step = 0; step < steps; step++) {
    const end = performance.now() + ms;
    while (performance.now() < end) {
      // 計算しているつもり
    }
    yield;
  }
  return steps;
}

describe('work in slices', () => {
  it('comes to what it comes to in one go', async () => {
    expect(await inSlices(busy(50, 0))).toBe(finish(busy(50, 0)));
  });

  it('lets others in between', async () => {
    let others = 0;
    const timer = setInterval(() => {
      others += 1;
    }, 1);
    await inSlices(busy(60, 2));
    clearInterval(timer);
    expect(others).toBeGreaterThan(2);
  });

  it('ends where it is stopped', async () => {
    const stopping = new AbortController();
    const work = inSlices(busy(100_000, 1), stopping.signal);
    stopping.abort();
    await expect(work).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('fails as the work fails', async () => {
    const failing = (function* () {
      yield;
      throw new Error('no');
    })();
    await expect(inSlices(failing)).rejects.toThrow('no');
  });
});
