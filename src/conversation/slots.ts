import type { Part } from '../reply/index.ts';
import type { RuleId, Slot } from '../rules/index.ts';
import { type Era, type IsoDate, plainDate, readDate, toIso } from '../text/index.ts';
import { choice, menuChoice } from './choices.ts';
import { type ConversationState, type Inquiry, type Language, OTHER_INSURER } from './state.ts';
import { wordingOf } from './wording/index.ts';

interface SlotDescription {
  /** Words by which a resident says, unasked, which date it is. */
  readonly cue: RegExp;
  /** The range of a date picker around `asOf`, in years, and where it opens. */
  readonly years: readonly [before: number, after: number];
  readonly opensAt?: IsoDate;
}

const DESCRIPTIONS: Readonly<Record<Slot, SlotDescription>> = {
  birthDate: {
    cue: /生まれ|うまれ|生年月日|誕生日|\bborn\b|birth/i,
    years: [130, 0],
    opensAt: '1960-01-01' as IsoDate,
  },
  residenceUntil: {
    cue: /在留|ビザ|滞在|visa|residence|period of stay/i,
    years: [1, 10],
  },
  issuedOn: {
    cue: /発行|交付|作った|受け取った|issued/i,
    years: [11, 0],
  },
  expiresOn: {
    cue: /期限|切れ|まで|expir/i,
    years: [5, 11],
  },
  joinedOn: {
    cue: /入社|就職|加入|入った|入りました|転職|働き始め|joined|started/i,
    years: [3, 1],
  },
  dueOn: {
    cue: /納期|期限|支払期日|due/i,
    years: [6, 1],
  },
};

/** The rule that needs a date, whose rule it is, and in which language it asks. */
export interface Asker {
  readonly rule: RuleId;
  readonly insurer: string | undefined;
  readonly language: Language | undefined;
}

export function askerOf({ rule }: Inquiry, { insurer, language }: ConversationState): Asker {
  return { rule, insurer, language };
}

/** The question for a date, with the range that makes sense. */
export function dateRequest(slot: Slot, asker: Asker, asOf: IsoDate): Part {
  const { rule, insurer = OTHER_INSURER, language } = asker;
  const { years, opensAt } = DESCRIPTIONS[slot];
  const { dates, talk } = wordingOf(language);
  const today = plainDate(asOf);
  return {
    kind: 'date-request',
    slot,
    rule,
    insurer,
    prompt: dates.prompts[slot],
    min: toIso(today.subtract({ years: years[0] })),
    max: toIso(today.add({ years: years[1] })),
    initial: opensAt ?? asOf,
    choices: [choice(talk.unknownDate, { kind: 'skip-slot' }), menuChoice(language)],
  };
}

/** The facts that each rule can use, the most telling first. */
const SLOTS_OF_RULE: Readonly<Record<RuleId, readonly Slot[]>> = {
  'certificate-validity': ['birthDate', 'residenceUntil'],
  'notice-validity': ['birthDate'],
  'legacy-validity': ['birthDate'],
  'digital-certificate-validity': ['expiresOn', 'issuedOn', 'birthDate'],
  'foreign-national-validity': ['residenceUntil', 'birthDate'],
  'leave-nhi': ['joinedOn'],
  'tax-arrears': ['dueOn'],
};

/** The dates that a rule can use, in the order in which it asks for them. */
export function slotsOf(rule: RuleId): readonly Slot[] {
  return SLOTS_OF_RULE[rule];
}

/** Whether a rule can use the date of this slot. */
export function usesSlot(rule: RuleId, slot: Slot): boolean {
  return SLOTS_OF_RULE[rule].includes(slot);
}

/** A date of a text, with the slot that the text says it fills. */
export interface NamedFact {
  readonly slot: Slot;
  readonly date: IsoDate;
  readonly era: Era | null;
}

const CLAUSE_END = /[、。,\n]|(?<=です)|(?<=ました)/;

/** The dates that a text gives a rule unasked: only where a clause says which date it is. */
export function namedFacts(text: string, rule: RuleId, asOf: IsoDate): readonly NamedFact[] {
  const clauses = text.split(CLAUSE_END);
  const found: NamedFact[] = [];
  for (const clause of clauses) {
    const slot = SLOTS_OF_RULE[rule].find(
      (wanted) => DESCRIPTIONS[wanted].cue.test(clause) && !found.some((fact) => fact.slot === wanted),
    );
    const reading = slot && readDate(clause, slot, asOf);
    if (reading?.kind === 'date') found.push({ slot: slot!, date: reading.date, era: reading.era });
  }
  return found;
}

const DOES_NOT_KNOW =
  /わか[らり]|分か[らり]|判[らり]|知らな|知りませ|しらない|不明|書いてな|書かれてな|見当たら|覚えてな|忘れ|持ってな|手元にな|don'?t know|not sure|no idea/i;

export function saysUnknown(text: string): boolean {
  return DOES_NOT_KNOW.test(text);
}
