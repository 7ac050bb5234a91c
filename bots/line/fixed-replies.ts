import type { Choice, Part, Reply } from '../../src/reply/index.ts';

/** What the LINE account says by itself, beside the answers of the conversation. */

export interface Welcome {
  /** Every insurer to choose from, as the conversation offers them. */
  readonly insurers: readonly Choice[];
  /** The name of the insurer that the city has set as its own. */
  readonly ownInsurer?: string;
  readonly publicUrl?: string;
  /** Questions that were missed are kept for staff. */
  readonly keepsQuestions?: boolean;
}

const HELLO =
  'こんにちは。健康保険の窓口です。マイナ保険証や資格確認書のことを、ふだんの言葉でお尋ねください。資料に書かれていることを、自動でお答えします。';
const PRIVACY =
  'お名前やマイナンバーは送らないでください。答えるために覚えておく内容は、24時間で消します。ブロックすると、すぐに消えます。';
/** Told only where it is so (QUESTION_LOG). */
const KEPT =
  'うまくお答えできなかったご質問は、お名前や番号などを伏せて、案内をよくするために90日間残します。';

const text = (content: string): Part => ({ kind: 'text', text: content });

/** To a new friend of the account: what it is for, what is kept, and whose answers to give. */
export function welcome({ insurers, ownInsurer, publicUrl, keepsQuestions }: Welcome): Reply {
  const site = publicUrl === undefined ? '' : `\nホームページでもお尋ねいただけます。${publicUrl}/`;
  const prompt =
    ownInsurer === undefined
      ? 'ご加入の健康保険によって答えが変わります。どちらにご加入ですか。'
      : `${ownInsurer}にご加入の方としてお答えします。ほかの健康保険の方は、こちらから選んでください。`;
  return {
    parts: [
      text(HELLO),
      { kind: 'notice', level: 'private', text: `${PRIVACY}${keepsQuestions ? KEPT : ''}${site}` },
      { kind: 'choices', prompt, choices: insurers },
    ],
  };
}

/** To stickers, pictures, sounds, files and places. */
export function textOnly(choices: readonly Choice[]): Reply {
  const sorry = 'ありがとうございます。文字だけ読むことができます。知りたいことを、文字で送ってください。';
  return { parts: [{ kind: 'choices', prompt: sorry, choices }] };
}

export const TOO_LONG: Reply = {
  parts: [text('一度に読めるのは2,000文字までです。知りたいことを短くして、もう一度送ってください。')],
};

/** To a group that has invited the account. */
export const GROUP_WELCOME: Reply = {
  parts: [
    text(
      '健康保険の窓口です。グループでは、メンション(@)を付けて呼ばれたときだけお答えします。ご自分のことは、1対1のトークでお尋ねください。',
    ),
  ],
};

/** In a group, instead of what only the person who asks should see. */
export const ASK_ALONE: Reply = {
  parts: [
    text('この内容は、このアカウントとの1対1のトークでお答えします。そちらで、もう一度お尋ねください。'),
  ],
};

/** After an answer that somebody else might read on the phone. */
export const STAYS_ON_PHONE: Part = {
  kind: 'notice',
  level: 'private',
  text: 'このやり取りは、お使いの電話のトーク画面に残ります。消すときは、メッセージを長押しして「削除」を選びます。トーク一覧から、トークごと消すこともできます。こちらからあとで連絡することはありません。',
};

/** The line that a locked screen shows of an answer that nobody else should read. */
export const NEUTRAL_ALT_TEXT = 'お答えが届きました。';
