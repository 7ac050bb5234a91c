import { afterEach } from 'vitest';
import { parse, stringify } from 'yaml';
import type { StaffParts } from '../../../../bin/staff/parts.ts';
import { editingPorts, proposalPorts } from '../../../../bin/staff/publishing.ts';
import { taskPorts } from '../../../../bin/staff/tasks.ts';
import {
  editingRoutes,
  proposalRoutes,
  type StaffRoute,
  taskRoutes,
  versionRoutes,
} from '../../../../bots/web/index.ts';
import type { StaffAnswer } from '../../../../bots/web/staff/route.ts';
import type { DraftAnswer } from '../../../../bots/web/staff/routes/editing.ts';
import type { ProposalEffect } from '../../../../bots/web/staff/routes/proposals.ts';
import { createKnowledge, type Entry, loadKnowledgeBase } from '../../../../src/knowledge/index.ts';
import { createKnowledgeTexts, createPublishing, type Role } from '../../../../src/staff/index.ts';
import { openStore, type Store } from '../../../../src/storage/index.ts';
import { isoDate } from '../../../../src/text/index.ts';
import { type Draft, yamlOf } from '../../../fixtures/knowledge.ts';

export const TODAY = isoDate('2026-11-22')!;
export const NOW = Date.UTC(2026, 10, 22);
/** A change of an entry that is as small as can be. */
export const retitled = (title: string) => () => ({ title });
/** What a trial would say; the bot itself is tried elsewhere. */
export const HARMLESS: ProposalEffect = { tried: 9, changed: [] };

export interface Asked {
  readonly by?: string;
  readonly role?: Role;
  readonly body?: unknown;
  readonly query?: unknown;
  readonly id?: number | string;
}

/** The routes about editing, proposals, versions and tasks as the program has them, on a store in memory; only no bot is tried. */
export interface PublishingDesk {
  readonly store: Store;
  /** Missed questions that were settled, and by whom. */
  readonly drafted: readonly (readonly [question: number, by: string])[];
  /** Calls a route as whoever mounts it does; throws where the body or the query does not fit. */
  call(route: string, asked?: Asked): Promise<StaffAnswer>;
  /** The data of an answer; throws where it is a refusal. */
  data<T>(route: string, asked?: Asked): Promise<T>;
  /** Changes an entry of the knowledge base that holds now; gives the id of the proposal. */
  propose(by: string, id: string, change: (entry: Entry) => Partial<Entry>): Promise<number>;
}

const open: Store[] = [];
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});

export async function publishingDesk(change: (draft: Draft) => void = () => {}): Promise<PublishingDesk> {
  const store = await openStore('file::memory:');
  open.push(store);
  const file = stringify(parse(yamlOf(change)), { lineWidth: 0, aliasDuplicateObjects: false });
  const texts = createKnowledgeTexts();
  const publishing = createPublishing({ ...store, file, texts });
  const parts: StaffParts = {
    store,
    texts,
    publishing,
    knowledge: createKnowledge(loadKnowledgeBase(file, 'kb').kb),
    live: () => undefined,
    today: () => TODAY,
    settings: {},
  };
  const drafted: (readonly [number, string])[] = [];
  const routes: readonly StaffRoute[] = [
    ...editingRoutes({
      ...editingPorts(parts),
      drafted: async (question, by) => drafted.push([question, by]) > 0,
    }),
    ...proposalRoutes({
      ...proposalPorts(parts),
      effect: async (id) => ((await publishing.review(id, TODAY)).kind === 'review' ? HARMLESS : undefined),
    }),
    ...versionRoutes(parts),
    ...taskRoutes(taskPorts(parts)),
  ];
  const call: PublishingDesk['call'] = async (name, asked = {}) => {
    const { by = 'aoki', role = 'approver', body, query = {}, id = 1 } = asked;
    const route = routes.find(({ method, url }) => `${method} ${url}` === name)!;
    return route.handle({
      staff: { name: by, role },
      body: route.body?.parse(body),
      query: route.query?.parse(query),
      params: { id: `${id}`, number: `${id}` },
      now: NOW,
      today: TODAY,
    });
  };
  const data = async <T>(name: string, asked?: Asked): Promise<T> => {
    const answer = await call(name, asked);
    if (answer.kind !== 'json') throw new Error(JSON.stringify(answer));
    return answer.data as T;
  };
  return {
    store,
    drafted,
    call,
    data,
    propose: async (by, id, change) => {
      const { version, entry } = await data<DraftAnswer>('GET /editing/entry', { query: { id } });
      const body = { version, id, entry: { ...entry, ...change(entry!) }, why: '資料が変わった' };
      return (await data<{ id: number }>('POST /editing/proposals', { by, body })).id;
    },
  };
}
