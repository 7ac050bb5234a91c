import { type CannedAnswer, pasteText } from '../../../../src/staff/index.ts';
import { bothCalendars, type IsoDate, redact } from '../../../../src/text/index.ts';
import type { Wording } from './view-url.ts';

/** The days between which an answer is looked at: the day asked about, and today. */
export interface Days {
  readonly asOf: IsoDate;
  readonly today: IsoDate;
}

/** An answer's text in the words that were chosen, or in the usual ones where it has no others. */
export interface Worded {
  readonly text: string;
  readonly wording: Wording;
}

/** The marks that `redact` leaves. */
const MARK = /\[[^\]]*\]/g;

/** A text as it is looked up: an address may stand in a proxy's log, so numbers, dates and names are left out; no answer depends on them. */
export function sendable(typed: string): string {
  return redact(typed).replace(MARK, ' ').replace(/\s+/g, ' ').trim();
}

export function worded({ text, easy, english }: CannedAnswer, wording: Wording): Worded {
  switch (wording) {
    case 'usual':
      return { text, wording: 'usual' };
    case 'easy':
      return easy === undefined ? { text, wording: 'usual' } : { text: easy, wording: 'easy' };
    case 'english':
      return english === undefined ? { text, wording: 'usual' } : { text: english, wording: 'english' };
  }
}

/** From when until when an answer is right; empty where the knowledge base names no end of it. */
export function validity({ from, until }: Pick<CannedAnswer, 'from' | 'until'>): string {
  if (from === undefined && until === undefined) return '';
  const start = from === undefined ? '' : `${bothCalendars(from)}から`;
  const end = until === undefined ? '' : `${bothCalendars(until)}まで`;
  return `${start}${end}の答えです。`;
}

/** Why an answer must not be told as of that day; undefined where it may. */
export function notHolding({ holds, from, until }: CannedAnswer, { asOf, today }: Days): string | undefined {
  if (holds) return undefined;
  const day = asOf === today ? '今日' : bothCalendars(asOf);
  if (until !== undefined && until < asOf) return `${day}の時点では、終わった答えです。`;
  return from === undefined
    ? `${day}の答えではありません。`
    : `${day}の時点では、まだ始まっていない答えです。`;
}

/** Says of which day the answers are, where that is another one than today. */
export function ofAnotherDay({ asOf, today }: Days): string | undefined {
  if (asOf === today) return undefined;
  const isPast = asOf < today ? 'いまの答えではありません。' : 'これから変わることがあります。';
  return `${bothCalendars(asOf)}の時点の答えです。${isPast}`;
}

/** When an entry is to be read again, or that it should have been. */
export function reviewNote(
  review: IsoDate,
  today: IsoDate,
): { readonly text: string; readonly isOver: boolean } {
  return review < today
    ? { text: `見直しの時期を過ぎています(${bothCalendars(review)}まで)`, isOver: true }
    : { text: `見直しの時期：${bothCalendars(review)}`, isOver: false };
}

/** What is copied: the words shown, their source, and first of all a warning where they are not today's answer. */
export function copyText(answer: CannedAnswer, wording: Wording, days: Days): string {
  const warnings = [notHolding(answer, days), ofAnotherDay(days)].filter((line) => line !== undefined);
  const notes = warnings.map((line) => `※ ${line}`);
  return [...notes, pasteText({ ...answer, text: worded(answer, wording).text })].join('\n');
}
