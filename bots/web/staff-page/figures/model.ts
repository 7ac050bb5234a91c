import type {
  CannedAnswer,
  Figures,
  Rising,
  Share,
  StaleEntry,
  TimeToFix,
} from '../../../../src/staff/index.ts';
import type { JudgedWeek, Sample, Verdict } from '../../../../src/storage/index.ts';
import type { IsoDate } from '../../../../src/text/index.ts';
import type { Answered, StaffApi } from '../api.ts';

export type Table = 'entry' | 'channel' | 'insurer' | 'hour' | 'day';
export type Row = Figures & { readonly key: string | number | null; readonly label: string };

/** What the page is told of a period. */
export interface Overview {
  readonly period: Period;
  readonly figures: Figures;
  readonly helpfulShare: Share | null;
  readonly rightShare: Share | null;
  readonly weeks: readonly JudgedWeek[];
  readonly by: Readonly<Record<Table, readonly Row[]>>;
  readonly rising: readonly (Rising & { readonly label: string })[];
  readonly timeToFix: TimeToFix | null;
  readonly stale: readonly StaleEntry[];
}

export type JudgedSample = Sample & { readonly answer: CannedAnswer | null };

export interface Period {
  readonly from: string;
  readonly until: string;
}

export interface FiguresClient {
  /** Without a period, of the last four weeks. */
  read(period?: Period): Promise<Answered<Overview>>;
  samples(week: IsoDate): Promise<Answered<{ readonly samples: readonly JudgedSample[] }>>;
  judge(id: number, verdict: Verdict): Promise<Answered<undefined>>;
  /** The address of a table as a file. */
  csv(period: Period, by: Table): string;
}

export function createFiguresClient(api: StaffApi): FiguresClient {
  return {
    read: (period) => api.get('figures', { ...period }),
    samples: (week) => api.get('samples', { week }),
    judge: (id, verdict) => api.post(`samples/${id}/verdict`, { verdict }),
    csv: ({ from, until }, by) => `/staff/api/figures.csv?${new URLSearchParams({ from, until, by })}`,
  };
}

/** 2026-11-16 as 11月16日からの週. */
export function weekName(monday: string): string {
  const [, month, day] = monday.split('-').map(Number);
  return `${month}月${day}日からの週`;
}

/** Why an entry is to be read again: its day has come, or its documents are old. */
export function staleInWords({ review, isReviewDue, old }: StaleEntry): string {
  const oldest = old.map(({ newest }) => newest).toSorted()[0];
  const due = isReviewDue ? [`見直しの日(${review})が来ています`] : [];
  const documents =
    oldest === undefined ? [] : [`1年以上前(${oldest})の資料による答えが${old.length}件あります`];
  return [...due, ...documents].join('。');
}

/** 「93% (79〜98%、30件)」: a share never stands without how sure it is. */
export function shareInWords({ share, low, high, of }: Share): string {
  const percent = (part: number) => Math.round(100 * part);
  return `${percent(share)}%(確からしい範囲 ${percent(low)}〜${percent(high)}%、${of}件)`;
}
