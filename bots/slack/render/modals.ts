import type { types } from '@slack/bolt';
import type { CardRequest, CounterView, DateField, DatesView } from '../../../src/staff/index.ts';
import { CALLBACK, encodeCard } from '../actions.ts';
import { LIMITS } from '../limits.ts';
import { type Block, context, DIVIDER, type Modal, plain, section } from './blocks.ts';
import { bold, clip, clipEscaped, escapeMrkdwn, linesWithin, link } from './mrkdwn.ts';

/** Names of the fields, by which what was filled in is read back. */
export const FIELD = { rule: 'rule', insurer: 'insurer', note: 'note', datePrefix: 'date-' } as const;
/** Characters of a remark. */
export const MOST_NOTE = 500;

const title = (text: string) => plain(text, LIMITS.viewTitle);
const CLOSE = title('閉じる');

/** Slack has no clipboard: the text stands alone in a frame, so that it can be marked and copied whole. */
export function pasteModal({ text }: Extract<CounterView, { kind: 'paste' }>): Modal {
  return {
    type: 'modal',
    title: title('文をコピー'),
    close: CLOSE,
    blocks: [
      section('枠の中をすべて選んで、コピーしてください。'),
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_preformatted',
            elements: piecesOf(text, LIMITS.text).map((piece) => ({ type: 'text', text: piece })),
          } as types.RichTextPreformatted,
        ],
      },
    ],
  };
}

/** A text in pieces that Slack takes; together they are the whole, and read as one. */
function piecesOf(text: string, most: number): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of text) {
    if (piece.length + character.length > most) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece || '-'];
}

/** Something that could not be done in a form, with what was typed kept. */
export interface Again {
  readonly sentence: string;
  readonly note: string;
}

/** Asks what is wrong or old with an answer. */
export function reportModal(
  { card, title: entry }: { readonly card: CardRequest; readonly title: string },
  again?: Again,
): Modal {
  return {
    type: 'modal',
    callback_id: CALLBACK.report,
    // The entry alone, for which a button's value has room.
    private_metadata: encodeCard(card),
    title: title('古い・まちがいを知らせる'),
    submit: title('送る'),
    close: CLOSE,
    blocks: [
      ...(again ? [section(clipEscaped(again.sentence, LIMITS.text))] : []),
      section(`${bold(clip(entry, 200))}\nこの答えについて、係に知らせます。`),
      {
        type: 'input',
        block_id: FIELD.note,
        optional: true,
        label: plain('どこが古い・まちがっているか', LIMITS.label),
        hint: plain('住民の名前や電話番号は書かないでください。空のままでも送れます。', LIMITS.label),
        element: {
          type: 'plain_text_input',
          action_id: FIELD.note,
          multiline: true,
          max_length: MOST_NOTE,
          ...(again && again.note !== '' && { initial_value: again.note }),
        },
      },
    ],
  };
}

/** A modal that only says something. */
export function sentenceModal(heading: string, sentence: string): Modal {
  return {
    type: 'modal',
    title: title(heading),
    close: CLOSE,
    blocks: [section(clipEscaped(sentence, LIMITS.text))],
  };
}

/**
 * The form of the date rules, and the answer beneath. What is filled in lives in the fields alone: Slack sends them with each
 * 「次へ」 and drops them when the form is closed. So no date stands in `private_metadata`, in a message, or on our side.
 */
export function datesModal(view: DatesView): Modal {
  const { rules, insurers, rule, insurer, fields, answer } = view;
  return {
    type: 'modal',
    callback_id: CALLBACK.dates,
    // The rule that asks for the fields, so that another one asks anew.
    ...(rule && { private_metadata: rule }),
    title: title('期限を計算する'),
    submit: title(answer.kind === 'outcome' ? '計算し直す' : '次へ'),
    close: CLOSE,
    blocks: [
      select(FIELD.rule, '何の期限か', rules, rule),
      select(FIELD.insurer, '加入先', insurers, insurer),
      ...fields.map(dateInput),
      ...answerBlocks(view),
      context('日付は計算だけに使います。Madoguchi には残しません。'),
    ],
  };
}

function select(
  name: string,
  label: string,
  all: DatesView['rules'] | DatesView['insurers'],
  chosen: string | undefined,
): types.InputBlock {
  const options = all
    .slice(0, LIMITS.options)
    .filter(({ id }) => id.length <= LIMITS.option)
    .map((option): types.PlainTextOption => ({ text: plain(option.label, LIMITS.option), value: option.id }));
  const initial = options.find(({ value }) => value === chosen);
  return {
    type: 'input',
    block_id: name,
    label: plain(label, LIMITS.label),
    element: {
      type: 'static_select',
      action_id: name,
      options,
      ...(initial && { initial_option: initial }),
    },
  };
}

function dateInput({ slot, label, prompt, date }: DateField): types.InputBlock {
  return {
    type: 'input',
    block_id: `${FIELD.datePrefix}${slot}`,
    // Left empty, it counts as not known, and the rule may do with another.
    optional: true,
    label: plain(label, LIMITS.label),
    hint: plain(`${prompt} わからないときは、空のまま進んでください。`, LIMITS.label),
    element: {
      type: 'datepicker',
      action_id: 'date',
      placeholder: plain('日付を選ぶ', LIMITS.placeholder),
      ...(date && { initial_date: date }),
    },
  };
}

function answerBlocks({ answer }: DatesView): readonly Block[] {
  switch (answer.kind) {
    case 'choose':
    case 'ask':
      return [];
    case 'problem':
    case 'stuck':
      return [DIVIDER, section(clipEscaped(answer.sentence, LIMITS.text))];
    case 'outcome': {
      const { title: heading, given, working, asOfNote, sources, desks } = answer;
      const cited = sources.map(({ title: document, section: part, url }) => {
        const words = clip(`${document}「${part}」`, 500);
        return `出典：${url === undefined ? escapeMrkdwn(words) : link(url, words)}`;
      });
      const lines = [clipEscaped(asOfNote, 1_000), ...cited].filter((line) => line !== '');
      const told = [...given.map((line) => `・${line}`), working].join('\n');
      return [
        DIVIDER,
        section(bold(clip(heading, 500))),
        section(clipEscaped(told, LIMITS.text)),
        ...(desks.length > 0
          ? [section(linesWithin(desks.map((desk) => `お問い合わせ：${clipEscaped(desk, 500)}`)))]
          : []),
        ...(lines.length > 0 ? [context(linesWithin(lines))] : []),
      ];
    }
  }
}
