import { z } from 'zod';
import { date } from '../../../../src/knowledge/index.ts';
import {
  type CannedAnswer,
  type Dimension,
  type Figures,
  type Fixed,
  figuresBy,
  figuresOf,
  type OpinionCount,
  rightShare,
  risingTopics,
  type StaleEntry,
  shareOf,
  type TurnCount,
  timeToFix,
} from '../../../../src/staff/index.ts';
import type { AnswerSamples, JudgedWeek } from '../../../../src/storage/index.ts';
import { type IsoDate, plainDate, toIso } from '../../../../src/text/index.ts';
import { type StaffRoute, staffRoute } from '../route.ts';
import { figuresCsv } from './figures-csv.ts';

/** Both days are included. */
export interface Period {
  readonly from: IsoDate;
  readonly until: IsoDate;
}

export interface FigurePorts {
  counts(
    period: Period,
  ): Promise<{ readonly turns: readonly TurnCount[]; readonly opinions: readonly OpinionCount[] }>;
  /** The missed questions that were settled in the period. */
  fixed(period: Period): Promise<readonly Fixed[]>;
  readonly samples: Pick<AnswerSamples, 'list' | 'judge' | 'weeks'>;
  answerOn(entry: string, insurer: string | undefined, asOf: IsoDate): CannedAnswer | undefined;
  /** The entries that staff should read again, the most urgent first. */
  stale(today: IsoDate): readonly StaleEntry[];
  /** What a value of a dimension is called: the title of an entry, the name of an insurer. */
  label(dimension: Dimension, value: string | number): string;
  /** Writes a line of the audit log. */
  note(line: { readonly who: string; readonly action: string; readonly subject: string }): Promise<void>;
}

/** A row of a table of figures. */
export type FigureRow = Figures & { readonly key: string | number | null; readonly label: string };

const DIMENSIONS = ['entry', 'channel', 'insurer', 'hour', 'day'] as const satisfies readonly Dimension[];
/** A year of weekly samples. */
const MOST_WEEKS = 52;

const ORDER = 'はじめの日を、終わりの日より前にしてください';
/** Nothing: the last four weeks. */
const period = z
  .strictObject({ from: date.optional(), until: date.optional() })
  .refine(({ from, until }) => (from === undefined) === (until === undefined), '両方の日を選んでください')
  .refine(({ from, until }) => !from || !until || from <= until, ORDER);
const table = z
  .strictObject({ from: date, until: date, by: z.enum(DIMENSIONS) })
  .refine(({ from, until }) => from <= until, ORDER);

/** What the bot did, each figure for itself, and the weekly samples that staff judge. */
export function figureRoutes(ports: FigurePorts): readonly StaffRoute[] {
  return [
    staffRoute({
      method: 'GET',
      url: '/figures',
      action: 'readFigures',
      query: period,
      handle: async ({ query: { from, until }, today }) => {
        const asked = from && until ? { from, until } : lastWeeks(today);
        return { kind: 'json', data: await overview(ports, asked, today) };
      },
    }),
    staffRoute({
      method: 'GET',
      url: '/figures.csv',
      action: 'readFigures',
      query: table,
      handle: async ({ query }) => {
        const { turns, opinions } = await ports.counts(query);
        const content = figuresCsv(query.by, rows(ports, query.by, turns, opinions));
        const name = `madoguchi-${query.by}-${query.from}-${query.until}.csv`;
        return { kind: 'file', name, type: 'text/csv; charset=utf-8', content };
      },
    }),
    ...sampleRoutes(ports),
  ];
}

/** The four weeks that end with a day. */
function lastWeeks(until: IsoDate): Period {
  return { from: toIso(plainDate(until).subtract({ days: 27 })), until };
}

async function overview(ports: FigurePorts, query: Period, today: IsoDate) {
  const [{ turns, opinions }, fixed, weeks] = await Promise.all([
    ports.counts(query),
    ports.fixed(query),
    ports.samples.weeks(MOST_WEEKS),
  ]);
  const figures = figuresOf(turns, opinions);
  const { helpful, notHelpful } = figures;
  const judged = weeks.filter(({ week }) => week >= query.from && week <= query.until);
  return {
    period: query,
    figures,
    helpfulShare: shareOf(helpful, helpful + notHelpful) ?? null,
    rightShare: rightShare(totalOf(judged)) ?? null,
    weeks,
    by: Object.fromEntries(
      DIMENSIONS.map((dimension) => [dimension, rows(ports, dimension, turns, opinions)]),
    ),
    rising: risingTopics(turns, query.until < today ? query.until : today).map((rising) => ({
      ...rising,
      label: ports.label('entry', rising.entry),
    })),
    timeToFix: timeToFix(fixed) ?? null,
    stale: ports.stale(today),
  };
}

function totalOf(weeks: readonly JudgedWeek[]): Pick<JudgedWeek, 'right' | 'wrong' | 'unclear'> {
  const sum = (of: 'right' | 'wrong' | 'unclear') => weeks.reduce((total, week) => total + week[of], 0);
  return { right: sum('right'), wrong: sum('wrong'), unclear: sum('unclear') };
}

const UNKNOWN: Readonly<Record<Dimension, string>> = {
  entry: '項目なし',
  channel: '不明',
  insurer: '加入先を聞いていない',
  hour: '時刻なし',
  day: '不明',
};

/** Days and hours in their order, everything else by how often it was asked. */
function rows(
  ports: FigurePorts,
  dimension: Dimension,
  turns: readonly TurnCount[],
  opinions: readonly OpinionCount[],
): readonly FigureRow[] {
  const all = [...figuresBy(dimension, turns, opinions)].map(([key, figures]) => ({
    key,
    label: key === null ? UNKNOWN[dimension] : ports.label(dimension, key),
    ...figures,
  }));
  const isTime = dimension === 'day' || dimension === 'hour';
  return all.sort((a, b) => (isTime ? compare(a.key, b.key) : b.questions - a.questions));
}

/** What has no time comes last. */
function compare(a: string | number | null, b: string | number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a < b ? -1 : Number(a > b);
}

function sampleRoutes({ samples, answerOn, note }: FigurePorts): readonly StaffRoute[] {
  return [
    staffRoute({
      method: 'GET',
      url: '/samples',
      action: 'judge',
      query: z.strictObject({ week: date }),
      handle: async ({ query: { week } }) => {
        const sampled = await samples.list(week);
        const data = sampled.map((sample) => ({
          ...sample,
          answer: answerOn(sample.entry, sample.insurer ?? undefined, week) ?? null,
        }));
        return { kind: 'json', data: { samples: data } };
      },
    }),
    staffRoute({
      method: 'POST',
      url: '/samples/:id/verdict',
      action: 'judge',
      body: z.strictObject({ verdict: z.enum(['right', 'wrong', 'unclear']) }),
      handle: async ({ params, body: { verdict }, staff, now }) => {
        const judged = await samples.judge(Number(params.id), verdict, staff.name, now);
        if (!judged)
          return {
            kind: 'refused',
            status: 404,
            sentence: 'この質問は、もう残っていません。一覧を読み込み直してください。',
          };
        await note({ who: staff.name, action: 'sample.judge', subject: params.id! });
        return { kind: 'done' };
      },
    }),
  ];
}
