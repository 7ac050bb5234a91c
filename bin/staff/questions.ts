import type { QuestionPorts, QuestionTarget } from '../../bots/web/index.ts';
import type { Match } from '../../src/intents/index.ts';
import type { KnowledgeBase } from '../../src/knowledge/index.ts';
import type { ChangedAnswer } from '../../src/staff/index.ts';
import type { Trial } from '../trials.ts';
import type { StaffParts } from './parts.ts';
import { liveSearch } from './search.ts';

const OUT_OF_SCOPE = 'out-of-scope:';
const NOT_ANSWERED = '答えないこと';

/** The queue of missed questions over the database and the matcher of the moment. */
export function questionPorts({ store, knowledge, live }: StaffParts): QuestionPorts {
  const search = liveSearch(live);
  return {
    open: (limit) => store.missed.open(limit),
    likely: search,
    targets: () => targetsOf(knowledge.kb),
    has: (target) => labelOf(knowledge.kb, entryOf(target)) !== undefined,
    effect: async (question, target) => {
      const lesson = { question, entry: entryOf(target) };
      const trial = await live()!.effectOf({ kind: 'learn', lesson });
      return effectInWords(knowledge.kb, trial);
    },
    assign: async ({ id, question, target, by, on, source }, now) => {
      const lesson = { question, entry: entryOf(target), by, on, source };
      const settlement =
        target.kind === 'entry' ? ({ kind: 'assigned', entry: target.entry } as const) : target;
      return store.missed.learn(id, settlement, lesson, now);
    },
    dismiss: (id, by, now) => store.missed.settle(id, { kind: 'dismissed' }, by, now),
    note: (line) => store.audit.add({ ...line, at: Date.now(), why: null }),
  };
}

/** As a learned question names it. */
function entryOf(target: QuestionTarget): string {
  return target.kind === 'entry' ? target.entry : `${OUT_OF_SCOPE}${target.group}`;
}

function targetsOf(kb: KnowledgeBase): ReturnType<QuestionPorts['targets']> {
  const entries = Object.entries(kb.entries).map(([entry, { title, category }]) => ({
    target: { kind: 'entry' as const, entry },
    label: title,
    category: kb.categories[category]!.label,
  }));
  const groups = kb['out-of-scope'].map(({ id, reply }) => ({
    target: { kind: 'out-of-scope' as const, group: id },
    label: reply,
    category: NOT_ANSWERED,
  }));
  return [...entries, ...groups];
}

/** What people call an entry, a menu intent or an out-of-scope group; undefined where there is none of this name. */
function labelOf(kb: KnowledgeBase, id: string): string | undefined {
  if (!id.startsWith(OUT_OF_SCOPE)) return kb.entries[id]?.title;
  const group = kb['out-of-scope'].find((each) => each.id === id.slice(OUT_OF_SCOPE.length));
  return group && NOT_ANSWERED;
}

function effectInWords(kb: KnowledgeBase, { own, tried, changed }: Trial) {
  return { own: matchInWords(kb, own!), tried, changed: changed.map((each) => changeInWords(kb, each)) };
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

function matchInWords(kb: KnowledgeBase, match: Match): string {
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
