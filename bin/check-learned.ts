import { finish, holdsMyNumber, learn, ngrams, remembering } from '../src/intents/index.ts';
import type { Finding, KnowledgeBase, LearnedQuestion, LoadedQuestions } from '../src/knowledge/index.ts';
import { type ChangedAnswer, effectOf, questionsToTry } from '../src/staff/index.ts';
import { loadTrained, readLabelled, understand } from './assemble.ts';

/** A question is analysed once for both matchers, with its clauses. */
const REMEMBERED = 16;

/**
 * The faults of the learned questions: personal data, those that are not answered by their entry all the same, those that the
 * phrasings would answer otherwise, and the labelled questions and phrasings that they break. Takes some ten seconds.
 */
export async function checkLearned(
  kb: KnowledgeBase,
  { questions, locate }: LoadedQuestions,
): Promise<readonly Finding[]> {
  const at = (i: number, severity: Finding['severity'], message: string): Finding => ({
    ...locate([i, 'question'], message),
    severity,
  });
  const personal = questions.flatMap(({ question }, i) =>
    holdsMyNumber(question) ? [at(i, 'error', 'マイナンバーらしい12桁があります。消してください')] : [],
  );
  if (questions.length === 0) return personal;
  const plain = await loadTrained(kb);
  const trained = { ...plain, analyser: remembering(plain.analyser, REMEMBERED) };
  const before = understand(trained);
  const after = understand(trained, finish(learn(trained.ranker, questions, trained.analyser)));
  const effect = effectOf(before.match, after.match, questionsToTry(kb, readLabelled(), questions));
  const unmet = new Set(effect.unmet.map(({ question }) => question));
  const own = questions.flatMap(({ question, entry }, i) => {
    if (trained.detectSafety(question)) return [at(i, 'error', ALARM)];
    if (unmet.has(question)) return [at(i, 'error', unmetMessage(entry))];
    const match = before.match(question);
    return match.decision === 'answer' && match.entry !== entry
      ? [at(i, 'warning', `聞き方から見ると ${match.entry} の質問です。${entry} でよいか確かめてください`)]
      : [];
  });
  const broken = effect.changed.filter(({ breaks, from }) => breaks && from !== 'learned-questions');
  return [
    ...personal,
    ...own,
    ...broken.map((changed) => at(likest(changed, questions), 'warning', brokenMessage(changed))),
  ];
}

const ALARM =
  '危険を知らせる文とみなされ、項目より先に緊急の案内が出ます。この質問を消すか、safety.yaml を見直してください';

function unmetMessage(entry: string): string {
  return `学んでも ${entry} として答えられません。よく似た質問がほかの項目にないか、確かめてください`;
}

function brokenMessage({ question, right, from, after }: ChangedAnswer): string {
  const place = from === 'phrasings' ? `${right[0]} の聞き方` : 'labelled-questions.csv の質問';
  const now = after.decision === 'answer' ? `${after.entry} の質問とみなされる` : '正しく答えられない';
  return `${place}「${question}」が${now}ようになります。結び付けを見直してください`;
}

/** The learned question that is likeliest to have broken another: of the entry that took it, the one most like it. */
function likest({ question, after }: ChangedAnswer, learned: readonly LearnedQuestion[]): number {
  const pairs = new Set(ngrams(question, 2));
  const taker = after.decision === 'answer' ? after.entry : undefined;
  const shared = learned.map(
    (one) =>
      ngrams(one.question, 2).filter((pair) => pairs.has(pair)).length + (one.entry === taker ? 1_000 : 0),
  );
  return shared.indexOf(Math.max(...shared));
}
