import { z } from 'zod';
import { OTHER_INSURER } from '../src/conversation/index.ts';
import type { KnowledgeBase } from '../src/knowledge/index.ts';
import { type IsoDate, isoDate } from '../src/text/index.ts';

const id = z.union([z.string(), z.number()]).nullish();

export const date = z.string().transform((text, context): IsoDate => {
  const checked = isoDate(text);
  if (checked !== undefined) return checked;
  context.addIssue('2026-11-21 の形の日付を書いてください');
  return z.NEVER;
});

/** The parts that requests on standard input share; `null` counts as absent. */
export function commonFields(kb: KnowledgeBase) {
  const known = [...Object.keys(kb.insurers), OTHER_INSURER];
  const insurer = z
    .string()
    .refine((text) => known.includes(text), `insurer は ${known.join(', ')} のどれかです`);
  return { id, insurer: insurer.nullish(), asOf: date.nullish() };
}
