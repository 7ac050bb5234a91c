import type { Match } from '../../src/intents/index.ts';
import type { KnowledgeBase } from '../../src/knowledge/index.ts';
import type { ChangedAnswer } from '../../src/staff/index.ts';
import type { Trial } from '../trials.ts';

export const OUT_OF_SCOPE = 'out-of-scope:';
export const NOT_ANSWERED = '答えないこと';

/** What a change would do, with the names that people know. */
export function effectInWords(kb: KnowledgeBase, { tried, changed }: Trial) {
  return { tried, changed: changed.map((each) => changeInWords(kb, each)) };
}

function changeInWords(kb: KnowledgeBase, { question, right, before, after, breaks }: ChangedAnswer) {
  return {
    question,
    right: right.length === 0 ? NOT_ANSWERED : right.map((id) => labelOf(kb, id) ?? 'メニュー').join('、'),
    before: matchInWords(kb, before),
    after: matchInWords(kb, after),
    breaks,
  };
}

/** What people call an entry, a menu intent or an out-of-scope group; undefined where there is none of this name. */
export function labelOf(kb: KnowledgeBase, id: string): string | undefined {
  if (!id.startsWith(OUT_OF_SCOPE)) return Object.hasOwn(kb.entries, id) ? kb.entries[id]!.title : undefined;
  const group = kb['out-of-scope'].find((each) => each.id === id.slice(OUT_OF_SCOPE.length));
  return group && NOT_ANSWERED;
}

export function matchInWords(kb: KnowledgeBase, match: Match): string {
  const title = (id: string) => labelOf(kb, id) ?? id;
  switch (match.decision) {
    case 'answer':
      return title(match.entry);
    case 'choose':
      return `候補：${match.offered.map(title).join('、')}`;
    case 'unknown':
      return 'わからないと答える';
    case 'menu':
      return 'メニュー';
  }
}
