import type { Part } from '../reply/index.ts';
import type { RuleId, Slot } from '../rules/index.ts';
import { type Era, type IsoDate, plainDate, readDate, toIso } from '../text/index.ts';
import { choice, MENU_CHOICE } from './choices.ts';
import { OTHER_INSURER } from './state.ts';

interface SlotDescription {
  readonly prompt: string;
  /** Words by which a resident says, unasked, which date it is. */
  readonly cue: RegExp;
  /** The range of a date picker around `asOf`, in years, and where it opens. */
  readonly years: readonly [before: number, after: number];
  readonly opensAt?: IsoDate;
}

const DESCRIPTIONS: Readonly<Record<Slot, SlotDescription>> = {
  birthDate: {
    prompt:
      '期限を計算します。生年月日を教えてください(例:昭和31年11月1日)。計算だけに使い、答えたら消します。',
    cue: /生まれ|うまれ|生年月日|誕生日|\bborn\b|birth/i,
    years: [130, 0],
    opensAt: '1960-01-01' as IsoDate,
  },
  residenceUntil: {
    prompt: '在留期間が終わる日を教えてください(例:2027年3月31日)。在留カードに書かれています。',
    cue: /在留|ビザ|滞在|visa|residence|period of stay/i,
    years: [1, 10],
  },
  issuedOn: {
    prompt: 'マイナンバーカードの発行日を教えてください(例:令和3年4月1日)。',
    cue: /発行|交付|作った|受け取った|issued/i,
    years: [11, 0],
  },
  expiresOn: {
    prompt: 'カードの表面の「電子証明書の有効期限」の日付を教えてください(例:令和9年6月30日)。',
    cue: /期限|切れ|まで|expir/i,
    years: [5, 11],
  },
  joinedOn: {
    prompt: '新しい健康保険に入った日を教えてください(例:令和8年11月1日)。',
    cue: /入社|就職|加入|入った|入りました|転職|働き始め|joined|started/i,
    years: [3, 1],
  },
  dueOn: {
    prompt: '納めていない保険税の納期限を教えてください(例:令和8年9月30日)。',
    cue: /納期|期限|支払期日|due/i,
    years: [6, 1],
  },
};

/** The rule that needs a date, and whose rule it is. */
export interface Asker {
  readonly rule: RuleId;
  readonly insurer: string | undefined;
}

/** The question for a date, with the range that makes sense. */
export function dateRequest(slot: Slot, { rule, insurer = OTHER_INSURER }: Asker, asOf: IsoDate): Part {
  const { prompt, years, opensAt } = DESCRIPTIONS[slot];
  const today = plainDate(asOf);
  return {
    kind: 'date-request',
    slot,
    rule,
    insurer,
    prompt,
    min: toIso(today.subtract({ years: years[0] })),
    max: toIso(today.add({ years: years[1] })),
    initial: opensAt ?? asOf,
    choices: [choice('わからない', { kind: 'skip-slot' }), MENU_CHOICE],
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
