import type { Language } from '../state.ts';

/** The buttons that the bot itself puts under a reply, and how it guides from one turn to the next. */
export interface TalkWording {
  readonly menuChoice: string;
  readonly deskChoice: string;
  readonly noneOfThese: string;
  /** The resident does not know the date that was asked for. */
  readonly unknownDate: string;
  /** Another insurer, or not known. */
  readonly otherInsurer: string;
  readonly askInsurer: string;
  /** The insurer is known now, `name` as in a sentence; undefined: it is none of the knowledge base. */
  readonly insuredWith: (name: string | undefined) => string;
  /** Several entries may be meant. */
  readonly unclear: string;
  /** Several things were asked at once. */
  readonly twofold: string;
  /** Above the questions of a category, given by its label. */
  readonly questionsOf: (category: string) => string;
}

export const TALK: Readonly<Record<Language, TalkWording>> = {
  ja: {
    menuChoice: 'メニューを見る',
    deskChoice: '窓口・電話番号',
    noneOfThese: 'どれでもない',
    unknownDate: 'わからない',
    otherInsurer: 'ほか・わからない',
    askInsurer: 'ご加入の健康保険によって答えが変わります。どちらにご加入ですか。',
    insuredWith: (name) => {
      const whose =
        name === undefined ? '全国共通の内容をお答えします。' : `${name}にご加入の方としてお答えします。`;
      return `${whose}知りたいことを書いてください。`;
    },
    unclear: 'どれについてのご質問ですか。',
    twofold: 'いくつかのことをお尋ねですね。どれからお答えしましょうか。',
    questionsOf: (category) => `「${category}」の質問です。`,
  },
  en: {
    menuChoice: 'See the menu',
    deskChoice: 'Desks and phone numbers',
    noneOfThese: 'None of these',
    unknownDate: 'I don’t know',
    otherInsurer: 'Other / not sure',
    askInsurer: 'The answer depends on your health insurance. Which one do you have?',
    insuredWith: (name) => {
      const whose =
        name === undefined
          ? 'I will tell you what applies throughout Japan.'
          : `I will answer for members of ${name}.`;
      return `${whose} Please write what you would like to know.`;
    },
    unclear: 'Which of these do you mean?',
    twofold: 'You asked about more than one thing. Which shall I answer first?',
    questionsOf: (category) => `Questions on “${category}”:`,
  },
};
