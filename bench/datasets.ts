import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readKnowledge } from '../bin/assemble.ts';
import { readFaq } from '../bin/faq.ts';
import { parseLines } from '../bin/jsonl.ts';
import { corpusOf } from '../bin/train.ts';
import { MENU_PREFIX, type SearchDocument } from '../src/intents/index.ts';
import type { Relevance } from './metrics.ts';
import { readUtterances } from './utterances.ts';

/** Documents, and questions with the documents that answer them. */
export interface Dataset {
  readonly documents: readonly SearchDocument[];
  readonly queries: readonly { readonly text: string; readonly relevant: Relevance }[];
}

const NOT_ENTRIES = ['out-of-scope', 'safety', 'menu'];

/** So many questions are enough to compare by; fuse.js takes a quarter of a second for each. */
const EVERY = 5;

/** The entries of the knowledge base, and a fifth of the residents' questions that are in scope. */
export function knowledgeBase(): Dataset {
  const { kb } = readKnowledge();
  const { topics } = corpusOf(kb);
  return {
    documents: topics
      .filter(({ id }) => !id.startsWith(MENU_PREFIX))
      .map(({ id, phrasings, answers }) => ({ id, questions: phrasings, answers })),
    queries: readUtterances()
      .filter(({ expected }, i) => i % EVERY === 0 && !NOT_ENTRIES.includes(expected[0]!))
      .map(({ text, expected }) => ({
        text,
        relevant: Object.fromEntries(expected.map((entry) => [entry, 2])),
      })),
  };
}

const query = z.object({ text: z.string(), relevant: z.record(z.string(), z.number()) });

/** An FAQ of a folder with `corpus.jsonl` and `queries-dev.jsonl`, as localgovFAQ has them; `times` repeats its documents. */
export function folder(path: string, times = 1): Dataset {
  const documents = readFaq(join(path, 'corpus.jsonl'));
  const file = 'queries-dev.jsonl';
  const { lines } = parseLines(file, readFileSync(join(path, file), 'utf8'), query);
  return {
    documents: Array.from({ length: times }, (_, copy) =>
      documents.map((document) => (copy === 0 ? document : { ...document, id: `${document.id}-${copy}` })),
    ).flat(),
    queries: lines.map(({ value }) => value),
  };
}
