import type { Language } from '../state.ts';

/** What the bot says about itself, and where it leads somebody whom it cannot answer. */
export interface MenuWording {
  readonly greeting: string;
  readonly thanks: string;
  readonly help: string;
  readonly restarted: string;
  /** Somebody wants to talk to a person. */
  readonly noPerson: string;
  /** Above a few questions as examples. */
  readonly examples: string;
  /** Above the categories. */
  readonly categories: string;
  /** Above the insurer's own desks. */
  readonly ownDesk: string;
  /** Above the nationwide line, where the insurer is not known. */
  readonly anyDesk: string;
  /** The question was not understood. */
  readonly unknown: string;
  /** The way on after a question that could not be answered. */
  readonly lookHere: string;
  /** The desk depends on the insurer. */
  readonly chooseForDesk: string;
}

const ABOUT: Readonly<Record<Language, string>> = {
  ja: 'マイナ保険証・資格確認書・国民健康保険の手続きについて、資料に書かれていることをお答えします。',
  en: 'From official documents, I answer questions about the Myna insurance card (マイナ保険証), the health insurance eligibility certificate (資格確認書) and National Health Insurance procedures. The most asked topics have a short English answer; the others are in Japanese.',
};

export const MENU: Readonly<Record<Language, MenuWording>> = {
  ja: {
    greeting: `こんにちは。${ABOUT.ja}知りたいことを、ふだんの言葉で書いてください。`,
    thanks: 'お役に立ててうれしいです。ほかにも知りたいことがあれば、いつでも聞いてください。',
    help: `${ABOUT.ja}文章でも、「資格確認書 なくした」のような言葉だけでも大丈夫です。`,
    restarted: 'はじめからにしました。これまでの内容は消しました。知りたいことを書いてください。',
    noPerson: 'ここには自動の案内しかありません。担当者とは電話か窓口でお話しいただけます。',
    examples: 'たとえば、こんなことを聞けます。',
    categories: '知りたいことに近いものを選んでください。',
    ownDesk: 'こちらの窓口にお問い合わせください。',
    anyDesk: 'ご加入先の窓口か、次の電話にお問い合わせください。',
    unknown:
      '申し訳ありません。ご質問の答えがわかりませんでした。言い方を変えて聞いていただくか、窓口にお問い合わせください。',
    lookHere: 'マイナ保険証や資格確認書のことでしたら、こちらからも探せます。',
    chooseForDesk: 'ご加入先を選ぶと、窓口をご案内します。',
  },
  en: {
    greeting: `Hello. ${ABOUT.en} Please write what you would like to know in your own words.`,
    thanks: 'I am glad I could help. If there is anything else you would like to know, just ask.',
    help: `${ABOUT.en} You can write a sentence, or just a few words such as “lost my certificate”.`,
    restarted:
      'We are starting over, and what was said so far has been deleted. Please write what you would like to know.',
    noPerson: 'There is only automatic guidance here. You can talk to a person by phone or at the desk.',
    examples: 'For example, you can ask about these.',
    categories: 'Please choose the topic closest to your question.',
    ownDesk: 'Please ask here.',
    anyDesk: 'Please ask the desk of your health insurance, or call this number.',
    unknown:
      'I am sorry, I could not find an answer to your question. Please ask in other words, or ask the desk.',
    lookHere:
      'For questions about the Myna insurance card or the eligibility certificate, you can also look here.',
    chooseForDesk: 'Choose your health insurance to see its desk.',
  },
};
