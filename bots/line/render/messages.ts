import type { messagingApi } from '@line/bot-sdk';
import type { Choice, Part, Reply } from '../../../src/reply/index.ts';
import { COMMON_WAYS, isWayOn, quickReply } from './actions.ts';
import { answerDrafts } from './answer.ts';
import { choiceDrafts } from './choices.ts';
import { dateDrafts } from './date-request.ts';
import { deskDrafts } from './desks.ts';
import { type Draft, messageOf, textDrafts } from './drafts.ts';
import { fitted } from './fit.ts';
import { noticeDrafts } from './notice.ts';
import { type Group, groupsOf } from './parts.ts';
import type { LineRendering } from './rendering.ts';

/** Said where a reply has nothing to show, which no turn of a conversation does. */
const NOTHING = 'うまくお答えできませんでした。お手数ですが、別の言い方でお尋ねください。';

/** 1 to 5 messages, every one within LINE's limits, whatever the reply is. */
export function renderReply(reply: Reply, rendering: LineRendering): readonly messagingApi.Message[] {
  const ways = waysOn(reply.parts);
  const drafts = groupsOf(reply.parts).flatMap((group) => draftsOf(group, rendering));
  const messages = fitted(drafts.length > 0 ? drafts : textDrafts(NOTHING, 'text')).map(messageOf);
  const quick = quickReply(ways, rendering);
  return quick === undefined ? messages : messages.with(-1, { ...messages.at(-1)!, quickReply: quick });
}

function draftsOf(group: Group, rendering: LineRendering): readonly Draft[] {
  switch (group.kind) {
    case 'text':
      return textDrafts(group.text, 'text');
    case 'answer':
      return answerDrafts(group, rendering);
    case 'desks':
      return deskDrafts(group, rendering);
    case 'choices':
      return choiceDrafts(group, rendering);
    case 'date-request':
      return dateDrafts(group, rendering);
    case 'notice':
      return noticeDrafts(group);
  }
}

/** The ways on of all parts, each once: they exist above the keyboard only, below the last message. */
function waysOn(parts: readonly Part[]): readonly Choice[] {
  const offered = parts.flatMap((part) => {
    if (part.kind === 'choices') return [...part.choices, ...COMMON_WAYS];
    return part.kind === 'date-request' ? part.choices : [];
  });
  const ways = offered.filter(isWayOn);
  return ways.filter(({ value }, place) => ways.findIndex((way) => way.value === value) === place);
}
