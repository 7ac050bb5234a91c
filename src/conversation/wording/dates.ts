import type { Sentence, Slot } from '../../rules/index.ts';
import type { Language } from '../state.ts';

/** How dates are asked for, and what is said where one cannot be used. */
export interface DateWording {
  readonly prompts: Readonly<Record<Slot, string>>;
  /** A date that cannot be read, or is not in the calendar; `said` is what the reader of dates says, in Japanese. */
  readonly misread: (reading: 'unclear' | 'impossible', said: string) => string;
  /** A date that a rule does not believe; `said` is what the rule says, in Japanese. */
  readonly doubtful: (said: Sentence) => Sentence;
  /** Short, with digits, but no date at all. */
  readonly noDate: string;
  /** After a digression, before the date is asked for again. */
  readonly resume: string;
  /** The resident has none of the dates that the rule could do with. */
  readonly cannotCompute: string;
}

/** English months are not read (src/text), so the order is given. */
const TYPE_AGAIN = 'Please type it again as year-month-day, for example 1956-11-01.';

export const DATES: Readonly<Record<Language, DateWording>> = {
  ja: {
    prompts: {
      birthDate:
        '期限を計算します。生年月日を教えてください(例:昭和31年11月1日)。計算だけに使い、答えたら消します。',
      residenceUntil: '在留期間が終わる日を教えてください(例:2027年3月31日)。在留カードに書かれています。',
      issuedOn: 'マイナンバーカードの発行日を教えてください(例:令和3年4月1日)。',
      expiresOn: 'カードの表面の「電子証明書の有効期限」の日付を教えてください(例:令和9年6月30日)。',
      joinedOn: '新しい健康保険に入った日を教えてください(例:令和8年11月1日)。',
      dueOn: '納めていない保険税の納期限を教えてください(例:令和8年9月30日)。',
    },
    misread: (_reading, said) => said,
    doubtful: (said) => said,
    noDate: '日付として読み取れませんでした。',
    resume: '先ほどのご質問の続きです。',
    cannotCompute:
      '日付がわからないと計算できません。お手元のカードや書類を見て、またお尋ねください。窓口でも確かめられます。',
  },
  en: {
    prompts: {
      birthDate:
        'Let us work out the date. What is your date of birth (for example 1956-11-01)? It is used for this only and deleted once you have the answer.',
      residenceUntil:
        'When does your period of stay end (for example 2027-03-31)? It is written on your residence card.',
      issuedOn: 'When was your My Number card issued (for example 2021-04-01)?',
      expiresOn:
        'What is the expiry date of the digital certificate (電子証明書の有効期限) on the front of your card (for example 2027-06-30)?',
      joinedOn: 'On which day did you join your new health insurance (for example 2026-11-01)?',
      dueOn: 'By which day was the unpaid insurance tax due (for example 2026-09-30)?',
    },
    misread: (reading) => {
      switch (reading) {
        case 'unclear':
          return `I am not sure which day you mean. ${TYPE_AGAIN}`;
        case 'impossible':
          return `That day is not in the calendar. ${TYPE_AGAIN}`;
      }
    },
    doubtful: () => `That date does not seem to fit here. Please check it. ${TYPE_AGAIN}`,
    noDate: `I could not read that as a date. ${TYPE_AGAIN}`,
    resume: 'Now back to your earlier question.',
    cannotCompute:
      'The date cannot be worked out without this. Please look at your card or papers and ask again. You can also check at the desk.',
  },
};
