import { describe, expect, it } from 'vitest';
import { lintReadings, loadKnowledgeBase } from '../../src/knowledge/index.ts';
import { answer, type Draft, yamlOf } from '../fixtures/knowledge.ts';

/** Nobody has read 魑 and 魅. */
const unread = (text: string) => [...new Set(text.match(/[魑魅]/g) ?? [])];
const lint = (change: (draft: Draft) => void) =>
  lintReadings(loadKnowledgeBase(yamlOf(change), 'kb.yaml'), unread);

describe('words that nobody has read', () => {
  it('are remarked where they stand first, and stop nobody', () => {
    const findings = lint((d) => {
      d.entries.card!.answers = [answer('魑です。魑と魅です。')];
      d.entries.paper!.title = '魅';
    });
    expect(findings).toMatchObject([
      {
        severity: 'warning',
        file: 'kb.yaml',
        part: 'card.answers.0.text',
        message: expect.stringMatching(/「魑」「魅」.*readings\.csv/),
      },
    ]);
  });

  it('are sought in everything that residents are shown', () => {
    const findings = lint((d) => {
      d.insurers.north!.desks = [{ name: '北市役所 魑課', tel: '0123-45-6789' }];
      d['out-of-scope'][0]!.reply = '魅です。';
    });
    expect(findings.map(({ part }) => part)).toEqual(['insurers.north.desks.0.name', 'out-of-scope.0.reply']);
  });

  it('are nobody’s concern where they are only learned from', () => {
    const findings = lint((d) => {
      d.entries.card!.phrasings[3] = '魑はなに';
      d['out-of-scope'][0]!.lines = ['魅はなに'];
      d.insurers.north!.mentions = ['魑'];
    });
    expect(findings).toEqual([]);
  });
});
