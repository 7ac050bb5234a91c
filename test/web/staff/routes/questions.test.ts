import { describe, expect, test } from 'vitest';
import {
  type Assignment,
  type Effect,
  type QuestionPorts,
  questionRoutes,
} from '../../../../bots/web/staff/routes/questions.ts';
import type { Role } from '../../../../src/staff/index.ts';
import type { IsoDate } from '../../../../src/text/index.ts';

const NOW = Date.UTC(2026, 10, 22);
const TODAY = '2026-11-22' as IsoDate;
const TARGET = { kind: 'entry', entry: 'myna-lost' } as const;
const BODY = { question: 'カードどっか行った', target: TARGET };
const HARMLESS: Effect = { own: 'カードをなくした', tried: 9, changed: [] };
const BREAKING: Effect = {
  ...HARMLESS,
  changed: [{ question: '保険証をなくした', right: 'A', before: 'A', after: 'B', breaks: true }],
};

function portsWith(over: Partial<QuestionPorts> = {}) {
  const assigned: Assignment[] = [];
  const noted: unknown[] = [];
  const ports: QuestionPorts = {
    open: async () => [{ id: 3, text: 'カードどっか行った', count: 2, firstAt: 1, lastAt: 2, questions: [] }],
    likely: () => ['a', 'b', 'c', 'd', 'e', 'f'],
    targets: () => [{ target: TARGET, label: 'カードをなくした', category: '紛失' }],
    has: (target) => target.kind === 'entry' && target.entry === 'myna-lost',
    effect: async () => HARMLESS,
    assign: async (assignment) => assigned.push(assignment) > 0,
    dismiss: async () => true,
    note: async (line) => void noted.push(line),
    ...over,
  };
  return { ports, assigned, noted };
}

async function call(ports: QuestionPorts, url: string, given: { body?: unknown; role?: Role } = {}) {
  const route = questionRoutes(ports).find((each) => each.url === url)!;
  const body = route.body?.parse(given.body);
  const staff = { name: '田中', role: given.role ?? 'editor' };
  return route.handle({ staff, body, query: undefined, params: { id: '3' }, now: NOW, today: TODAY });
}
const ASSIGN = '/questions/:id/assign';

describe('a missed question', () => {
  test('comes with the few entries that it probably means', async () => {
    const answer = await call(portsWith().ports, '/questions');
    expect(answer).toMatchObject({ data: { groups: [{ id: 3, likely: ['a', 'b', 'c', 'd', 'e'] }] } });
  });

  test('is learned in somebody’s name, and the audit log holds no word of the resident', async () => {
    const { ports, assigned, noted } = portsWith();
    expect(await call(ports, ASSIGN, { body: BODY })).toEqual({ kind: 'json', data: HARMLESS });
    expect(assigned).toEqual([{ id: 3, ...BODY, by: '田中', on: TODAY, source: '職員用の画面' }]);
    expect(noted).toEqual([{ who: '田中', action: 'question.assign', subject: '3 → myna-lost' }]);
  });

  test('that would break a right answer needs an approver; an editor saves nothing', async () => {
    const { ports, assigned, noted } = portsWith({ effect: async () => BREAKING });
    expect(await call(ports, ASSIGN, { body: BODY })).toMatchObject({
      kind: 'refused',
      status: 403,
      sentence: expect.stringContaining('1件'),
      data: BREAKING,
    });
    expect([assigned, noted]).toEqual([[], []]);
    expect(await call(ports, ASSIGN, { body: BODY, role: 'approver' })).toMatchObject({ kind: 'json' });
    expect(assigned).toHaveLength(1);
  });

  test('that somebody else has settled meanwhile is told, and not noted', async () => {
    const { ports, noted } = portsWith({ assign: async () => false, dismiss: async () => false });
    expect(await call(ports, ASSIGN, { body: BODY })).toMatchObject({ kind: 'refused', status: 409 });
    expect(await call(ports, '/questions/:id/dismiss')).toMatchObject({ kind: 'refused', status: 409 });
    expect(noted).toEqual([]);
  });

  test('cannot be assigned to an entry that is gone', async () => {
    const { ports, assigned } = portsWith();
    const body = { ...BODY, target: { kind: 'entry', entry: 'gone' } };
    for (const url of [ASSIGN, '/questions/effect'])
      expect(await call(ports, url, { body })).toMatchObject({ kind: 'refused', status: 422 });
    expect(assigned).toEqual([]);
  });

  test.each([
    ['', '質問を書いてください'],
    ['  ', '質問を書いてください'],
    ['あ'.repeat(501), '500字以内'],
  ])('of no use, %j, is refused with what to do', async (question, sentence) => {
    await expect(call(portsWith().ports, ASSIGN, { body: { ...BODY, question } })).rejects.toThrow(sentence);
  });

  test('shows what it would change before anything is saved', async () => {
    const { ports, assigned } = portsWith({ effect: async () => BREAKING });
    expect(await call(ports, '/questions/effect', { body: BODY })).toEqual({ kind: 'json', data: BREAKING });
    expect(assigned).toEqual([]);
  });

  test('may be put aside', async () => {
    const { ports, noted } = portsWith();
    expect(await call(ports, '/questions/:id/dismiss')).toEqual({ kind: 'done' });
    expect(noted).toEqual([{ who: '田中', action: 'question.dismiss', subject: '3' }]);
  });
});
