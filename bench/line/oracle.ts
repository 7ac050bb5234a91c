import { isDeepStrictEqual } from 'node:util';
import { loadUnderstanding, readKnowledge } from '../../bin/assemble.ts';
import { lineTalk } from '../../bin/line-talk.ts';
import type { Delivery, WebhookEvent } from '../../bots/line/emulator/index.ts';
import { parseWebhook } from '../../bots/line/events.ts';
import { respond } from '../../bots/line/respond.ts';
import { uuidOf } from '../../bots/line/vault.ts';
import {
  type ConversationState,
  createTurn,
  decodeState,
  encodeState,
} from '../../src/conversation/index.ts';
import type { IsoDate } from '../../src/text/index.ts';

/** What arrived for each event, by its id, in order. */
export type Arrivals = ReadonlyMap<string, readonly Delivery[]>;

/** Knows what should have been answered. */
export interface Oracle {
  /** Finds the event behind each delivery: by its reply token, or by the retry key of a push. */
  arrivals(deliveries: readonly Delivery[], events: Iterable<WebhookEvent>): Arrivals;
  /**
   * What is wrong where a resident's answers, in the order in which they arrived, and the state stored at the end are not
   * those of one conversation, handled event by event.
   */
  faultOf(talk: FinishedTalk): string | undefined;
}

/** One resident's part of a run. */
export interface FinishedTalk {
  readonly events: readonly WebhookEvent[];
  readonly arrived: Arrivals;
  /** Events that were given up and put back, with how many answers had arrived by then: the talk went on without them. */
  readonly revived: ReadonlyMap<string, number>;
  readonly stored: ConversationState | undefined;
}

/** An oracle that plays the talk again in this process, without inbox, store or network. */
export async function createOracle(asOf: IsoDate): Promise<Oracle> {
  const knowledge = readKnowledge();
  const { match, detectSafety } = await loadUnderstanding(knowledge.kb);
  const turn = createTurn({ knowledge, match, detectSafety });
  const talk = lineTalk({ knowledge, turn, publicUrl: undefined, defaultInsurer: undefined });
  return {
    arrivals(deliveries, events) {
      const byToken = new Map<string, string>();
      for (const { webhookEventId, replyToken } of events) {
        if (replyToken !== undefined) byToken.set(replyToken, webhookEventId);
        byToken.set(uuidOf(webhookEventId), webhookEventId);
      }
      return Map.groupBy(
        deliveries,
        ({ replyToken, retryKey }) => byToken.get(replyToken ?? retryKey ?? '') ?? '',
      );
    },
    faultOf({ events, arrived, revived, stored }) {
      const placed = events.map((event) => ({ event, ...placeOf(event.webhookEventId, arrived, revived) }));
      let state: ConversationState | undefined;
      for (const { event, answer } of placed.toSorted((a, b) => a.place - b.place)) {
        const [read] = parseWebhook(JSON.stringify({ events: [event] }))!.events;
        const response = respond(talk, read!, state, asOf);
        if (response.kind !== 'answer') return `${event.webhookEventId}: no answer`;
        // 届いたものはJSONなので、同じ形にしてから比べる
        const right = JSON.parse(JSON.stringify(response.messages));
        if (answer && !isDeepStrictEqual(answer.messages, right))
          return `${event.webhookEventId}: another answer`;
        state = decodeState(encodeState(response.state));
      }
      return isDeepStrictEqual(stored, state) ? undefined : 'another state';
    },
  };
}

/** When an event took its place in the talk, counted in answers, and the answer of that time. */
function placeOf(id: string, arrived: Arrivals, revived: FinishedTalk['revived']) {
  const since = revived.get(id) ?? 0;
  const answer = arrived.get(id)?.find(({ seq }) => seq > since);
  return { place: answer?.seq ?? since + 0.5, answer };
}
