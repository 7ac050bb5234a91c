import { type BotMessage, type LineAction, quickRepliesOf } from '../../preview/message.ts';
import type { Happened, Happening, Said, TalkInfo } from '../happenings.ts';
import type { ShownMenu } from '../rich-menus.ts';

/** A line of a talk. */
export type Line =
  | {
      readonly from: 'user';
      readonly at: number;
      readonly user: string;
      readonly messageId: string | null;
      /** Null once it was unsent. */
      readonly content: Said | null;
    }
  | { readonly from: 'bot'; readonly at: number; readonly message: BotMessage }
  | { readonly from: 'note'; readonly at: number; readonly text: string };

/** A talk as the phone shows it. */
export interface Talk {
  readonly info: TalkInfo;
  readonly lines: readonly Line[];
  /** Shown until the next message. */
  readonly quickReplies: readonly LineAction[];
  /** Until when the bot is shown to be working; ms since 1970. */
  readonly loadingUntil: number;
}

/** Everything on the page. */
export interface PageState {
  readonly botName: string;
  readonly talks: readonly Talk[];
  readonly menus: Readonly<Record<string, ShownMenu>>;
  /** What happened, the latest first. */
  readonly log: readonly Happened[];
}

export const NOTHING_YET: PageState = { botName: '', talks: [], menus: {}, log: [] };

const MOST_LOGGED = 200;

/** The page after something happened. */
export function afterwards(state: PageState, happened: Happened): PageState {
  const { what } = happened;
  if (what.kind === 'talks') {
    const talks = what.talks.map((info) => ({ info, lines: [], quickReplies: [], loadingUntil: 0 }));
    return { ...NOTHING_YET, botName: what.botName, talks };
  }
  if (what.kind === 'menus') return { ...state, menus: what.menus };
  return {
    ...state,
    log: [happened, ...state.log].slice(0, MOST_LOGGED),
    talks: state.talks.map((talk) =>
      talk.info.id === what.talk ? talkAfterwards(talk, what, happened.at) : talk,
    ),
  };
}

type InTalk = Exclude<Happening, { readonly kind: 'talks' | 'menus' }>;

function talkAfterwards(talk: Talk, what: InTalk, at: number): Talk {
  switch (what.kind) {
    case 'said': {
      const { user, messageId, content } = what;
      return {
        ...talk,
        lines: [...talk.lines, { from: 'user', at, user, messageId, content }],
        quickReplies: [],
      };
    }
    case 'delivered': {
      const messages = what.delivery.messages as readonly BotMessage[];
      const lines = messages.map((message) => ({ from: 'bot' as const, at, message }));
      return {
        ...talk,
        lines: [...talk.lines, ...lines],
        quickReplies: quickRepliesOf(messages),
        loadingUntil: 0,
      };
    }
    case 'loading':
      return { ...talk, loadingUntil: at + what.seconds * 1_000 };
    case 'unsent':
      return {
        ...talk,
        lines: talk.lines.map((line) =>
          line.from === 'user' && line.messageId === what.messageId ? { ...line, content: null } : line,
        ),
      };
    case 'friend': {
      const text = what.isFriend ? '友だちに追加しました' : 'ブロックしました';
      return { ...talk, lines: [...talk.lines, { from: 'note', at, text }] };
    }
    case 'webhook': {
      if (what.outcome !== null && what.outcome < 300) return talk;
      const why = what.outcome === null ? 'ボットにつながりません' : `ボットの応答: ${what.outcome}`;
      return { ...talk, lines: [...talk.lines, { from: 'note', at, text: why }] };
    }
    case 'fault':
      return talk;
    case 'refused':
      return {
        ...talk,
        lines: [...talk.lines, { from: 'note', at, text: 'LINEの決まりに合わず、届きませんでした' }],
      };
  }
}
