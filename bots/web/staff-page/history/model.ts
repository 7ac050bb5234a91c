import type { VersionLine } from '../../../../src/staff/index.ts';
import type { VersionAnswer, VersionsAnswer } from '../../staff/routes/versions.ts';
import type { Answered, StaffApi } from '../api.ts';
import { type Me, readMe } from '../me.ts';
import type { Pick } from '../pick-list.ts';
import { dateAndTime } from '../times.ts';

export type { VersionAnswer, VersionLine };

/** The version that holds now, of a history with the newest first; undefined where nothing was published. */
export function presentOf(versions: readonly VersionLine[]): number | undefined {
  return versions[0]?.number;
}

export function pickOf(version: VersionLine, present: number | undefined): Pick {
  const { number, by, at, why } = version;
  return {
    id: number,
    title: number === present ? `第${number}版(いまの版)` : `第${number}版`,
    lines: [`${by}・${dateAndTime(at)}`, why],
  };
}

/** What returning to a version does, to be read before it is done. */
export function returnWarning(number: number, present: number): string {
  return `第${number}版の内容を、新しい第${present + 1}版として公開します。いまの第${present}版も、ほかの版も、履歴に残ります。消えるものはなく、あとでまた戻せます。`;
}

/** The calls of the page. */
export interface HistoryClient {
  me(): Promise<Answered<Me>>;
  list(): Promise<Answered<VersionsAnswer>>;
  read(number: number): Promise<Answered<VersionAnswer>>;
  returnTo(number: number, why: string): Promise<Answered<{ readonly version: number }>>;
}

/** Whole knowledge bases are read and written. */
const RETURN_MS = 60_000;

export function createHistoryClient(api: StaffApi): HistoryClient {
  return {
    me: () => readMe(api),
    list: () => api.get('versions'),
    read: (number) => api.get(`versions/${number}`),
    returnTo: (number, why) => api.post(`versions/${number}/return`, { why }, RETURN_MS),
  };
}
