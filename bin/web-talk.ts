import type { WebPorts } from '../bots/web/index.ts';
import { insurersOf, menuOf } from '../src/conversation/index.ts';
import { type Knowledge, openingStatus } from '../src/knowledge/index.ts';
import { typesetReply } from '../src/reply/index.ts';
import type { Store } from '../src/storage/index.ts';
import type { Typesetter } from '../src/text/index.ts';

interface WebTalkParts {
  readonly knowledge: Knowledge;
  readonly store: Pick<Store, 'feedback'>;
  readonly typeset: Typesetter;
}

type WebTalk = Pick<
  WebPorts,
  'insurers' | 'menu' | 'typeset' | 'typesetReply' | 'openingStatus' | 'addFeedback'
>;

/** What the web channel needs of the knowledge base, the tokenizer and the store. */
export function webTalk({ knowledge, store, typeset }: WebTalkParts): WebTalk {
  return {
    insurers: (language) => insurersOf(knowledge, language),
    menu: (language) => menuOf(knowledge, language).categories,
    typeset,
    typesetReply: (reply) => typesetReply(reply, typeset),
    openingStatus,
    addFeedback: (feedback, conversation, now) =>
      store.feedback.add({ ...feedback, channel: 'web' }, conversation, now),
  };
}
