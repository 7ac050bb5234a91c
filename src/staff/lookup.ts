import { asOfNote, sourcesOf } from '../conversation/index.ts';
import { type Answer, type Entry, holdsOn, type Knowledge } from '../knowledge/index.ts';
import { type Source, withWesternDates } from '../reply/index.ts';
import type { IsoDate } from '../text/index.ts';

/** The entries that a text may mean, the likeliest first, as far as one can tell. */
export type Search = (typed: string) => readonly string[];

/** An answer as staff read it out, paste it or post it. */
export interface CannedAnswer {
  readonly entry: string;
  readonly title: string;
  /** Undefined where the answer holds nationwide. */
  readonly insurer: string | undefined;
  /** As on a button: 高崎市, or 全国共通. */
  readonly insurerName: string;
  /** With western years beside the Japanese ones. */
  readonly text: string;
  readonly easy?: string;
  readonly english?: string;
  /** First and last day on which it is right. */
  readonly from?: IsoDate;
  readonly until?: IsoDate;
  /** Right on the day that was asked about. */
  readonly holds: boolean;
  readonly asOfNote: string;
  readonly sources: readonly Source[];
}

/** An entry with its answers, those of all insurers side by side. */
export interface Found {
  readonly entry: string;
  readonly title: string;
  readonly category: string;
  readonly categoryLabel: string;
  /** When staff should read it again. */
  readonly review: IsoDate;
  /** Who sees to it, as the city names them. */
  readonly owner?: string;
  /** It is about violence: no channel keeps what is asked about it. */
  readonly isSensitive: boolean;
  /** The date rule that works out personal dates for it. */
  readonly rule?: Entry['rule'];
  readonly answers: readonly CannedAnswer[];
}

/** What is looked up; without a text, everything in the order of the knowledge base. */
export interface LookupQuery {
  readonly text: string;
  readonly asOf: IsoDate;
  /** Only what this insurer's residents are told: its own answers, else the nationwide ones. */
  readonly insurer?: string | undefined;
  readonly category?: string | undefined;
  /** Also answers that are over or not yet right on that day. */
  readonly includesPast?: boolean;
}

export type Lookup = (query: LookupQuery) => readonly Found[];

const NATIONWIDE = '全国共通';

/** Looks canned answers up for staff; entries without a fitting answer are left out. */
export function createLookup(knowledge: Knowledge, search: Search): Lookup {
  return ({ text, asOf, insurer, category, includesPast = false }) => {
    // It may become another one while the program runs.
    const { kb } = knowledge;
    const ids = text.trim() === '' ? Object.keys(kb.entries) : search(text);
    return ids.flatMap((id): readonly Found[] => {
      const entry = kb.entries[id];
      if (!entry || (category !== undefined && entry.category !== category)) return [];
      const fitting = entry.answers.filter((answer) => includesPast || holdsOn(answer, asOf));
      const answers = ofInsurer(fitting, insurer, asOf).map((answer) => canned(knowledge, id, answer, asOf));
      return answers.length === 0 ? [] : [{ ...headOf(knowledge, id, entry), answers }];
    });
  };
}

/** What somebody insured with `insurer` was told of an entry on a day; undefined where the documents said nothing. */
export function answerOn(
  knowledge: Knowledge,
  id: string,
  insurer: string | undefined,
  asOf: IsoDate,
): CannedAnswer | undefined {
  const holding = knowledge.kb.entries[id]?.answers.filter((answer) => holdsOn(answer, asOf)) ?? [];
  const own = holding.find((answer) => insurer !== undefined && answer.insurer === insurer);
  const answer = own ?? holding.find((each) => each.insurer === undefined);
  return answer && canned(knowledge, id, answer, asOf);
}

function headOf({ kb }: Knowledge, id: string, entry: Entry): Omit<Found, 'answers'> {
  const { title, category, review, owner, sensitive, rule } = entry;
  return {
    entry: id,
    title,
    category,
    categoryLabel: kb.categories[category]!.label,
    review,
    ...(owner && { owner }),
    isSensitive: sensitive !== undefined,
    ...(rule && { rule }),
  };
}

/** An insurer's own answers, and the nationwide ones where none of its own is right on that day. */
function ofInsurer(
  answers: readonly Answer[],
  insurer: string | undefined,
  asOf: IsoDate,
): readonly Answer[] {
  if (insurer === undefined) return answers;
  const own = answers.filter((answer) => answer.insurer === insurer);
  if (own.some((answer) => holdsOn(answer, asOf))) return own;
  return [...own, ...answers.filter((answer) => answer.insurer === undefined)];
}

function canned(knowledge: Knowledge, id: string, answer: Answer, asOf: IsoDate): CannedAnswer {
  const { insurer, text, easy, english, from, until, citations } = answer;
  const sources = sourcesOf(knowledge, citations);
  return {
    entry: id,
    title: knowledge.kb.entries[id]!.title,
    insurer,
    insurerName: insurer === undefined ? NATIONWIDE : knowledge.kb.insurers[insurer]!.short,
    text: withWesternDates(text),
    ...(easy && { easy: withWesternDates(easy) }),
    ...(english && { english }),
    ...(from && { from }),
    ...(until && { until }),
    holds: holdsOn(answer, asOf),
    asOfNote: asOfNote({ knowledge, insurer, asOf }, sources),
    sources,
  };
}
