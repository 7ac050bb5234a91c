import { z } from 'zod';
import type { Desk, Knowledge } from '../../../../src/knowledge/index.ts';
import type { Found, Lookup } from '../../../../src/staff/index.ts';
import { type IsoDate, isoDate } from '../../../../src/text/index.ts';
import { type StaffAnswer, type StaffRequest, type StaffRoute, staffRoute } from '../route.ts';

/** What looking up needs of the program around it. */
export interface LookupPorts {
  readonly lookup: Lookup;
  /** The knowledge base of this moment; it may be exchanged while the program runs. */
  readonly knowledge: () => Knowledge;
}

/** A desk as it stands on an answer. */
export type DeskLine = Pick<Desk, 'name' | 'about' | 'tel' | 'hours'>;

/** What answers can be filtered by, and the desks that stand beside them. */
export interface FiltersAnswer {
  readonly today: IsoDate;
  readonly insurers: readonly {
    readonly id: string;
    /** 高崎市の国民健康保険, and as on a button: 高崎市. */
    readonly name: string;
    readonly short: string;
    /** The desk for everything. */
    readonly desk: DeskLine;
  }[];
  readonly categories: readonly { readonly id: string; readonly label: string }[];
  /** The desk of answers that hold nationwide. */
  readonly callCenter: DeskLine;
}

/** What was found, and of which day; `today` is the server's. */
export interface LookupAnswer {
  readonly today: IsoDate;
  readonly asOf: IsoDate;
  readonly found: readonly Found[];
}

/** The longest text that is looked up; nobody types more while somebody waits. */
export const MOST_CHARACTERS = 200;

const day = z.string().transform((text, context): IsoDate => {
  const checked = isoDate(text);
  if (checked !== undefined) return checked;
  context.addIssue('日付は 2025-09-01 のように指定してください');
  return z.NEVER;
});

const lookupQuery = z.strictObject({
  q: z.string().max(MOST_CHARACTERS, `${MOST_CHARACTERS}文字までにしてください`).default(''),
  insurer: z.string().optional(),
  category: z.string().optional(),
  asOf: day.optional(),
  past: z.literal('1').optional(),
});
type LookupQueryString = z.infer<typeof lookupQuery>;

/** The calls behind the desk page: answers for what is typed, and what they can be filtered by. Nothing typed is kept. */
export function lookupRoutes(ports: LookupPorts): readonly StaffRoute[] {
  return [
    staffRoute<undefined, LookupQueryString>({
      method: 'GET',
      url: '/lookup',
      action: 'lookUp',
      query: lookupQuery,
      handle: async (request) => lookUp(ports, request),
    }),
    staffRoute({
      method: 'GET',
      url: '/filters',
      action: 'lookUp',
      handle: async ({ today }) => ({ kind: 'json', data: filtersOf(ports.knowledge(), today) }),
    }),
  ];
}

function lookUp(
  { lookup, knowledge }: LookupPorts,
  { query, today }: StaffRequest<undefined, LookupQueryString>,
): StaffAnswer {
  const { q, insurer, category, asOf = today, past } = query;
  const { insurers, categories } = knowledge().kb;
  // Of an insurer that is not known the nationwide answers would look like its own.
  if (insurer !== undefined && !Object.hasOwn(insurers, insurer))
    return refused('その加入先は登録されていません。加入先を選び直してください。');
  if (category !== undefined && !Object.hasOwn(categories, category))
    return refused('その分野は登録されていません。分野を選び直してください。');
  const found = lookup({ text: q, asOf, insurer, category, includesPast: past !== undefined });
  return { kind: 'json', data: { today, asOf, found } satisfies LookupAnswer };
}

function refused(sentence: string): StaffAnswer {
  return { kind: 'refused', status: 400, sentence };
}

function filtersOf({ kb }: Knowledge, today: IsoDate): FiltersAnswer {
  const insurers = Object.entries(kb.insurers).map(([id, { name, short, desks }]) => ({
    id,
    name,
    short,
    desk: deskLine(desks[0]!),
  }));
  const categories = Object.entries(kb.categories).map(([id, { label }]) => ({ id, label }));
  return { today, insurers, categories, callCenter: deskLine(kb['call-center']) };
}

function deskLine({ name, about, tel, hours }: Desk): DeskLine {
  return { name, ...(about && { about }), ...(tel && { tel }), ...(hours && { hours }) };
}
