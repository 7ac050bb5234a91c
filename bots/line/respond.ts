import type { messagingApi } from '@line/bot-sdk';
import {
  type ConversationState,
  initialState,
  type TurnInput,
  type TurnResult,
} from '../../src/conversation/index.ts';
import type { Choice, Reply } from '../../src/reply/index.ts';
import type { IsoDate } from '../../src/text/index.ts';
import type { LineEvent } from './events.ts';
import {
  ASK_ALONE,
  GROUP_WELCOME,
  NEUTRAL_ALT_TEXT,
  STAYS_ON_PHONE,
  TOO_LONG,
  textOnly,
  welcome,
} from './fixed-replies.ts';
import { type LineRendering, renderReply } from './render/index.ts';

/** What the LINE channel needs of the rest; `bin/` gives it. */
export interface LineTalk {
  turn(state: ConversationState, input: TurnInput, asOf: IsoDate): TurnResult;
  /** Whether an entry is about something that nobody else should see. */
  isSensitive(entry: string): boolean;
  /** Whether pressing a choice would tell others of such a thing. */
  isQuiet(choice: Choice): boolean;
  readonly insurerChoices: readonly Choice[];
  /** Ways on for somebody who sent no text. */
  readonly startChoices: readonly Choice[];
  /** The city's own insurer, by DEFAULT_INSURER. */
  readonly ownInsurer?: { readonly id: string; readonly name: string };
  readonly publicUrl?: string;
  /** Questions that were missed are kept for staff. */
  readonly keepsQuestions?: boolean;
}

/** What is to be done about an event. */
export type Response = Answer | Erasure;

export interface Answer {
  readonly kind: 'answer';
  readonly messages: readonly messagingApi.Message[];
  readonly state: ConversationState;
  /** Nobody else may learn of it: no push, no log. */
  readonly isSensitive: boolean;
  /** The turn behind the answer; absent where the account spoke by itself. */
  readonly turn?: Turned;
}

export type Erasure =
  | { readonly kind: 'erase-conversation' }
  | { readonly kind: 'erase-message'; readonly message: string };

/** The longest text, in characters, as on the city's page. */
const LONGEST_TEXT = 2_000;

/** Works out the response to an event: pure. `state` is undefined in a new conversation. */
export function respond(
  talk: LineTalk,
  event: LineEvent,
  state: ConversationState | undefined,
  asOf: IsoDate,
): Response {
  const { happening } = event;
  const before = state ?? initialState(talk.ownInsurer?.id);
  const take = (input: TurnInput) =>
    turned(talk, event, before, { input, result: talk.turn(before, input, asOf) });
  const say = (reply: Reply) => said(talk, event, before, reply);
  switch (happening.kind) {
    case 'text': {
      const { text } = happening;
      if (Array.from(text).length > LONGEST_TEXT) return say(TOO_LONG);
      // 名前を呼ばれただけのときは、メニューを見せる
      return take(text.trim() === '' ? { choice: 'menu' } : { text });
    }
    case 'postback':
      return take({ choice: choiceOf(happening) });
    case 'not-text':
      return say(textOnly(talk.startChoices));
    case 'follow':
      return said(talk, event, initialState(talk.ownInsurer?.id), welcomeOf(talk));
    case 'join':
      return say(GROUP_WELCOME);
    case 'unfollow':
      return { kind: 'erase-conversation' };
    case 'unsend':
      return { kind: 'erase-message', message: happening.message };
  }
}

/** A date picker's postback names the slot; the date comes beside it. */
function choiceOf({ data, date }: Extract<LineEvent['happening'], { kind: 'postback' }>): string {
  return date === undefined ? data : `${data}:${date}`;
}

function welcomeOf({ insurerChoices, ownInsurer, publicUrl, keepsQuestions = false }: LineTalk): Reply {
  return welcome({
    insurers: insurerChoices,
    keepsQuestions,
    ...(ownInsurer && { ownInsurer: ownInsurer.name }),
    ...(publicUrl !== undefined && { publicUrl }),
  });
}

function said(talk: LineTalk, event: LineEvent, state: ConversationState, reply: Reply): Answer {
  return {
    kind: 'answer',
    messages: renderReply(reply, rendering(talk, event, state)),
    state,
    isSensitive: false,
  };
}

/** What the resident did, and what the conversation made of it. */
export interface Turned {
  readonly input: TurnInput;
  readonly result: TurnResult;
}

/** The answer to a turn. In a group, what only the person who asks should see is left to a talk of two. */
function turned(
  talk: LineTalk,
  event: LineEvent,
  before: ConversationState,
  { input, result }: Turned,
): Answer {
  const isSensitive = isSensitiveTurn(talk, result);
  const { parts } = result.reply;
  if (event.group !== undefined && (isSensitive || parts.some(({ kind }) => kind === 'date-request'))) {
    const urgent = result.decision === 'safety' ? parts.filter(({ kind }) => kind === 'notice') : [];
    return said(talk, event, before, { parts: [...urgent, ...ASK_ALONE.parts] });
  }
  const reply = isSensitive ? { parts: [...parts, STAYS_ON_PHONE] } : result.reply;
  const answer = said(talk, event, result.state, reply);
  return {
    ...answer,
    isSensitive,
    ...(isSensitive && { messages: answer.messages.map(withNeutralAltText) }),
    turn: { input, result },
  };
}

/** Sensitive is the entry answered, and a list of candidates that shows such an entry's name. */
function isSensitiveTurn(talk: LineTalk, { decision, entry, reply }: TurnResult): boolean {
  if (entry !== null && talk.isSensitive(entry)) return true;
  const offered = decision === 'choose' ? reply.parts : [];
  return offered.some((part) => part.kind === 'choices' && part.choices.some(talk.isQuiet));
}

function rendering(talk: LineTalk, event: LineEvent, { insurer }: ConversationState): LineRendering {
  return {
    isQuiet: talk.isQuiet,
    isGroup: event.group !== undefined,
    ...(talk.publicUrl !== undefined && { publicUrl: talk.publicUrl }),
    ...(insurer !== undefined && { insurer }),
  };
}

/** A locked screen shows the alternative text of a message. */
function withNeutralAltText(message: messagingApi.Message): messagingApi.Message {
  return message.type === 'flex' ? { ...message, altText: NEUTRAL_ALT_TEXT } : message;
}
