import type { QuestionPorts, QuestionTarget } from '../../bots/web/index.ts';
import type { KnowledgeBase } from '../../src/knowledge/index.ts';
import { effectInWords, labelOf, matchInWords, NOT_ANSWERED, OUT_OF_SCOPE } from './effect.ts';
import type { StaffParts } from './parts.ts';
import { liveSearch } from './search.ts';

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
      return { own: matchInWords(knowledge.kb, trial.own!), ...effectInWords(knowledge.kb, trial) };
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
