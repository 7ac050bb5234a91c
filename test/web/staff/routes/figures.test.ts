import { describe, expect, test } from 'vitest';
import { type FigurePorts, figureRoutes } from '../../../../bots/web/staff/routes/figures.ts';
import { figuresCsv } from '../../../../bots/web/staff/routes/figures-csv.ts';
import type { TurnCount } from '../../../../src/staff/index.ts';
import type { JudgedWeek, Sample } from '../../../../src/storage/index.ts';
import type { IsoDate } from '../../../../src/text/index.ts';

const day = (text: string) => text as IsoDate;
const turn = (over: Partial<TurnCount>): TurnCount => ({
  day: day('2026-11-20'),
  hour: 9,
  channel: 'web',
  insurer: null,
  decision: 'answer',
  entry: 'myna-lost',
  count: 1,
  ...over,
});
const SAMPLE: Sample = {
  id: 7,
  channel: 'web',
  text: 'なくした',
  insurer: 'ako',
  entry: 'myna-lost',
  verdict: null,
  judgedBy: null,
};

function portsWith(over: Partial<FigurePorts> = {}) {
  const noted: unknown[] = [];
  const judged: unknown[] = [];
  const ports: FigurePorts = {
    counts: async () => ({ turns: [], opinions: [] }),
    fixed: async () => [],
    samples: {
      list: async () => [SAMPLE],
      judge: async (...given) => judged.push(given) > 0 && given[0] === SAMPLE.id,
      weeks: async () => [],
    },
    answerOn: () => undefined,
    stale: () => [],
    label: (_dimension, value) => `「${value}」`,
    note: async (line) => void noted.push(line),
    ...over,
  };
  return { ports, noted, judged };
}

const STAFF = { name: '田中', role: 'editor' } as const;
const NOW = Date.UTC(2026, 10, 22);

/** Calls a route as the server does once everything was checked. */
async function call(
  ports: FigurePorts,
  url: string,
  given: { query?: unknown; body?: unknown; id?: string },
) {
  const route = figureRoutes(ports).find((each) => each.url === url)!;
  const query = route.query?.parse(given.query);
  const body = route.body?.parse(given.body);
  const params: Record<string, string> = given.id === undefined ? {} : { id: given.id };
  return route.handle({ staff: STAFF, body, query, params, now: NOW, today: day('2026-11-22') });
}
const PERIOD = { from: '2026-11-01', until: '2026-11-30' };

describe('the figures', () => {
  test('come with their tables: time in its order, the rest by how often it was asked', async () => {
    const turns = [
      turn({ hour: 15, count: 2 }),
      turn({ hour: 9, entry: 'dv', count: 5 }),
      turn({ hour: null, entry: null, decision: 'safety' }),
    ];
    const { ports } = portsWith({ counts: async () => ({ turns, opinions: [] }) });
    const answer = await call(ports, '/figures', { query: PERIOD });
    const { by } = (answer as unknown as { data: { by: Record<string, { label: string }[]> } }).data;
    expect(by.hour!.map(({ label }) => label)).toEqual(['「9」', '「15」', '時刻なし']);
    expect(by.entry!.map(({ label }) => label)).toEqual(['「dv」', '「myna-lost」', '項目なし']);
  });

  test('come with the answers that are to be read again, as of today and not of the period', async () => {
    const due = { entry: 'dv', title: '支援措置', review: day('2026-11-01'), isReviewDue: true, old: [] };
    const { ports } = portsWith({ stale: (today) => (today === '2026-11-22' ? [due] : []) });
    expect(await call(ports, '/figures', { query: PERIOD })).toMatchObject({ data: { stale: [due] } });
  });

  test('say nothing of what nobody has judged, or pressed', async () => {
    const answer = await call(portsWith().ports, '/figures', { query: PERIOD });
    expect(answer).toMatchObject({ data: { rightShare: null, helpfulShare: null, timeToFix: null } });
  });

  test('of being right come from the weeks of the period alone', async () => {
    const weeks: JudgedWeek[] = [
      { week: day('2026-11-16'), waiting: 0, right: 3, wrong: 1, unclear: 2 },
      { week: day('2026-10-26'), waiting: 0, right: 0, wrong: 9, unclear: 0 },
    ];
    const { ports } = portsWith();
    const samples = { ...ports.samples, weeks: async () => weeks };
    const answer = await call({ ...ports, samples }, '/figures', { query: PERIOD });
    expect(answer).toMatchObject({ data: { rightShare: { share: 0.75, of: 4 }, weeks } });
  });

  test('of no period are those of the last four weeks', async () => {
    const answer = await call(portsWith().ports, '/figures', { query: {} });
    expect(answer).toMatchObject({ data: { period: { from: '2026-10-26', until: '2026-11-22' } } });
  });

  test('of a period that ends before it begins are refused with a sentence', async () => {
    const asked = call(portsWith().ports, '/figures', { query: { from: '2026-11-30', until: '2026-11-01' } });
    await expect(asked).rejects.toThrow('はじめの日を');
  });

  test('are a file for Excel, too', async () => {
    const { ports } = portsWith({ counts: async () => ({ turns: [turn({ count: 4 })], opinions: [] }) });
    const answer = await call(ports, '/figures.csv', { query: { ...PERIOD, by: 'channel' } });
    expect(answer).toEqual({
      kind: 'file',
      name: 'madoguchi-channel-2026-11-01-2026-11-30.csv',
      type: 'text/csv; charset=utf-8',
      content:
        '\ufeff経路,質問,答えた,候補を出した,わからなかった,危険の知らせ,メニュー,役に立った,役に立たなかった\r\n「web」,4,4,0,0,0,0,0,0\r\n',
    });
  });
});

test('a title in the table is text, whatever it begins with and holds', () => {
  const none = {
    questions: 0,
    answered: 0,
    offered: 0,
    unknown: 0,
    safety: 0,
    menu: 0,
    helpful: 0,
    notHelpful: 0,
  };
  const csv = figuresCsv('entry', [{ ...none, key: 'e', label: '=1+1,"x"' }]);
  expect(csv.split('\r\n')[1]).toBe(`"'=1+1,""x""",0,0,0,0,0,0,0,0`);
});

describe('a sample', () => {
  test('is judged in somebody’s name, and the audit log says so', async () => {
    const { ports, noted, judged } = portsWith();
    const answer = await call(ports, '/samples/:id/verdict', { id: '7', body: { verdict: 'wrong' } });
    expect(answer).toEqual({ kind: 'done' });
    expect(judged).toEqual([[7, 'wrong', '田中', NOW]]);
    expect(noted).toEqual([{ who: '田中', action: 'sample.judge', subject: '7' }]);
  });

  test('that is gone cannot be judged, and nothing is noted', async () => {
    const { ports, noted } = portsWith();
    expect(await call(ports, '/samples/:id/verdict', { id: '8', body: { verdict: 'right' } })).toMatchObject({
      kind: 'refused',
      status: 404,
    });
    expect(noted).toEqual([]);
  });

  test('is shown with what was answered in that week', async () => {
    const asked: unknown[] = [];
    const { ports } = portsWith({ answerOn: (...given) => void asked.push(given) });
    const answer = await call(ports, '/samples', { query: { week: '2026-11-16' } });
    expect(asked).toEqual([['myna-lost', 'ako', '2026-11-16']]);
    expect(answer).toMatchObject({ data: { samples: [{ ...SAMPLE, answer: null }] } });
  });
});
