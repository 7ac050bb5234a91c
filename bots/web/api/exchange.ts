import { createHash, randomUUID } from 'node:crypto';
import type { ConversationState, Language } from '../../../src/conversation/index.ts';
import type { Reply } from '../../../src/reply/index.ts';
import type { Millis } from '../../../src/storage/index.ts';
import type { WebPorts } from '../ports.ts';
import { createConversations } from './conversations.ts';
import { tellOpinion, tellStaff } from './for-staff.ts';
import { lengthOf, type Message } from './message.ts';
import type { ProblemKind } from './problems.ts';
import { NOTHING, type Remembered, rememberedAfter } from './remembered.ts';
import type { FeedbackBody, MessageAnswer } from './schemas.ts';

/** A page repeats a message within a minute, in which a conversation takes no more than these. */
const MOST_ANSWERS = 30;
/** The longest comment on an answer, in code points, as the problem `comment-too-long` tells residents. */
const LONGEST_COMMENT = 500;

/** What was answered under an idempotency key; `message` is the hash of what was asked. */
interface Given {
  readonly message: string;
  readonly answer: MessageAnswer;
}

/** A conversation as the server keeps it. */
interface Kept {
  readonly state: ConversationState;
  /** The insurer that the page last gave. */
  readonly insurer: string | undefined;
  readonly given: ReadonlyMap<string, Given>;
  /** The entries it was answered with, those of somebody in danger left out. */
  readonly entries: ReadonlySet<string>;
  readonly wasSensitive: boolean;
  readonly remembered: Remembered;
  /** What was thought of each entry, so that it counts once. */
  readonly opinions: ReadonlyMap<string, boolean>;
  /** Under which opinions and missed questions are stored: it leads to no conversation, nor to anybody. */
  readonly feedbackId: string;
}

/** The conversations of the web channel, in memory. */
export interface Exchange {
  /**
   * What was answered under this idempotency key already; undefined where it is new. A key that came with another message is a
   * problem.
   */
  repeated(key: string, message: Message): MessageAnswer | 'key-reused' | undefined;
  /** Takes the turn, at once and whole, so that of two equal messages the second finds the answer of the first. */
  say(key: string | undefined, message: Message): MessageAnswer;
  /** Stores what was thought of an answer, or tells why not. */
  feedback(given: FeedbackBody): Promise<ProblemKind | undefined>;
  /** Forgets a conversation and everything that was answered in it. */
  forget(conversationId: string): void;
}

