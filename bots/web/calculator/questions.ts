import { RULES, type RuleId, type Slot } from '../../../src/rules/index.ts';
import type { CalculatorKnowledge } from './knowledge.ts';

interface Question {
  /** On its button. */
  readonly label: string;
  /** What the date is, above the result; the same words as in the chat. */
  readonly heading: string;
  /** In a calendar, among other things and perhaps seen by others; the heading where absent. */
  readonly inCalendar?: string;
}

export const QUESTIONS: Readonly<Record<RuleId, Question>> = {
  'certificate-validity': { label: '資格確認書の有効期限', heading: '資格確認書の有効期限' },
  'notice-validity': {
    label: '資格情報のお知らせの有効期限',
    heading: 'お知らせの有効期限',
    inCalendar: '資格情報のお知らせの有効期限',
  },
  'legacy-validity': { label: '従来の保険証を使えた最後の日', heading: '保険証を使えた最後の日' },
  'digital-certificate-validity': {
    label: '電子証明書・マイナンバーカードの有効期限',
    heading: '電子証明書の有効期限',
  },
  'foreign-national-validity': {
    label: '外国籍の方の資格確認書の有効期限',
    heading: '資格確認書の有効期限',
  },
  'leave-nhi': {
    label: '国民健康保険をやめる届出の期限',
    heading: '届出の期限',
    inCalendar: '国民健康保険の届出の期限',
  },
  'tax-arrears': { label: '保険税を滞納して1年になる日', heading: '納期限から1年の日' },
};

interface DateQuestion {
  /** The fact as a name: 生年月日. */
  readonly name: string;
  readonly prompt: string;
  /** Where it stands, and how it may be typed. */
  readonly hint: string;
}

export const DATE_QUESTIONS: Readonly<Record<Slot, DateQuestion>> = {
  birthDate: {
    name: '生年月日',
    prompt: '生年月日はいつですか',
    hint: '例:昭和31年11月1日、西暦1956年11月1日',
  },
  residenceUntil: {
    name: '在留期間の満了日',
    prompt: '在留期間が終わる日はいつですか',
    hint: '在留カードに書かれています。例:西暦2027年3月31日',
  },
  issuedOn: {
    name: 'カードの発行日',
    prompt: 'マイナンバーカードの発行日はいつですか',
    hint: '例:令和3年4月1日',
  },
  expiresOn: {
    name: '電子証明書の有効期限',
    prompt: '電子証明書の有効期限はいつですか',
    hint: 'カードの表面に書かれています(書かれていない方もいます)。例:西暦2027年6月30日',
  },
  joinedOn: {
    name: '新しい健康保険に入った日',
    prompt: '新しい健康保険に入った日はいつですか',
    hint: 'お勤め先の健康保険などに入った日です。例:令和8年11月1日',
  },
  dueOn: {
    name: '保険税の納期限',
    prompt: '納めていない保険税の納期限はいつですか',
    hint: '例:令和8年9月30日',
  },
};

/** The question and insurer that an address opens, `?rule=leave-nhi&insurer=takasaki`; what is not known is left out. */
export function linked(
  search: string,
  { insurers }: CalculatorKnowledge,
): { readonly rule?: RuleId; readonly insurer?: string } {
  const query = new URLSearchParams(search);
  const rule = RULES.find((id) => id === query.get('rule'));
  const insurer = insurers.find(({ id }) => id === query.get('insurer'))?.id;
  return { ...(rule && { rule }), ...(insurer && { insurer }) };
}
