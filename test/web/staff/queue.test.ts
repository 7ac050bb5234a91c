import { expect, test } from 'vitest';
import { createQueue } from '../../../bots/web/staff/queue.ts';

test('one piece of work is done after the other, and those that come while too many wait are turned away', async () => {
  const queue = createQueue(3);
  const ended: number[] = [];
  let atOnce = 0;
  const work = (number: number) => async () => {
    atOnce += 1;
    expect(atOnce).toBe(1);
    await new Promise(setImmediate);
    atOnce -= 1;
    ended.push(number);
    return number;
  };
  expect(await Promise.all([1, 2, 3, 4].map((number) => queue(work(number))))).toEqual([1, 2, 3, 'full']);
  expect(ended).toEqual([1, 2, 3]);
  expect(await queue(work(5))).toBe(5);
});

test('work that fails fails for its own caller alone', async () => {
  const queue = createQueue(2);
  const failing = queue(() => Promise.reject(new Error('no')));
  const next = queue(async () => 'yes');
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('yes');
});
