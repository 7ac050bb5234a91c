/** Does one piece of work after the other; while `most` wait, others are turned away. */
export function createQueue(most: number): <T>(work: () => Promise<T>) => Promise<T | 'full'> {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  return async (work) => {
    if (waiting >= most) return 'full';
    waiting += 1;
    const mine = last.then(work);
    last = mine.catch(() => {});
    try {
      return await mine;
    } finally {
      waiting -= 1;
    }
  };
}
