import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { StaffAnswer } from '../../../../bots/web/staff/route.ts';
import {
  type FiltersAnswer,
  type LookupAnswer,
  lookupRoutes,
  MOST_CHARACTERS,
} from '../../../../bots/web/staff/routes/lookup.ts';
import { createKnowledge, holdsOn, loadKnowledgeBase } from '../../../../src/knowledge/index.ts';
import { createLookup, may } from '../../../../src/staff/index.ts';
import type { IsoDate } from '../../../../src/text/index.ts';

const TODAY = '2026-11-22' as IsoDate;
const { kb } = loadKnowledgeBase(await readFile('knowledge-base.yaml', 'utf8'), 'knowledge-base.yaml');
const knowledge = createKnowledge(kb);
const typed: string[] = [];
const lookup = createLookup(knowledge, (text) => {
  typed.push(text);
  return ['certificate-lost', 'legacy-lost', 'dv-support'];
});
const routes = lookupRoutes({ lookup, knowledge: () => knowledge });

/** Asks as whoever mounts the routes does: the schema first, then the route itself. */
async function ask(url: string, query: Readonly<Record<string, string>> = {}): Promise<StaffAnswer> {
  const route = routes.find((one) => one.url === url)!;
  return route.handle({
    staff: { name: 'yamada', role: 'viewer' },
    body: undefined,
    query: route.query?.parse(query),
    params: {},
    now: 0,
    today: TODAY,
  });
}

async function found(query: Readonly<Record<string, string>>): Promise<LookupAnswer> {
  const answer = await ask('/lookup', query);
  if (answer.kind !== 'json') throw new Error(`refused: ${JSON.stringify(answer)}`);
  return answer.data as LookupAnswer;
}

test('every call is a viewer’s, because it changes nothing', () => {
  expect(routes.map(({ method, action }) => [method, may('viewer', action)])).toEqual([
    ['GET', true],
    ['GET', true],
  ]);
});

describe('looking up', () => {
  test('without a text gives all entries as of today', async () => {
    const { asOf, today, found: all } = await found({});
    expect([asOf, today]).toEqual([TODAY, TODAY]);
    expect(all.length).toBe(
      Object.values(kb.entries).filter(({ answers }) => answers.some((one) => holdsOn(one, TODAY))).length,
    );
  });

  test('hands what is typed to the search, and keeps its order', async () => {
    const { found: some } = await found({ q: '資格確認書 なくした' });
    expect(typed.at(-1)).toBe('資格確認書 なくした');
    expect(some.map(({ entry }) => entry)).toEqual(['certificate-lost', 'legacy-lost', 'dv-support']);
  });

  test('of a past day gives what was told then, not what is told now', async () => {
    const validity = async (asOf: string) => {
      const { found: all } = await found({ asOf, insurer: 'ako', category: 'legacy-card' });
      return all.find(({ entry }) => entry === 'legacy-validity')!.answers.map(({ text }) => text);
    };
    const [then, now] = [await validity('2025-09-01'), await validity(TODAY)];
    expect([then.length, now.length]).toEqual([1, 1]);
    expect(then).not.toEqual(now);
  });

  test('with past=1 gives answers that are over as well, and says of each whether it holds', async () => {
    const { found: with_ } = await found({ past: '1', insurer: 'kobayashi' });
    const over = with_.flatMap(({ answers }) => answers).filter(({ holds }) => !holds);
    expect(over.length).toBeGreaterThan(0);
    for (const { until } of over) expect(until! < TODAY).toBe(true);
  });

  test('marks what is about violence, so that the desk can look around first', async () => {
    const { found: some } = await found({ q: '支援措置' });
    expect(some.filter(({ isSensitive }) => isSensitive).map(({ entry }) => entry)).toEqual(['dv-support']);
  });

  test.each([
    ['an insurer', { insurer: 'atlantis' }, '加入先'],
    ['a category', { category: 'weather' }, '分野'],
    ['an insurer named as a property of objects', { insurer: 'constructor' }, '加入先'],
  ])('with %s that is not known says what to choose again', async (_what, query, word) => {
    const answer = await ask('/lookup', query as unknown as Record<string, string>);
    expect(answer).toMatchObject({ kind: 'refused', status: 400 });
    expect(answer.kind === 'refused' && answer.sentence).toContain(word);
  });

  test.each([
    ['a day that the calendar does not have', { asOf: '2025-02-30' }],
    ['a text that is no day', { asOf: '昨日' }],
    ['a text that nobody types', { q: 'あ'.repeat(MOST_CHARACTERS + 1) }],
    ['a word of which nothing is known', { page: '2' }],
  ])('refuses %s before anything is looked up', async (_what, query) => {
    await expect(ask('/lookup', query as unknown as Record<string, string>)).rejects.toThrow(Error);
  });
});

test('the filters name every insurer with its main desk, every category, and the day', async () => {
  const answer = await ask('/filters');
  const { today, insurers, categories, callCenter } = (
    answer.kind === 'json' ? answer.data : undefined
  ) as FiltersAnswer;
  expect(today).toBe(TODAY);
  expect(insurers.map(({ id }) => id)).toEqual(Object.keys(kb.insurers));
  for (const { id, desk } of insurers) expect(desk.name).toBe(kb.insurers[id]!.desks[0]!.name);
  expect(categories.map(({ label }) => label)).toEqual(
    Object.values(kb.categories).map(({ label }) => label),
  );
  expect(callCenter.tel).toBe(kb['call-center'].tel);
});
