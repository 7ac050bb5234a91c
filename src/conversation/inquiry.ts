import type { Knowledge, ResolvedEntry } from '../knowledge/index.ts';
import { fillDates, type Part } from '../reply/index.ts';
import { evaluate, type Facts, type Outcome, RULE_BY_ID, type RuleId, type Slot } from '../rules/index.ts';
import { correctDate, type DateReading, type IsoDate, readDate } from '../text/index.ts';
import { contactParts } from './answer-parts.ts';
import { outcomeParts } from './outcome-parts.ts';
import { askerOf, dateRequest, type NamedFact, namedFacts } from './slots.ts';
import type { ConversationState, Inquiry } from './state.ts';
import { tellerOf } from './talk.ts';
import { wordingOf } from './wording/index.ts';

/** What a rule says now, the parts that tell it, and what is to be remembered. */
export interface InquiryStep {
  readonly outcome: Outcome;
  readonly parts: readonly Part[];
  readonly state: ConversationState;
}

/** Begins an inquiry; dates that the question itself names as such are used at once. */
export function beginInquiry(entry: string, rule: RuleId, text: string, asOf: IsoDate): Inquiry {
  return withFacts({ entry, rule, facts: {}, unknown: [] }, namedFacts(text, rule, asOf));
}

function withFacts(inquiry: Inquiry, found: readonly NamedFact[]): Inquiry {
  const last = found.at(-1);
  if (!last) return inquiry;
  const facts = { ...inquiry.facts, ...Object.fromEntries(found.map(({ slot, date }) => [slot, date])) };
  return { ...inquiry, facts, last: { slot: last.slot, era: last.era } };
}

/** Asks the rule, and then the resident for the first fact that it needs and that they may know. */
export function advance(
  knowledge: Knowledge,
  state: ConversationState,
  inquiry: Inquiry,
  asOf: IsoDate,
): InquiryStep {
  const teller = tellerOf({ knowledge, asOf }, state);
  const { dates } = wordingOf(state.language);
  const outcome = evaluate(inquiry.rule, state.insurer ?? '', inquiry.facts, asOf);
  const { pending: _asked, answered: _kept, ...rest } = state;
  switch (outcome.kind) {
    case 'needs': {
      const { problem } = outcome;
      const slot = outcome.needs.find((need) => !inquiry.unknown.includes(need));
      if (slot === undefined) {
        const sorry: Part = { kind: 'text', text: dates.cannotCompute };
        return { outcome, parts: [sorry, ...contactParts(teller)], state: rest };
      }
      const why: readonly Part[] =
        problem === undefined ? [] : [{ kind: 'text', text: fillDates(dates.doubtful(problem)) }];
      const facts = withoutSlot(inquiry.facts, problem === undefined ? undefined : slot);
      return {
        outcome,
        parts: [...why, dateRequest(slot, askerOf(inquiry, state), asOf)],
        state: { ...rest, pending: { kind: 'slot', slot, inquiry: { ...inquiry, facts } } },
      };
    }
    case 'date':
    case 'no-expiry':
    case 'not-applicable': {
      const correctable = inquiry.last === undefined ? {} : { answered: inquiry };
      return {
        outcome,
        parts: outcomeParts(teller, inquiry.entry, inquiry.rule, outcome),
        state: { ...rest, ...correctable },
      };
    }
  }
}

function withoutSlot(facts: Facts, slot: Slot | undefined): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => name !== slot));
}

/** Whether a date rule speaks for this insurer at all; elsewhere nothing personal needs to be asked. */
export function ruleApplies({ entry }: ResolvedEntry, insurer: string | undefined): boolean {
  return (
    entry.rule !== undefined &&
    insurer !== undefined &&
    RULE_BY_ID.get(entry.rule)!.insurers.includes(insurer)
  );
}

/** How a text answers the question for a date: the inquiry with what it adds, or why it cannot be read. */
export type SlotReading =
  | { readonly kind: 'read'; readonly inquiry: Inquiry }
  | Exclude<DateReading, { kind: 'date' }>;

/** Words that take something back; without them a date answers the question, it does not correct the last answer. */
const TAKES_BACK =
  /^(あ[、,っ。…\s!ー]|あれ|いや|いえ|ちが|違|間違|まちが|訂正|すみません|ごめん|失礼|やっぱ|ほんと|本当|じゃなく|no[,\s]|sorry|actually)|じゃなく|ではなく|間違|まちがい/i;

/** Reads the answer to a date question: a date, several that say which they are, or a correction of the last one. */
export function readSlot(text: string, slot: Slot, inquiry: Inquiry, asOf: IsoDate): SlotReading {
  if (TAKES_BACK.test(text.trim())) {
    const corrected = correctLast(text, inquiry, asOf);
    if (corrected.kind !== 'none') return corrected;
  }
  const named = namedFacts(text, inquiry.rule, asOf);
  if (named.length > 0) return { kind: 'read', inquiry: withFacts(inquiry, named) };
  const reading = readDate(text, slot, asOf);
  if (reading.kind !== 'date') return reading;
  return { kind: 'read', inquiry: withFacts(inquiry, [{ slot, date: reading.date, era: reading.era }]) };
}

/** The inquiry with the parts of its last date that the text names put right; `none` where it corrects nothing. */
export function correctLast(text: string, inquiry: Inquiry, asOf: IsoDate): SlotReading {
  const { last, facts } = inquiry;
  const previous = last && facts[last.slot];
  if (!last || previous === undefined) return { kind: 'none' };
  const reading = correctDate({ date: previous, era: last.era }, text, last.slot, asOf);
  if (reading.kind !== 'date') return reading;
  return {
    kind: 'read',
    inquiry: withFacts(inquiry, [{ slot: last.slot, date: reading.date, era: reading.era }]),
  };
}
