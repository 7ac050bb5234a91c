import { fillDates } from '../../reply/index.ts';
import type { Outcome, RuleId } from '../../rules/index.ts';
import type { IsoDate } from '../../text/index.ts';
import type { Language } from '../state.ts';
import { englishDate } from './english-date.ts';

/** What a rule has found out. */
export type KnownOutcome = Exclude<Outcome, { kind: 'needs' }>;

/** How the outcome of a date rule is told. The reasons and notes of the rules themselves are Japanese. */
export interface OutcomeWording {
  /** The date with what it is, as a heading; that there is none; or only what was asked for. */
  readonly heading: (rule: RuleId, outcome: KnownOutcome) => string;
  /** The dates that a rule names, e.g. `card-expires`. */
  readonly dateNames: Readonly<Record<string, string>>;
  /** The date in a sentence, where the rule's own reason is in another language; else undefined. */
  readonly explained: (rule: RuleId, outcome: KnownOutcome, asOf: IsoDate) => string | undefined;
}

const HEADINGS: Readonly<Record<Language, Readonly<Record<RuleId, string>>>> = {
  ja: {
    'certificate-validity': '資格確認書の有効期限',
    'notice-validity': 'お知らせの有効期限',
    'legacy-validity': '保険証を使えた最後の日',
    'digital-certificate-validity': '電子証明書の有効期限',
    'foreign-national-validity': '資格確認書の有効期限',
    'leave-nhi': '届出の期限',
    'tax-arrears': '納期限から1年の日',
  },
  en: {
    'certificate-validity': 'Expiry date of the eligibility certificate',
    'notice-validity': 'Expiry date of the eligibility notice',
    'legacy-validity': 'Last day of the old insurance card',
    'digital-certificate-validity': 'Expiry date of the digital certificate',
    'foreign-national-validity': 'Expiry date of the eligibility certificate',
    'leave-nhi': 'Last day to notify the city',
    'tax-arrears': 'One year after the due date',
  },
};

type Told = (day: string, isPast: boolean) => string;

const certificate: Told = (day, isPast) =>
  isPast
    ? `Your health insurance eligibility certificate (資格確認書) was valid until ${day} and can no longer be used.`
    : `Your health insurance eligibility certificate (資格確認書) is valid until ${day}.`;

const DATED: Readonly<Record<RuleId, Told>> = {
  'certificate-validity': certificate,
  'foreign-national-validity': certificate,
  'notice-validity': (day, isPast) =>
    `Your eligibility notice (資格情報のお知らせ) ${isPast ? 'was' : 'is'} valid until ${day}.`,
  'legacy-validity': (day, isPast) =>
    `The last day on which you ${isPast ? 'could' : 'can'} use your old health insurance card (保険証) ${isPast ? 'was' : 'is'} ${day}.`,
  'digital-certificate-validity': (day, isPast) =>
    `The digital certificate (電子証明書) of your My Number card ${isPast ? 'was' : 'is'} valid until ${day}.`,
  'leave-nhi': (day, isPast) =>
    isPast
      ? `The notification that you are leaving National Health Insurance was due by ${day}.`
      : `Please notify the city by ${day} that you are leaving National Health Insurance.`,
  'tax-arrears': (day) => `One year after the due date of the insurance tax is ${day}.`,
};

const DATE_NAMES_EN: Readonly<Record<string, string>> = {
  'certificate-expires': 'Digital certificate valid until',
  'card-expires': 'Card itself valid until',
  'usable-until': 'Works as a Myna insurance card (マイナ保険証) until',
};
const REST = 'The reasons and further notes are in Japanese.';

function explainedInEnglish(rule: RuleId, outcome: KnownOutcome, asOf: IsoDate): string {
  switch (outcome.kind) {
    case 'date': {
      const others = outcome.dates.filter(({ name }) => name !== 'certificate-expires');
      const lines = others.map(({ name, date }) => `- ${DATE_NAMES_EN[name] ?? name}: ${englishDate(date)}`);
      return [DATED[rule](englishDate(outcome.date), outcome.date < asOf), ...lines, REST].join('\n');
    }
    case 'no-expiry':
      return `${HEADINGS.en[rule]}: there is none. ${REST}`;
    case 'not-applicable':
      return 'No date can be given here. The reason is in Japanese. Please ask the desk of your health insurance.';
  }
}

export const OUTCOMES: Readonly<Record<Language, OutcomeWording>> = {
  ja: {
    heading: (rule, outcome) => {
      const what = HEADINGS.ja[rule];
      switch (outcome.kind) {
        case 'date':
          return fillDates(`${what}：{${outcome.date}}`);
        case 'no-expiry':
          return `${what}：ありません`;
        case 'not-applicable':
          return what;
      }
    },
    dateNames: {
      'certificate-expires': '電子証明書の有効期限',
      'card-expires': 'カード本体の有効期限',
      'usable-until': 'マイナ保険証として使える最後の日',
    },
    explained: () => undefined,
  },
  en: {
    heading: (rule, outcome) => {
      const what = HEADINGS.en[rule];
      switch (outcome.kind) {
        case 'date':
          return `${what}: ${englishDate(outcome.date)}`;
        case 'no-expiry':
          return `${what}: none`;
        case 'not-applicable':
          return what;
      }
    },
    dateNames: DATE_NAMES_EN,
    explained: explainedInEnglish,
  },
};
