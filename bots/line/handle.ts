import { setTimeout as pause } from 'node:timers/promises';
import type { ConversationState } from '../../src/conversation/index.ts';
import {
  type Effects,
  type Finish,
  type LeasedEvent,
  type Millis,
  MOST_ATTEMPTS,
  type NewEvent,
  type Store,
  type StoredConversation,
} from '../../src/storage/index.ts';
import type { IsoDate } from '../../src/text/index.ts';
import type { Intake } from '../intake.ts';
import type { LineApi } from './api.ts';
import { deliver, LineUnavailable } from './deliver.ts';
import type { LineEvent } from './events.ts';
import { keptForStaff, tellStaff } from './for-staff.ts';
import { type Answer, type LineTalk, type Response, respond } from './respond.ts';
import type { Vault } from './vault.ts';

/** Whoever waits longer than this is shown that an answer is coming. */
const LOADING_AFTER_MS = 500;
/** Together well below a lease. */
const WRITING_ATTEMPTS = 20;
const WRITING_PAUSE_MS = 400;

export interface LinePorts {
  readonly talk: LineTalk;
  readonly api: LineApi;
  readonly vault: Vault;
  readonly store: Pick<Store, 'inbox' | 'conversations'>;
  now(): Millis;
  /** Today in Asia/Tokyo. */
  today(): IsoDate;
  /** How long a silent conversation is remembered. */
  readonly conversationTtlMs: number;
  readonly intake: Pick<Intake, 'keeps' | 'redact' | 'count' | 'answered'>;
}

/** An event as the inbox keeps it: nobody's name on it, and sealed. */
export function toInbox(event: LineEvent, vault: Vault): NewEvent {
  const { id, occurredAt, user = '', group = '', happening } = event;
  const conversation = vault.pseudonym(user, group);
  const isErasure = happening.kind === 'unsend' || happening.kind === 'unfollow';
  return {
    id,
    conversation,
    // 消してほしいという知らせは、答えの順番を待たない
    lane: isErasure ? `${conversation}/erase` : conversation,
    message: 'message' in happening ? happening.message : null,
    occurredAt,
    payload: vault.seal(JSON.stringify(event), id),
  };
}

/** Handles a leased event to its end: works out the answer, delivers it once, and writes what remains of it. */
export async function handleLeased(ports: LinePorts, leased: LeasedEvent): Promise<void> {
  const { store, now } = ports;
  const event = openEvent(ports.vault, leased);
  if (event === undefined) {
    await store.inbox.finish(leased, { outcome: 'unreadable' }, now());
    return;
  }
  const loading = showLoadingLater(ports, event);
  try {
    await answerEvent(ports, leased, event);
  } finally {
    clearTimeout(loading);
  }
}

function openEvent(vault: Vault, { id, payload }: LeasedEvent): LineEvent | undefined {
  const json = vault.open(payload, id);
  return json === undefined ? undefined : (JSON.parse(json) as LineEvent);
}

function showLoadingLater({ api }: LinePorts, { user, group }: LineEvent): NodeJS.Timeout | undefined {
  if (user === undefined || group !== undefined) return undefined;
  return setTimeout(() => void api.showLoading(user), LOADING_AFTER_MS);
}

/**
 * The answer is delivered before it is written down: whoever dies in between answers again with the same reply token,
 * which LINE then refuses. Where the conversation changed meanwhile, it is worked out anew, but not delivered again.
 */
async function answerEvent(ports: LinePorts, leased: LeasedEvent, event: LineEvent): Promise<void> {
  const { store, talk, now } = ports;
  let outcome: string | undefined;
  for (;;) {
    const stored = await store.conversations.load(leased.conversation, now());
    const response = respond(talk, event, stored?.state, ports.today());
    outcome ??= response.kind === 'answer' ? await send(ports, leased, event, response) : response.kind;
    const effects = { outcome, ...effectsOf(ports, event, response, stored) };
    const finished = await finish(ports, leased, effects);
    if (finished === 'conflict') continue;
    if (finished === 'done' && response.kind === 'answer') tellStaff(ports.intake, leased, event, response);
    return;
  }
}

/** Where the database is gone for a moment, it is waited for: a lease that runs out would hold the resident's next message up. */
async function finish({ store, now }: LinePorts, leased: LeasedEvent, effects: Effects): Promise<Finish> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await store.inbox.finish(leased, effects, now());
    } catch (cause) {
      if (attempt === WRITING_ATTEMPTS) throw new Unrecorded('delivered, and not written down', { cause });
      await pause(WRITING_PAUSE_MS);
    }
  }
}

/** What was done about an event has reached the resident, and is not in the database. */
export class Unrecorded extends Error {
  override readonly name = 'Unrecorded';
}

async function send(
  ports: LinePorts,
  leased: LeasedEvent,
  event: LineEvent,
  answer: Answer,
): Promise<string> {
  const { attempt, isInDoubt } = leased;
  const pushTo = answer.isSensitive ? undefined : (event.group ?? event.user);
  const { messages } = answer;
  try {
    return await deliver(ports.api, {
      event,
      messages,
      isInDoubt,
      now: ports.now(),
      ...(pushTo !== undefined && { pushTo }),
    });
  } catch (error) {
    // 届けられないまま取っておくと、相談した跡が残る
    const isLast = attempt >= MOST_ATTEMPTS;
    if (answer.isSensitive && isLast && error instanceof LineUnavailable) return 'undelivered';
    throw error;
  }
}

function effectsOf(
  ports: LinePorts,
  event: LineEvent,
  response: Response,
  stored: StoredConversation | undefined,
): Omit<Effects, 'outcome'> {
  const saved = (state: ConversationState) => ({
    conversation: { state, version: stored?.version ?? 0, expiresAt: ports.now() + ports.conversationTtlMs },
  });
  switch (response.kind) {
    case 'erase-conversation':
      return { eraseConversation: true };
    case 'erase-message': {
      const { asked, ...rest } = stored?.state ?? {};
      const isKept = asked?.message === response.message;
      return { eraseMessage: response.message, ...(isKept && saved(rest as ConversationState)) };
    }
    case 'answer': {
      const { state, ...forStaff } = keptForStaff(ports.intake, event, response, stored?.state);
      return { ...saved(state), ...forStaff };
    }
  }
}
