import { dateRequest, OTHER_INSURER, outcomeParts, slotsOf } from '../conversation/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { fillDates, type Part, type Source } from '../reply/index.ts';
import { evaluate, type Facts, type RuleId, SLOT_NAME, type Slot } from '../rules/index.ts';
import { bothCalendars, type IsoDate } from '../text/index.ts';

/** What staff have chosen and filled in; it lives in the form they have open, and nowhere else. */
export interface DatesRequest {
  readonly rule: RuleId | undefined;
  /** An insurer of the knowledge base, or `OTHER_INSURER`. */
  readonly insurer: string | undefined;
  readonly facts: Facts;
  /** Dates that were asked for and left empty. */
  readonly unknown: readonly Slot[];
}

export interface Option {
  readonly id: string;
  readonly label: string;
}

/** A field for a date. */
export interface DateField {
  readonly slot: Slot;
  readonly label: string;
  /** The question as it can be read out to the resident. */
  readonly prompt: string;
  readonly date: IsoDate | undefined;
}

/** What a rule says about the dates so far. */
export type DatesAnswer =
  /** Rule or insurer are still to be chosen. */
  | { readonly kind: 'choose' }
  /** The last of the fields waits to be filled in. */
  | { readonly kind: 'ask' }
  /** A date that the rule does not believe, or none that it could do with. */
  | { readonly kind: 'problem' | 'stuck'; readonly sentence: string }
  | {
      readonly kind: 'outcome';
      /** With the date, where there is one: 資格確認書の有効期限：令和… */
      readonly title: string;
      /** What it was worked out from: 生年月日：昭和… */
      readonly given: readonly string[];
      /** How it came about, with the further dates and notes. */
      readonly working: string;
      readonly asOfNote: string;
      readonly sources: readonly Source[];
      /** Where to ask when no date can be told. */
      readonly desks: readonly string[];
    };

/** A form for the date rules, with its answer beneath. */
export interface DatesView {
  readonly kind: 'dates';
  readonly rules: readonly Option[];
  readonly insurers: readonly Option[];
  readonly rule: RuleId | undefined;
  readonly insurer: string | undefined;
  readonly fields: readonly DateField[];
  readonly answer: DatesAnswer;
}

const CANNOT =
  'いまの日付だけでは計算できません。わかる日付を入れるか、書類を見てもう一度お尋ねいただくよう、ご案内ください。';

/** Asks for the dates of a rule one by one, as the chat does, and works the answer out; pure in the request and the day. */
export function datesView(knowledge: Knowledge, request: DatesRequest, asOf: IsoDate): DatesView {
  const { kb } = knowledge;
  const rules = Object.values(kb.entries).flatMap(({ rule, title }) =>
    rule ? [{ id: rule, label: title }] : [],
  );
  const insurers = Object.entries(kb.insurers).map(([id, { short }]) => ({ id, label: short }));
  const rule = rules.some(({ id }) => id === request.rule) ? request.rule : undefined;
  const known = [...insurers, { id: OTHER_INSURER, label: 'そのほか' }];
  const insurer = known.some(({ id }) => id === request.insurer) ? request.insurer : undefined;
  const form = { kind: 'dates', rules, insurers: known, rule, insurer } as const;
  if (rule === undefined || insurer === undefined) return { ...form, fields: [], answer: { kind: 'choose' } };
  return { ...form, ...askOrAnswer(knowledge, { ...request, rule, insurer }, asOf) };
}

interface Chosen extends DatesRequest {
  readonly rule: RuleId;
  readonly insurer: string;
}

function askOrAnswer(
  knowledge: Knowledge,
  { rule, insurer, facts: given, unknown }: Chosen,
  asOf: IsoDate,
): Pick<DatesView, 'fields' | 'answer'> {
  const used = slotsOf(rule);
  const facts: Facts = Object.fromEntries(used.flatMap((slot) => (given[slot] ? [[slot, given[slot]]] : [])));
  const fieldsWith = (asked?: Slot) => {
    const shown = used.filter((slot) => facts[slot] !== undefined || unknown.includes(slot));
    const slots = asked === undefined || shown.includes(asked) ? shown : [...shown, asked];
    return slots.map((slot) => fieldOf(slot, facts, { rule, insurer }, asOf));
  };
  const outcome = evaluate(rule, insurer, facts, asOf);
  switch (outcome.kind) {
    case 'needs': {
      const { needs, problem } = outcome;
      if (problem !== undefined)
        return { fields: fieldsWith(needs[0]), answer: { kind: 'problem', sentence: fillDates(problem) } };
      const slot = needs.find((need) => !unknown.includes(need));
      return {
        fields: fieldsWith(slot),
        answer: slot === undefined ? { kind: 'stuck', sentence: CANNOT } : { kind: 'ask' },
      };
    }
    case 'date':
    case 'no-expiry':
    case 'not-applicable': {
      const entry = Object.keys(knowledge.kb.entries).find((id) => knowledge.kb.entries[id]!.rule === rule)!;
      const parts = outcomeParts({ knowledge, insurer, asOf }, entry, rule, outcome);
      return { fields: fieldsWith(), answer: told(parts, facts) };
    }
  }
}

function fieldOf(
  slot: Slot,
  facts: Facts,
  { rule, insurer }: Pick<Chosen, 'rule' | 'insurer'>,
  asOf: IsoDate,
): DateField {
  const request = dateRequest(slot, { rule, insurer, language: 'ja' }, asOf);
  const prompt = request.kind === 'date-request' ? request.prompt : '';
  return { slot, label: SLOT_NAME[slot], prompt, date: facts[slot] };
}

/** The chat's own words about an outcome, with what it was worked out from. */
function told(parts: readonly Part[], facts: Facts): DatesAnswer {
  const answer = parts.find((part) => part.kind === 'answer')!;
  const desks = parts.flatMap((part) =>
    part.kind === 'contact' ? [[part.name, part.tel, part.hours].filter(Boolean).join(' ')] : [],
  );
  const given = (Object.entries(facts) as readonly (readonly [Slot, IsoDate])[]).map(
    ([slot, date]) => `${SLOT_NAME[slot]}：${bothCalendars(date)}`,
  );
  const { title, text, asOfNote, sources } = answer;
  return { kind: 'outcome', title, given, working: text, asOfNote, sources, desks };
}
