import type { CannedAnswer, Found } from '../../../../src/staff/index.ts';
import type { IsoDate } from '../../../../src/text/index.ts';

export const TODAY = '2026-11-22' as IsoDate;

/** An answer of an insurer, or one that holds nationwide. */
export function canned(insurer: string | undefined, over: Partial<CannedAnswer> = {}): CannedAnswer {
  return {
    entry: 'lost',
    title: '資格確認書をなくした',
    insurer,
    insurerName: insurer ?? '全国共通',
    text: '窓口へお越しください。',
    holds: true,
    asOfNote: '令和8年8月1日時点の資料による内容です。',
    sources: [{ document: 'd', section: '紛失', title: '市の案内', date: '2026-08-01' as IsoDate }],
    ...over,
  };
}

export function entryOf(id: string, answers: readonly CannedAnswer[]): Found {
  return {
    entry: id,
    title: id,
    category: 'loss',
    categoryLabel: '紛失・盗難',
    review: '2027-07-31' as IsoDate,
    isSensitive: false,
    answers,
  };
}
