import { readFileSync } from 'node:fs';
import {
  exportAnswers,
  formatProblem,
  lintKnowledgeBase,
  lintReadings,
  loadKnowledgeBase,
} from '../../src/knowledge/index.ts';
import { createReadingReview, loadTokenizer } from '../../src/text/index.ts';
import { DICTIONARY, KNOWLEDGE_FILE, KNOWLEDGE_PATH, readKnowledge, readLearned } from '../assemble.ts';
import { checkLearned } from '../check-learned.ts';
import { printJson } from '../jsonl.ts';
import { readArguments, today, UsageError } from '../usage.ts';

/** `kb check`: every fault of the knowledge base. `kb export --jsonl`: its answers, past and present. */
export async function kb(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { jsonl: { type: 'boolean', default: false } });
  switch (positionals[0]) {
    case 'check':
      return check();
    case 'export':
      if (!values.jsonl) throw new UsageError('kb export には --jsonl が必要です。');
      exportAnswers(readKnowledge().kb).forEach(printJson);
      return 0;
    default:
      throw new UsageError('kb check または kb export --jsonl と書いてください。');
  }
}

async function check(): Promise<number> {
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
