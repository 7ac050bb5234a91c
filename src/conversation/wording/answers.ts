import { fillDates } from '../../reply/index.ts';
import type { IsoDate } from '../../text/index.ts';
import type { InsurerName } from '../names.ts';
import type { Language } from '../state.ts';
import { englishDate } from './english-date.ts';

/** Whose document speaks, and as of when. */
export interface Speaker {
  readonly publisher: string;
  readonly date: IsoDate;
}

/** What is said around the curated answers. */
export interface AnswerWording {
  /** The document of the insurer (undefined: none in particular) does not answer this. */
  readonly silent: (own: InsurerName | undefined) => string;
  /** The insurer's document does not say it, but it holds nationwide. */
  readonly nationwide: (own: InsurerName) => string;
  /** Before an answer about violence. Numbers: see `hotlines` in the knowledge base. */
  readonly hotlines: string;
  /** `isOld`: the source that counts is more than a year old. */
  readonly asOf: (speakers: readonly Speaker[], isOld: boolean) => string;
  readonly related: string;
}

export const ANSWERS: Readonly<Record<Language, AnswerWording>> = {
  ja: {
    silent: (own) =>
      `${own === undefined ? 'お調べできる資料' : `${own.short}の資料`}には、この質問の答えが書かれていません。お手数ですが、窓口にお問い合わせください。`,
    nationwide: ({ short }) => `${short}の資料には書かれていないため、全国共通の内容をお伝えします。`,
    hotlines:
      '身の危険を感じるときは、すぐに110番へ電話してください。相談は#8008、または0120-279-889(24時間)で受けられます。',
    asOf: (speakers, isOld) => {
      const listed = speakers.map(({ publisher, date }) => `${fillDates(`{${date}}`)}時点の${publisher}`);
      const warning = isOld
        ? '1年以上前の資料です。変わっていることもあるため、窓口でもご確認ください。'
        : '';
      return `${listed.join('、')}の資料による内容です。${warning}`;
    },
    related: 'ほかに知りたいことはありますか。',
  },
  en: {
    silent: (own) =>
      `The documents ${own === undefined ? 'at hand' : `of ${own.name}`} do not answer this question. Please ask the desk.`,
    nationwide: ({ name }) =>
      `The documents of ${name} do not cover this, so here is what applies throughout Japan.`,
    hotlines:
      'If you are in danger, call 110 (police) now. For advice, call #8008 (domestic violence helpline) or 0120-279-889 (24 hours).',
    asOf: (speakers, isOld) => {
      const listed = speakers.map(({ publisher, date }) => `${publisher}, as of ${englishDate(date)}`);
      const warning = isOld
        ? ' The document is more than a year old and things may have changed, so please also check with the desk.'
        : '';
      return `Source: ${listed.join('; ')}.${warning}`;
    },
    related: 'Is there anything else you would like to know?',
  },
};
