import { RULES, type RuleId } from '../../../src/rules/index.ts';
import type { DatesKnowledge } from '../widget/dates/knowledge.ts';

/** What an address opens. */
export interface Linked {
  readonly rule?: RuleId;
  readonly insurer?: string;
  readonly language: 'ja' | 'en';
}

/** The question, insurer and language of an address, `?rule=leave-nhi&insurer=takasaki`; what is not known is left out. */
export function linked(search: string, { insurers }: Pick<DatesKnowledge, 'insurers'>): Linked {
  const query = new URLSearchParams(search);
  const rule = RULES.find((id) => id === query.get('rule'));
  const insurer = insurers.find(({ id }) => id === query.get('insurer'))?.id;
  const language = query.get('lang') === 'en' ? 'en' : 'ja';
  return { ...(rule && { rule }), ...(insurer && { insurer }), language };
}
