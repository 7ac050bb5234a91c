import { OTHER_INSURER } from '../../../../src/conversation/index.ts';
import { fillDates, type Source } from '../../../../src/reply/index.ts';
import { RULE_BY_ID, type RuleCitation, type RuleId, type Slot } from '../../../../src/rules/index.ts';
import { bothCalendars, type IsoDate, plainDate, toIso } from '../../../../src/text/index.ts';
import type { DatesInsurer, DatesKnowledge, Desk } from './knowledge.ts';
import type { Messages, WrittenDate } from './messages/messages.ts';
import type { KnownOutcome, Step } from './steps.ts';
import { type Timeline, timelineOf } from './timeline.ts';

/** Months after which a source is called old, as in the chat. */
const OLD_AFTER_MONTHS = 12;

/** A date with its name; `date` is in both calendars. */
export interface NamedText {
  readonly name: string;
  readonly date: string;
}

/** Everything that is said about an outcome, ready to be shown and printed; reason, notes and sources are Japanese. */
export interface OutcomeView {
  /** 資格確認書の有効期限. */
  readonly heading: string;
  /** The date apart in both calendars, or in words that there is none. */
  readonly answer: WrittenDate;
  readonly reason: string;
  readonly dates: readonly NamedText[];
  readonly notes: readonly string[];
  /** What it was calculated from. */
  readonly given: readonly NamedText[];
  readonly calculatedOn: string;
  /** Its Japanese name; undefined where it is none of the knowledge base. */
  readonly insurer: string | undefined;
  readonly asOfNote: string;
  readonly sources: readonly Source[];
  /** Where to ask when no date can be told; else empty. */
  readonly desks: readonly Desk[];
  readonly timeline: Timeline | undefined;
  /** The day to put into a calendar, unless it has passed. */
  readonly event: { readonly date: IsoDate; readonly title: string } | undefined;
}

type OutcomeStep = Extract<Step, { kind: 'outcome' }>;

/** On what day an outcome is told, from what, and in which words. */
export interface Telling {
  readonly knowledge: DatesKnowledge;
  readonly words: Messages;
  readonly asOf: IsoDate;
}

/** What is said about an outcome on a day. */
export function outcomeView(step: OutcomeStep, { knowledge, words, asOf }: Telling): OutcomeView {
  const { rule, facts, outcome } = step;
  const insurer = knowledge.insurers.find(({ id }) => id === step.insurer);
  const sources = sourcesOf(outcome.citations, knowledge);
  const { heading, inCalendar = heading } = words.rules[rule];
  const isDate = outcome.kind === 'date';
  const named = isDate ? outcome.dates : [];
  return {
    heading,
    answer: answerOf(outcome, words),
    reason: fillDates(outcome.reason),
    dates: named.map(({ name, date }) => ({ name: words.named[name] ?? name, date: words.fullDate(date) })),
    notes: isDate ? outcome.notes.map(fillDates) : [],
    given: givenTo(step, words),
    calculatedOn: words.fullDate(asOf),
    insurer: insurer === undefined || insurer.id === OTHER_INSURER ? undefined : insurer.name,
    asOfNote: asOfNote(sources, knowledge, insurer, asOf),
    sources,
    desks: outcome.kind === 'not-applicable' ? (insurer?.desks ?? []) : [],
    timeline: isDate ? timelineOf({ rule, facts, outcome, asOf }, words) : undefined,
    event: isDate && outcome.date >= asOf ? { date: outcome.date, title: inCalendar } : undefined,
  };
}

function answerOf(outcome: KnownOutcome, words: Messages): WrittenDate {
  switch (outcome.kind) {
    case 'date':
      return words.date(outcome.date);
    case 'no-expiry':
      return { main: words.outcome.noExpiry };
    case 'not-applicable':
      return { main: words.outcome.noDate };
  }
}

/** The dates that the resident gave and the rule can use; where it does not speak for the insurer, it used none. */
function givenTo({ rule, insurer, facts }: OutcomeStep, words: Messages): readonly NamedText[] {
  if (!appliesTo(rule, insurer)) return [];
  const given = Object.entries(facts) as readonly (readonly [Slot, IsoDate])[];
  return given.map(([slot, date]) => ({ name: words.slots[slot].name, date: words.fullDate(date) }));
}

function appliesTo(rule: RuleId, insurer: string): boolean {
  return RULE_BY_ID.get(rule)?.insurers.includes(insurer) ?? false;
}

function sourcesOf(citations: readonly RuleCitation[], { documents }: DatesKnowledge): readonly Source[] {
  return citations.flatMap(({ document, section }) => {
    const found = documents[document];
    if (found === undefined) return [];
    const { title, date, url } = found;
    return [{ document, section, title, date, ...(url !== undefined && { url }) }];
  });
}

/** As of when the sources speak, with a warning where the insurer's own, or else the newest, is old. */
function asOfNote(
  sources: readonly Source[],
  { documents }: DatesKnowledge,
  insurer: DatesInsurer | undefined,
  asOf: IsoDate,
): string {
  const cited = [...new Set(sources.map(({ document }) => document))];
  const dates = cited.flatMap((id) => documents[id]?.date ?? []).sort();
  const own = cited.find((id) => id === insurer?.document);
  const telling = (own === undefined ? undefined : documents[own]?.date) ?? dates.at(-1);
  if (telling === undefined) return '';
  const listed = cited.flatMap((id) => {
    const found = documents[id];
    return found === undefined ? [] : [`${bothCalendars(found.date)}時点の${found.publisher}`];
  });
  const isOld = toIso(plainDate(telling).add({ months: OLD_AFTER_MONTHS })) < asOf;
  const warning = isOld ? '1年以上前の資料です。変わっていることもあるため、窓口でもご確認ください。' : '';
  return `${listed.join('、')}の資料による内容です。${warning}`;
}
