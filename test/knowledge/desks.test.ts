import { describe, expect, it, test } from 'vitest';
import { KnowledgeBaseError, lintKnowledgeBase, loadKnowledgeBase } from '../../src/knowledge/index.ts';
import type { IsoDate } from '../../src/text/index.ts';
import { yamlOf } from '../fixtures/knowledge.ts';

function withDesk(over: Record<string, unknown>) {
  const yaml = yamlOf((d) => {
    d.insurers.north!.desks = [{ name: '北市役所', tel: '0123-45-6789', ...over }];
  });
  return lintKnowledgeBase(loadKnowledgeBase(yaml, 'kb.yaml'), '2026-11-21' as IsoDate);
}
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'];

it('hours with opening, or neither, are as they should be', () => {
  const opening = [{ days: WEEKDAYS, from: '08:30', until: '24:00' }];
  expect(withDesk({ hours: '平日8時30分から', opening })).toEqual([]);
  expect(withDesk({})).toEqual([]);
});

describe('opening hours that nobody can trust', () => {
  test.each([
    ['only for people', { hours: '平日9時から' }, 'opening がありません'],
    [
      'only for the program',
      { opening: [{ days: ['mon'], from: '09:00', until: '17:00' }] },
      'hours がありません',
    ],
    [
      'closed before it opens',
      { hours: '月曜', opening: [{ days: ['mon'], from: '17:00', until: '09:00' }] },
      '17:00 が 09:00 より前ではありません',
    ],
    [
      'open for no time',
      { hours: '月曜', opening: [{ days: ['mon'], from: '09:00', until: '09:00' }] },
      'より前ではありません',
    ],
    [
      'a day twice',
      {
        hours: '月曜',
        opening: [
          { days: ['mon', 'tue'], from: '09:00', until: '12:00' },
          { days: ['mon'], from: '13:00', until: '17:00' },
        ],
      },
      'mon が二度',
    ],
  ])('%s', (_why, over, message) => {
    expect(withDesk(over)).toMatchObject([
      {
        severity: 'error',
        part: 'insurers.north.desks.0',
        message: expect.stringContaining(message),
      },
    ]);
  });

  it.each(['24:30', '25:00', '9:30', '9時'])('%s is no time', (from) => {
    const load = () => withDesk({ hours: '月曜', opening: [{ days: ['mon'], from, until: '24:00' }] });
    expect(load).toThrow(KnowledgeBaseError);
    expect(load).toThrow('時刻は 09:30 のように');
  });
});
