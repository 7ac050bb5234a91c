import type { CannedAnswer, Card, CardAction, CounterView, ShownAnswer } from '../../../src/staff/index.ts';
import { ACTION, actionId, encodeCard } from '../actions.ts';
import { LIMITS, READABLE } from '../limits.ts';
import { textOf } from '../validate.ts';
import { actions, type Block, type Button, button, context, DIVIDER, section } from './blocks.ts';
import { bold, clip, clipEscaped, escapeMrkdwn, linesWithin, link } from './mrkdwn.ts';

/** A message with the text that stands for it in notifications. */
export interface Message {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** What a message can show; forms open in a modal. */
export type MessageView = Extract<CounterView, { kind: 'help' | 'found' | 'post' | 'sentence' }>;

/** Says nothing of the topic: a notification is read by whoever stands beside. */
const PRIVATE_TEXT = '窓口の答えです。';
const CUT_SHORT =
  '表示しきれない答えがあります。加入先の名前を添えて検索するか、デスクのページでご覧ください。';

/** A view as a message within Slack's limits. */
export function messageOf(view: MessageView): Message {
  switch (view.kind) {
    case 'help':
      return { text: '窓口の使い方です。', blocks: helpBlocks() };
    case 'sentence':
      return sentenceMessage(view.sentence);
    case 'post':
      return { text: postedText(view.answers), blocks: fitted(view.answers.flatMap(posted)) };
    case 'found':
      return { text: PRIVATE_TEXT, blocks: fitted(foundBlocks(view)) };
  }
}

/** A sentence to whoever pressed or typed. */
export function sentenceMessage(sentence: string): Message {
  const text = clipEscaped(sentence, LIMITS.text);
  return { text, blocks: [section(text)] };
}

function helpBlocks(): readonly Block[] {
  return [
    section(
      [
        bold('窓口の答えを探します'),
        '「/madoguchi 資格確認書をなくした」のように、質問を続けて打ってください。答えはあなただけに見えます。',
        '「/madoguchi 赤穂市 資格確認書」のように加入先を添えると、その加入先の答えを先に出します。',
        '名前・電話番号・生年月日など、住民のことは打たないでください。',
      ].join('\n'),
    ),
    ...actions([button(ACTION.dates, '期限を計算する')]),
  ];
}

function foundBlocks({ cards, others }: Extract<CounterView, { kind: 'found' }>): readonly Block[] {
  const shown = cards.flatMap((card, index) => [...(index > 0 ? [DIVIDER] : []), ...cardBlocks(card)]);
  if (others.length === 0) return shown;
  return [...shown, DIVIDER, context('ほかの候補'), ...actions(buttonsOf(others))];
}

function cardBlocks({ title, categoryLabel, remarks, answers, actions: own }: Card): readonly Block[] {
  const head = section(`${bold(clip(title, 200))}  ${clipEscaped(categoryLabel, 200)}`);
  const said = remarks.map((remark) => context(clipEscaped(remark, LIMITS.text)));
  const [only] = answers;
  // One answer and its entry share a row of buttons.
  const rows =
    answers.length === 1 && only
      ? [...answerBlocks(only.answer), ...actions(buttonsOf([...only.actions, ...own]))]
      : [...answers.flatMap(answerWithActions), ...actions(buttonsOf(own))];
  return [head, ...said, ...rows];
}

function answerWithActions({ answer, actions: own }: ShownAnswer): readonly Block[] {
  return [...answerBlocks(answer), ...actions(buttonsOf(own))];
}

/** Whose answer, the answer, as of when, and where it stands. */
function answerBlocks(answer: CannedAnswer): readonly Block[] {
  const name = bold(clip(answer.insurerName, 200));
  const text = clipEscaped(answer.text, LIMITS.text - name.length - 1);
  const sources = answer.sources.map(({ title, section: part, url }) => {
    const words = clip(`${title}「${part}」`, 500);
    return `出典：${url === undefined ? escapeMrkdwn(words) : link(url, words)}`;
  });
  const cited = linesWithin([clipEscaped(answer.asOfNote, 1_000), ...sources].filter((line) => line !== ''));
  return [section(`${name}\n${text}`), ...(cited === '' ? [] : [context(cited)])];
}

/** What everybody in the channel sees: no buttons, and whose it is in the heading. */
function posted(answer: CannedAnswer): readonly Block[] {
  return [section(bold(clip(answer.title, 200))), ...answerBlocks(answer)];
}

function postedText(answers: readonly CannedAnswer[]): string {
  const heads = answers.map(({ title, insurerName }) => `【${title}】${insurerName}`);
  return clipEscaped(heads.join('、'), LIMITS.fallback);
}

/** Buttons whose values Slack would take. */
function buttonsOf(all: readonly CardAction[]): readonly Button[] {
  return all.flatMap(({ kind, label, card }, place) => {
    const value = encodeCard(card);
    return value.length > LIMITS.value ? [] : [button(actionId(kind, place), label, value)];
  });
}

/** As many blocks as a message holds; where some are left out, that is said. */
function fitted(blocks: readonly Block[]): readonly Block[] {
  if (blocks.length <= LIMITS.messageBlocks && textOf(blocks) <= READABLE.message) return blocks;
  const kept: Block[] = [];
  let size = CUT_SHORT.length;
  for (const block of blocks) {
    size += textOf(block);
    if (kept.length === LIMITS.messageBlocks - 1 || size > READABLE.message) break;
    kept.push(block);
  }
  return [...kept, context(CUT_SHORT)];
}
