import { fillDates, type Part } from '../reply/index.ts';
import type { RuleId } from '../rules/index.ts';
import { asOfNote, contactParts, sourcesOf } from './answer-parts.ts';
import type { Teller } from './talk.ts';
import { type KnownOutcome, wordingOf } from './wording/index.ts';

/**
 * What a rule found out, told as an answer: the date as a heading, how it came about, and the sources. The rules give
 * their reasons in Japanese, so an English talk gets the date in a sentence beside them.
 */
export function outcomeParts(
  teller: Teller,
  entry: string,
  rule: RuleId,
  outcome: KnownOutcome,
): readonly Part[] {
  const sources = sourcesOf(teller.knowledge, outcome.citations);
  const { heading, explained } = wordingOf(teller.language).outcomes;
  const english = explained(rule, outcome, teller.asOf);
  const part: Part = {
    kind: 'answer',
    entry,
    title: heading(rule, outcome),
    text: fillDates([outcome.reason, ...linesOf(outcome)].join('\n')),
    ...(english !== undefined && { english }),
    scope: sources.length > 0 ? 'insurer' : 'silent',
    asOfNote: asOfNote(teller, sources),
    sources,
  };
  return outcome.kind === 'not-applicable' ? [part, ...contactParts(teller)] : [part];
}

/** The further dates and notes of a rule, in Japanese like its reason. */
function linesOf(outcome: KnownOutcome): readonly string[] {
  if (outcome.kind !== 'date') return [];
  const { dateNames } = wordingOf('ja').outcomes;
  const dates = outcome.dates.map(({ name, date }) => `・${dateNames[name] ?? name}：{${date}}`);
  return [...dates, ...outcome.notes];
}