/** An exchange that knows nobody yet. */
export function createExchange(ports: WebPorts): Exchange {
  // A first message has no conversation yet, so its key leads to it.
  const byKey = new Map<string, string>();
  const conversations = createConversations<Kept>({
    forgotten: ({ given }) => {
      for (const key of given.keys()) byKey.delete(key);
    },
  });

  return {
    repeated(key, message) {
      const id = byKey.get(key);
      const found = id === undefined ? undefined : conversations.get(id, ports.now())?.given.get(key);
      if (!found) return undefined;
      return found.message === hashOf(message) ? found.answer : 'key-reused';
    },
    say(key, message) {
      const { conversationId: asked, insurer, language } = message;
      const now = ports.now();
      const kept = asked === undefined ? undefined : conversations.get(asked, now);
      const was = stateFor(kept, insurer, language);
      const turn = { was, input: message.input, result: ports.turn(was, message.input, ports.today()) };
      const { result } = turn;
      // The id is always the server's own: one that it does not know is never taken over from a request.
      const conversationId = asked !== undefined && kept ? asked : randomUUID();
      const { decision, entry, candidates } = result;
      const reply = finished(ports, result.reply, message, result.state.language ?? 'ja');
      const answer = { conversationId, decision, entry, candidates: [...candidates], reply };
      const given =
        key === undefined
          ? (kept?.given ?? new Map())
          : withAnswer(kept, key, { message: hashOf(message), answer });
      for (const old of kept?.given.keys() ?? []) if (!given.has(old)) byKey.delete(old);
      if (key !== undefined) byKey.set(key, conversationId);
      const next: Kept = {
        state: message.dates === 'device' ? withoutDates(result.state) : result.state,
        insurer: insurer ?? kept?.insurer,
        given,
        entries: entriesAfter(kept?.entries, entry, result.reply),
        wasSensitive: kept?.wasSensitive === true || result.reply.isSensitive === true,
        remembered: NOTHING,
        opinions: kept?.opinions ?? new Map(),
        feedbackId: kept?.feedbackId ?? randomUUID(),
      };
      const before = kept?.remembered ?? NOTHING;
      tellStaff(ports, before, turn, next);
      const remembers = ports.intake.keeps !== 'off' && !next.wasSensitive;
      const remembered = remembers ? rememberedAfter(before, turn, ports.intake.redact) : NOTHING;
      conversations.put(conversationId, { ...next, remembered }, now);
      return answer;
    },
    async feedback({ conversationId, entry, helpful, comment = '' }) {
      if (lengthOf(comment) > LONGEST_COMMENT) return 'comment-too-long';
      const kept = conversations.get(conversationId, ports.now());
      if (!kept) return 'unknown-conversation';
      if (!kept.entries.has(entry)) return 'feedback-not-possible';
      // What somebody in danger writes is kept nowhere, be it under another answer.
      const said = kept.wasSensitive ? '' : ports.intake.redact(comment).trim();
      const feedback = { entry, insurer: kept.state.insurer ?? null, helpful, comment: said || null };
      await ports.addFeedback(feedback, kept.feedbackId, ports.now());
      const now = ports.now();
      // 書いている間に、次の質問をしたかもしれない
      const present = conversations.get(conversationId, now);
      if (!present) return undefined;
      tellOpinion(ports, present, entry, helpful);
      const opinions = new Map(present.opinions).set(entry, helpful);
      conversations.put(conversationId, { ...present, opinions }, now);
      return undefined;
    },
    forget: (conversationId) => conversations.delete(conversationId),
  };
}

/**
 * The state to go on from. A page gives its insurer with every message, so it counts only where it is new:
 * otherwise it would undo what the resident has told the bot since.
 */
function stateFor(
  kept: Kept | undefined,
  insurer: string | undefined,
  language: Language | undefined,
): ConversationState {
  const { language: before, ...state }: ConversationState = kept?.state ?? { version: 1 };
  const spoken = language ?? before ?? 'ja';
  return {
    ...state,
    ...(insurer !== undefined && insurer !== kept?.insurer && { insurer }),
    ...(spoken !== 'ja' && { language: spoken }),
  };
}

/** The page works dates out on the resident's device, so the server waits for none, and remembers none. */
function withoutDates({ pending, answered: _forgotten, ...state }: ConversationState): ConversationState {
  return { ...state, ...(pending && pending.kind !== 'slot' && { pending }) };
}

/** The reply as it is read at once: whether desks are open, and typeset where the page asks for it. */
function finished(ports: WebPorts, reply: Reply, { typeset }: Message, language: Language): Reply {
  const now: Millis = ports.now();
  const parts = reply.parts.map((part) =>
    part.kind === 'contact' && part.opening
      ? { ...part, status: ports.openingStatus(part.opening, now, language) }
      : part,
  );
  return typeset ? ports.typesetReply({ ...reply, parts }) : { ...reply, parts };
}

/** The answers by key with another one; the oldest go where there are too many. */
function withAnswer(kept: Kept | undefined, key: string, given: Given): ReadonlyMap<string, Given> {
  return new Map([...(kept?.given ?? []), [key, given] as const].slice(-MOST_ANSWERS));
}

/** The entries on which an opinion may be given after a turn. */
function entriesAfter(
  before: ReadonlySet<string> = new Set(),
  entry: string | null,
  { parts, isSensitive }: Reply,
): ReadonlySet<string> {
  const answered = parts.flatMap((part) => (part.kind === 'answer' ? [part.entry] : []));
  const entries = new Set([...answered, ...(entry === null ? [] : [entry])]);
  return isSensitive ? before.difference(entries) : before.union(entries);
}

/** Tells whether two messages are the same, and keeps nothing of what was typed. */
function hashOf(message: Message): string {
  return createHash('sha256').update(JSON.stringify(message)).digest('base64url');
}
