import type { MenuCategory, WebPorts } from '../bots/web/index.ts';
import { encodeAction, type Language } from '../src/conversation/index.ts';
import type { Knowledge } from '../src/knowledge/index.ts';
import type { Store } from '../src/storage/index.ts';

interface WebTalkParts {
  readonly knowledge: Knowledge;
  readonly store: Pick<Store, 'feedback'>;
}

type WebTalk = Pick<
  WebPorts,
  'insurers' | 'menu' | 'typeset' | 'typesetReply' | 'openingStatus' | 'addFeedback'
>;

/** What the web channel needs of the knowledge base and the store. */
export function webTalk({ knowledge, store }: WebTalkParts): WebTalk {
  return {
    insurers: (language) =>
      Object.entries(knowledge.kb.insurers).map(([id, { short, english }]) => ({
        id,
        name: inLanguage(language, short, english?.short),
      })),
    menu: (language) => menuOf(knowledge, language),
    // Plain, until readings and phrase breaks are there
    typeset: (text) => text,
    typesetReply: (reply) => reply,
    openingStatus: () => {
      throw new Error('no opening hours are worked out yet');
    },
    addFeedback: (feedback, conversation, now) =>
      store.feedback.add({ ...feedback, channel: 'web' }, conversation, now),
  };
}

/** Every category with its entries, in the order of the knowledge base. */
function menuOf({ kb }: Knowledge, language: Language): readonly MenuCategory[] {
  return Object.entries(kb.categories).map(([id, { label, english }]) => ({
    id,
    label: inLanguage(language, label, english),
    entries: Object.entries(kb.entries).flatMap(([entry, { category, title, english }]) =>
      category === id
        ? [{ label: inLanguage(language, title, english), value: encodeAction({ kind: 'entry', entry }) }]
        : [],
    ),
  }));
}

const inLanguage = (language: Language, japanese: string, english: string | undefined) =>
  language === 'en' ? (english ?? japanese) : japanese;
