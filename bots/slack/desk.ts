import type { FastifyBaseLogger } from 'fastify';
import type { CardRequest, Counter, CounterCommand, CounterView } from '../../src/staff/index.ts';
import type { IsoDate } from '../../src/text/index.ts';
import type { Called, Calls } from './calls.ts';
import { BROKEN, type Failure, STARTING, sentenceOf } from './failure.ts';
import type { Modal } from './render/blocks.ts';
import { emptyHome, homeOf } from './render/home.ts';
import { type Message, messageOf, sentenceMessage } from './render/message.ts';
import { datesModal, pasteModal, reportModal, sentenceModal } from './render/modals.ts';

export interface DeskPorts {
  /** Undefined until questions can be understood. */
  counter(): Counter | undefined;
  readonly calls: Calls;
  /** Today in Asia/Tokyo. */
  today(): IsoDate;
  /** The desk page, for what Slack cannot do; undefined where it has no address. */
  readonly deskUrl: string | undefined;
  readonly log: Pick<FastifyBaseLogger, 'warn'>;
}

/** Where an answer goes: to whoever asked, in place of the message whose button was pressed, or to the whole channel. */
export type Where = 'private' | 'replace' | 'channel';
export type Say = (message: Message, where: Where) => Promise<Called>;

/** What somebody pressed or typed, and the ways to answer. */
export interface Asked {
  readonly say: Say;
  /** Opens a modal, within three seconds. */
  readonly trigger: string | undefined;
  /** In place of the message whose button was pressed, or as a new one. */
  readonly where: 'private' | 'replace';
}

/** What staff do in Slack, once it is parsed and acknowledged; nothing here rejects. */
export interface Desk {
  answer(command: CounterCommand, asked: Asked): Promise<void>;
  /** The next state of the open form of the date rules; at once, because it is the acknowledgement. */
  datesForm(command: Extract<CounterCommand, { kind: 'dates' }>): Modal;
  report(report: { card: CardRequest; note: string; by: string; viewId: string }): Promise<void>;
  home(user: string): Promise<void>;
}

export const SENDING = sentenceModal('お知らせ', '送っています…');
const OUTCOME = {
  taken: sentenceModal('お知らせ', '受け付けました。係が確かめます。ありがとうございます。'),
  refused: sentenceModal(
    'お知らせ',
    'この項目は、ここでは受け付けられません。担当の係に、直接お知らせください。',
  ),
} as const;
const NOT_TAKEN = 'いまは受け付けられませんでした。少し待ってから、もう一度送ってください。';

export function createDesk(ports: DeskPorts): Desk {
  const { calls, counter, today, deskUrl, log } = ports;
  const failed = (doing: string, failure: Failure) => log.warn({ slack: 'failed', doing, because: failure });
  const viewOf = (command: CounterCommand): CounterView => {
    const ready = counter();
    if (ready === undefined) return { kind: 'sentence', sentence: STARTING };
    try {
      return ready.view(command, today());
    } catch (error) {
      // The kind alone: a message may quote what was typed.
      log.warn({ slack: 'broken', doing: command.kind, because: error instanceof Error ? error.name : '' });
      return { kind: 'sentence', sentence: BROKEN };
    }
  };
  const tell = async (doing: string, called: Called, say: Say) => {
    if (called.kind === 'done') return;
    failed(doing, called.failure);
    const told = await say(sentenceMessage(sentenceOf(called.failure, deskUrl)), 'private');
    if (told.kind === 'failed') failed('sentence', told.failure);
  };
  return {
    answer: async (command, { say, trigger, where }) => {
      const view = viewOf(command);
      switch (view.kind) {
        case 'help':
        case 'found':
          return tell(command.kind, await say(messageOf(view), where), say);
        case 'sentence':
          return tell(command.kind, await say(messageOf(view), 'private'), say);
        case 'post':
          return tell(command.kind, await say(messageOf(view), 'channel'), say);
        case 'paste':
        case 'report-form':
        case 'dates': {
          const opening = { trigger_id: trigger, view: modalOf(view) };
          const called = await calls.api('views.open', opening, { patience: 'modal', isRepeatable: true });
          return tell(command.kind, called, say);
        }
      }
    },
    datesForm: (command) => {
      const view = viewOf(command);
      if (view.kind === 'dates') return datesModal(view);
      return sentenceModal('期限を計算する', view.kind === 'sentence' ? view.sentence : BROKEN);
    },
    report: async ({ card, note, by, viewId }) => {
      const ready = counter();
      const taken = await (ready ? ready.report(card, note, by) : Promise.reject()).catch(
        () => 'failed' as const,
      );
      const view =
        taken === 'failed' ? sentAgain(viewOf({ kind: 'report-form', card }), note) : OUTCOME[taken];
      const called = await calls.api(
        'views.update',
        { view_id: viewId, view },
        { patience: 'message', isRepeatable: true },
      );
      if (called.kind === 'failed') failed('report', called.failure);
    },
    home: async (user) => {
      const ready = counter();
      const waiting = await ready?.home(today()).catch(() => undefined);
      const view = waiting === undefined ? emptyHome(ready ? BROKEN : STARTING) : homeOf(waiting, deskUrl);
      const args = { user_id: user, view };
      const called = await calls.api('views.publish', args, { patience: 'message', isRepeatable: true });
      if (called.kind === 'failed') failed('home', called.failure);
    },
  };
}

function modalOf(view: Extract<CounterView, { kind: 'paste' | 'report-form' | 'dates' }>): Modal {
  switch (view.kind) {
    case 'paste':
      return pasteModal(view);
    case 'report-form':
      return reportModal(view);
    case 'dates':
      return datesModal(view);
  }
}

/** The form once more, with what was typed, where nothing could be stored. */
function sentAgain(view: CounterView, note: string): Modal {
  return view.kind === 'report-form'
    ? reportModal(view, { sentence: NOT_TAKEN, note })
    : sentenceModal('お知らせ', NOT_TAKEN);
}
