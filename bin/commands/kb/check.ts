import { readFileSync } from 'node:fs';
import {
  formatProblem,
  lintKnowledgeBase,
  lintReadings,
  loadKnowledgeBase,
} from '../../../src/knowledge/index.ts';
import { createReadingReview, loadTokenizer } from '../../../src/text/index.ts';
import { DICTIONARY, KNOWLEDGE_FILE, KNOWLEDGE_PATH, readLearned } from '../../assemble.ts';
import { checkLearned } from '../../check-learned.ts';
import { readArguments, today, UsageError } from '../../usage.ts';

/** `kb check`: every fault of the knowledge base and of the learned questions. */
export async function check(args: readonly string[]): Promise<number> {
  if (readArguments(args, {}).positionals.length > 0) throw new UsageError('kb check と書いてください。');
  const loaded = loadKnowledgeBase(readFileSync(KNOWLEDGE_PATH, 'utf8'), KNOWLEDGE_FILE);
  const learned = readLearned(loaded.kb);
  const unread = createReadingReview(await loadTokenizer(DICTIONARY));
  const findings = [
    ...lintKnowledgeBase(loaded, today()),
    ...lintReadings(loaded, unread),
    ...(await checkLearned(loaded.kb, learned)),
  ];
  for (const finding of findings) {
    process.stdout.write(`${finding.severity === 'error' ? '誤り' : '注意'} ${formatProblem(finding)}\n`);
  }
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const { entries } = loaded.kb;
  const phrasings = Object.values(entries).reduce((sum, entry) => sum + entry.phrasings.length, 0);
  const lines = loaded.kb['out-of-scope'].reduce((sum, group) => sum + group.lines.length, 0);
  process.stdout.write(
    `項目 ${Object.keys(entries).length}、聞き方 ${phrasings}、学んだ質問 ${learned.questions.length}、答えないこと ${lines}行: 誤り ${errors}件、注意 ${findings.length - errors}件\n`,
  );
  return errors > 0 ? 1 : 0;
}
