import { readFileSync } from 'node:fs';
import { findPulls, holdsMyNumber, type Pull } from '../../src/intents/index.ts';
import {
  exportAnswers,
  type Finding,
  formatProblem,
  type KnowledgeBase,
  type LearnedQuestion,
  type LoadedQuestions,
  lintKnowledgeBase,
  lintReadings,
  loadKnowledgeBase,
} from '../../src/knowledge/index.ts';
import { createReadingReview, loadTokenizer } from '../../src/text/index.ts';
import {
  DICTIONARY,
  KNOWLEDGE_FILE,
  KNOWLEDGE_PATH,
  loadUnderstanding,
  readKnowledge,
  readLearned,
} from '../assemble.ts';
import { printJson } from '../jsonl.ts';
import { readArguments, today, UsageError } from '../usage.ts';
import { showHistory } from './kb/history.ts';
import { returnKnowledge } from './kb/return.ts';
import { pullKnowledge, pushKnowledge } from './kb/sync.ts';

/** `kb check`: every fault of the knowledge base. `kb export --jsonl`: its answers, past and present. */
export async function kb(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  switch (name) {
    case 'push':
      return pushKnowledge(rest);
    case 'pull':
      return pullKnowledge(rest);
    case 'history':
      return showHistory(rest);
    case 'return':
      return returnKnowledge(rest);
  }
  const { values, positionals } = readArguments(args, { jsonl: { type: 'boolean', default: false } });
  switch (positionals[0]) {
    case 'check':
      return check();
    case 'export':
      if (!values.jsonl) throw new UsageError('kb export には --jsonl が必要です。');
      exportAnswers(readKnowledge().kb).forEach(printJson);
      return 0;
    default:
      throw new UsageError('kb check、export、push、pull、history、return のどれかを書いてください。');
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

/** Learned questions that hold a My Number, and those that pull entries away from their own phrasings. */
async function checkLearned(
  kb: KnowledgeBase,
  { questions, locate }: LoadedQuestions,
): Promise<readonly Finding[]> {
  const personal = questions.flatMap(({ question }, i): readonly Finding[] =>
    holdsMyNumber(question)
      ? [
          {
            ...locate([i, 'question'], 'マイナンバーらしい12桁があります。消してください'),
            severity: 'error',
          },
        ]
      : [],
  );
  if (questions.length === 0) return personal;
  // 学習は重いので、学んだ質問があるときだけ比べる
  const before = await loadUnderstanding(kb, undefined, []);
  const after = await loadUnderstanding(kb, undefined, questions);
  const topics = Object.entries(kb.entries).map(([id, { phrasings }]) => ({ id, phrasings }));
  const pulls = findPulls(topics, questions, before.match, after.match);
  return [...personal, ...pulls.map((pull) => pullFinding(pull, questions[pull.question]!, locate))];
}

function pullFinding(
  { question, from, phrasing }: Pull,
  { entry }: LearnedQuestion,
  locate: LoadedQuestions['locate'],
): Finding {
  const message =
    phrasing === undefined
      ? `聞き方から見ると ${from} の質問です。${entry} でよいか確かめてください`
      : `${from} の聞き方「${phrasing}」が ${entry} の質問とみなされるようになります。結び付けを見直してください`;
  return { ...locate([question, 'question'], message), severity: 'warning' };
}
