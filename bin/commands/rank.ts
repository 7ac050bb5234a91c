import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { createAnalyser, rank as rankDocuments } from '../../src/intents/index.ts';
import { loadTokenizer } from '../../src/text/index.ts';
import { DICTIONARY } from '../assemble.ts';
import { loadFaqSearch, question, readFaq } from '../faq.ts';
import { DataError, parseLines, printJson } from '../jsonl.ts';
import { readArguments, UsageError } from '../usage.ts';

/** Longest ranking that is written. */
const MOST_RANKED = 100;

const queryLine = z.object({ id: z.union([z.string(), z.number()]), text: question });

/**
 * `rank --corpus FAQ.jsonl [--learn LABELLED.jsonl]`: ranks the documents of any FAQ for the queries on standard input,
 * with the index that answers residents. All input is checked first, so that nothing partial is written.
 */
export async function rank(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, {
    corpus: { type: 'string' },
    learn: { type: 'string' },
  });
  if (values.corpus === undefined || positionals.length > 0) {
    throw new UsageError('rank には --corpus FILE が必要です(ほかに使えるのは --learn FILE だけです)。');
  }
  const tokenizer = loadTokenizer(DICTIONARY);
  // 読み込みの途中で入力の誤りを告げて終わっても、待たれていない失敗を残さない
  tokenizer.catch(() => {});
  const documents = readFaq(
    resolve(values.corpus),
    values.learn === undefined ? undefined : resolve(values.learn),
  );
  const queries = parseLines('標準入力', await text(process.stdin), queryLine);
  if (queries.faults.length > 0) throw new DataError(queries.faults);
  const { index, synonyms } = await loadFaqSearch(resolve(values.corpus), documents, tokenizer);
  const { analyse } = createAnalyser(await tokenizer, synonyms);
  for (const { value } of queries.lines) {
    printJson({ id: value.id, ranking: rankDocuments(index, analyse(value.text), MOST_RANKED) });
  }
  return 0;
}
