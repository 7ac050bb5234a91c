import type { EditingPorts, ProposalPorts } from '../../bots/web/index.ts';
import type { KnowledgeBase } from '../../src/knowledge/index.ts';
import { RULES, type RuleId } from '../../src/rules/index.ts';
import { effectInWords } from './effect.ts';
import type { StaffParts } from './parts.ts';
import { previewOf } from './preview.ts';

/** What an entry is called; its id where there is none. */
export const titleOf = (kb: KnowledgeBase, id: string): string =>
  Object.hasOwn(kb.entries, id) ? kb.entries[id]!.title : id;

/** Editing over the knowledge base that is answered from, and the database. */
export function editingPorts(parts: StaffParts): EditingPorts {
  const { knowledge, publishing, store } = parts;
  return {
    publishing,
    forms: () => formsOf(knowledge.kb),
    preview: (draft) => previewOf(parts, draft),
    drafted: (question, by, now) => store.missed.settle(question, { kind: 'drafted' }, by, now),
  };
}

function formsOf({
  entries,
  categories,
  insurers,
  documents,
}: KnowledgeBase): ReturnType<EditingPorts['forms']> {
  return {
    entries: Object.entries(entries).map(([id, { title, category, review, owner, sensitive }]) => ({
      id,
      title,
      category,
      review,
      owner: owner ?? null,
      isSensitive: sensitive !== undefined,
    })),
    categories: Object.entries(categories).map(([id, { label }]) => ({ id, label })),
    insurers: Object.entries(insurers).map(([id, { short }]) => ({ id, label: short })),
    documents: Object.entries(documents).map(([id, { title, date, sections }]) => ({
      id,
      label: title,
      date,
      sections,
    })),
    rules: RULES.map((rule) => ({ id: rule, label: ruleLabel(entries, rule) })),
  };
}

/** A rule is called as the entry that it answers. */
function ruleLabel(entries: KnowledgeBase['entries'], rule: RuleId): string {
  return Object.values(entries).find((entry) => entry.rule === rule)?.title ?? rule;
}

/** Proposals, and what one would do to the answers. */
export function proposalPorts({ knowledge, publishing, live, texts, today }: StaffParts): ProposalPorts {
  return {
    publishing,
    title: (entry) => titleOf(knowledge.kb, entry),
    effect: async (id) => {
      const review = await publishing.review(id, today());
      if (review.kind === 'refused' || review.proposal.state !== 'open') return undefined;
      const read = await texts.read(review.yaml);
      if (read.kind === 'faults') return undefined;
      const trial = await live()!.effectOf({ kind: 'knowledge', kb: read.kb });
      return effectInWords(read.kb, trial);
    },
  };
}
