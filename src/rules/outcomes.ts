import type { IsoDate } from '../text/calendar.ts';
import type { Outcome, RuleCitation, Sentence, Slot } from './rule.ts';

export const TAKASAKI = 'takasaki-2026';
export const AKO = 'ako-2025';
export const KOBAYASHI = 'kobayashi-2024';
export const MUTUAL_AID = 'mutual-aid-2024';
/** faq.myna.go.jp, outside the five documents; the section is the number of the question. */
export const MYNA_FAQ = 'myna-faq';

export function cite(document: string, section: string): readonly RuleCitation[] {
  return [{ document, section }];
}

export function needs(...slots: readonly Slot[]): Outcome {
  return { kind: 'needs', needs: slots };
}

/** The insurer's document is silent: another insurer's figure is never borrowed. */
export function noDateGiven(subject: string): Outcome {
  return {
    kind: 'not-applicable',
    reason: `ご加入先の資料には、${subject}が書かれていません。ご加入先の窓口にお尋ねください。`,
    citations: [],
  };
}

/** A person of 75 is in 後期高齢者医療制度, to which the insurers' tables do not extend (高齢者の医療の確保に関する法律50条). */
export function alreadySeventyFive(birthday: IsoDate, citations: readonly RuleCitation[]): Outcome {
  return {
    kind: 'not-applicable',
    reason: `{${birthday}}が75歳の誕生日のため、後期高齢者医療制度の対象です。国民健康保険の期限は当てはまりません。`,
    citations,
  };
}

/** The sentences that apply, in order. */
export function sentences(...all: readonly (Sentence | false | undefined)[]): readonly Sentence[] {
  return all.filter((sentence): sentence is Sentence => typeof sentence === 'string');
}
