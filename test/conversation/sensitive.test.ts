import { expect, it } from 'vitest';
import { asks, last, play } from './talk.ts';

it.each([
  ['the question itself', 'takasaki', [asks('dv-support')]],
  ['the question while the insurer is asked for', undefined, [asks('dv-support')]],
  ['the entry chosen from the menu', 'ako', ['[entry:dv-support]']],
  ['a cry for help', 'takasaki', ['夫に殴られて逃げています']],
  ['the entry beside another on offer', 'takasaki', ['逃げていて解除もしたい']],
])('tells channels that it is about somebody in danger: %s', (_, insurer, inputs) => {
  expect(last(play(insurer, ...inputs)).reply.isSensitive).toBe(true);
});

it.each([
  ['another question', [asks('certificate-lost')]],
  ['another question after it', [asks('dv-support'), asks('certificate-lost')]],
  ['the menu, in which the entry stands too', ['[category:support]']],
])('says nothing of the kind: %s', (_, inputs) => {
  expect(last(play('takasaki', ...inputs)).reply).not.toHaveProperty('isSensitive');
});
