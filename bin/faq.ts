import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import {
  buildSearchIndex,
  createAnalyser,
  loadGeneralSynonyms,
  type SearchDocument,
  type SearchIndex,
  type SynonymIndex,
} from '../src/intents/index.ts';
import type { Tokenizer } from '../src/text/index.ts';
import { FAQ_FOLDER } from './assemble.ts';
import { cached, fingerprint } from './cache.ts';
import { DataError, type Line, parseLines } from './jsonl.ts';
import { indexKey, indexOfSynonyms } from './train.ts';

/** The index of a city's own FAQ with the synonyms it was made with. */
export interface FaqSearch {
  readonly synonyms: SynonymIndex;
  readonly index: SearchIndex;
}

/** Characters of an answer; no page that a person reads is longer, so more is a mistake in the file. */
const LONGEST_ANSWER = 100_000;
/** Characters of a question, of a resident or of an FAQ. */
const LONGEST_QUESTION = 2_000;

const id = z.union([z.string().min(1, 'idが空です'), z.number().transform(String)]);
export const question = z
  .string()
  .refine((text) => text.trim() !== '', '質問が空です')
  .refine((text) => text.length <= LONGEST_QUESTION, `質問が${LONGEST_QUESTION}字を超えています`);
const faqLine = z.object({
  id,
  question,
  answer: z
    .string()
    .refine((text) => text.length <= LONGEST_ANSWER, `答えが${LONGEST_ANSWER}字を超えています`),
});
const labelledLine = z.object({ text: question, relevant: z.record(z.string(), z.number().min(0)) });

/**
 * An FAQ of `{"id", "question", "answer"}` a line, with the questions of `{"text", "relevant": {id: grade}}` lines
 * attached to the documents that answer them. Throws `DataError` naming every line at fault.
 */
export function readFaq(corpusFile: string, learnFile?: string): readonly SearchDocument[] {
  const corpus = parseLines(basename(corpusFile), readText(corpusFile), faqLine);
  const learned =
    learnFile === undefined
      ? { lines: [], faults: [] }
      : parseLines(basename(learnFile), readText(learnFile), labelledLine);
  const lineOf = new Map<string, number>();
  const repeated = corpus.lines.flatMap(({ value, line }) => {
    const first = lineOf.get(value.id);
    if (first === undefined) lineOf.set(value.id, line);
    return first === undefined
      ? []
      : [`${basename(corpusFile)} ${line}行目: id「${value.id}」は${first}行目にもあります`];
  });
  const unknown = learned.lines.flatMap(({ value, line }) =>
    Object.keys(value.relevant)
      .filter((target) => !lineOf.has(target))
      .map(
        (target) =>
          `${basename(learnFile!)} ${line}行目: id「${target}」は${basename(corpusFile)}にありません`,
      ),
  );
  const faults = [...corpus.faults, ...repeated, ...learned.faults, ...(corpus.faults.length ? [] : unknown)];
  if (faults.length > 0) throw new DataError(faults);
  return documentsOf(corpus.lines, learned.lines);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new DataError([`${file} を読めません(${(error as NodeJS.ErrnoException).code})`]);
  }
}

function documentsOf(
  faqs: readonly Line<z.infer<typeof faqLine>>[],
  labelled: readonly Line<z.infer<typeof labelledLine>>[],
): readonly SearchDocument[] {
  const learned = new Map<string, string[]>();
  for (const { value } of labelled) {
    for (const [target, grade] of Object.entries(value.relevant)) {
      if (grade > 0) learned.set(target, [...(learned.get(target) ?? []), value.text]);
    }
  }
  return faqs.map(({ value: { id, question: asked, answer } }) => ({
    id,
    questions: [asked],
    answers: [answer],
    learned: learned.get(id) ?? [],
  }));
}

/** The index of an FAQ; made anew where none of the same documents is kept. One index is kept for each corpus file. */
export function loadFaqSearch(
  corpusFile: string,
  documents: readonly SearchDocument[],
  tokenizer: Promise<Tokenizer>,
): Promise<FaqSearch> {
  const file = join(FAQ_FOLDER, `${fingerprint([corpusFile]).slice(0, 16)}.bin`);
  return cached(file, indexKey(JSON.stringify(documents)), async () => {
    const tokenise = await tokenizer;
    const synonyms = indexOfSynonyms(tokenise);
    const analyser = createAnalyser(tokenise, synonyms);
    return { synonyms, index: buildSearchIndex(documents, analyser, await loadGeneralSynonyms()) };
  });
}
