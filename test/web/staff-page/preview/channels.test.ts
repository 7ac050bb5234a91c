import { expect, test } from 'vitest';
import { type Channel, channelBy } from '../../../../bots/web/staff-page/preview/channels.ts';

test.each<[string, Channel, Channel]>([
  ['ArrowRight', 'line', 'web'],
  ['ArrowRight', 'slack', 'line'],
  ['ArrowLeft', 'web', 'line'],
  ['ArrowLeft', 'line', 'slack'],
  ['Home', 'slack', 'line'],
  ['End', 'line', 'slack'],
])('%s leads from %s to %s', (key, from, to) => {
  expect(channelBy(key, from)).toBe(to);
});

test.each(['Tab', 'Enter', 'ArrowDown', 'a'])('%s leads nowhere, and is left to the browser', (key) => {
  expect(channelBy(key, 'web')).toBeUndefined();
});
