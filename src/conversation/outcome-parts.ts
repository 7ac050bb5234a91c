import type { Knowledge } from '../knowledge/index.ts';
import { fillDates, type Part } from '../reply/index.ts';
import type { Outcome, RuleId } from '../rules/index.ts';
import type { IsoDate } from '../text/index.ts';
import { asOfNote, contactParts, sourcesOf } from './answer-parts.ts';

const DATE_NAMES: Readonly<Record<string, string>> = {
  'certificate-expires': '電子証明書の有効期限',
  'card-expires': 'カード本体の有効期限',
  'usable-until': 'マイナ保険証として使える最後の日',
};

/** What the date of a rule is, as a heading says it. */
const HEADINGS: Readonly<Record<RuleId, string>> = {
  'certificate-validity': '資格確認書の有効期限',
  'notice-validity': 'お知らせの有効期限',
  'legacy-validity': '保険証を使えた最後の日',
  'digital-certificate-validity': '電子証明書の有効期限',
  'foreign-national-validity': '資格確認書の有効期限',
  'leave-nhi': '届出の期限',
  'tax-arrears': '納期限から1年の日',
};

function headingOf(rule: RuleId, outcome: KnownOutcome): string {
  switch (outcome.kind) {
    case 'date':
      return fillDates(`${HEADINGS[rule]}：{${outcome.date}}`);
    case 'no-expiry':
      return `${HEADINGS[rule]}：ありません`;
    case 'not-applicable':
      return HEADINGS[rule];
  }
}

type KnownOutcome = Exclude<Outcome, { kind: 'needs' }>;

/** For whom and when an outcome is told. */
export interface Teller {
  readonly knowledge: Knowledge;
  readonly insurer: string | undefined;
  /** Today in Asia/Tokyo. */
  readonly asOf: IsoDate;
}

/** What a rule found out, told as an answer: the date as a heading, how it came about, and the sources. */
export function outcomeParts(
  { knowledge, insurer, asOf }: Teller,
  entry: string,
  rule: RuleId,
  outcome: KnownOutcome,
): readonly Part[] {
  const sources = sourcesOf(knowledge, outcome.citations);
  const own = insurer && knowledge.kb.insurers[insurer]?.document;
  const lines =
    outcome.kind === 'date'
      ? [
          ...outcome.dates.map(({ name, date }) => `・${DATE_NAMES[name] ?? name}：{${date}}`),
          ...outcome.notes,
        ]
      : [];
  const part: Part = {
    kind: 'answer',
    entry,
    title: headingOf(rule, outcome),
    text: fillDates([outcome.reason, ...lines].join('\n')),
    scope: sources.length > 0 ? 'insurer' : 'silent',
    asOfNote: asOfNote(knowledge, sources, asOf, own),
    sources,
  };
  return outcome.kind === 'not-applicable' ? [part, ...contactParts(knowledge, insurer)] : [part];
}
