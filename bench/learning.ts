// npm run bench:learning [-- --retrain]: what learned questions bring for questions that nobody has assigned, cross-validated, by
// the code that learns in the running bot: on localgovFAQ (beside this folder, in ../shared), and with --retrain on
// labelled-questions.csv, beside training everything anew (some minutes).
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DICTIONARY, loadTrained, readKnowledge, type Trained, understand } from '../bin/assemble.ts';
import { corpusOf, indexOfSynonyms } from '../bin/train.ts';
import {
  buildSearchIndex,
  createAnalyser,
  finish,
  type Lesson,
  learn,
  learnDocuments,
  loadGeneralSynonyms,
  type Match,
  MENU_PREFIX,
  OUT_OF_SCOPE_PREFIX,
  type RankerModel,
  rank,
  rawScores,
  remembering,
  trainRanker,
  type Verdict,
  verdictOf,
} from '../src/intents/index.ts';
import { loadTokenizer } from '../src/text/index.ts';
import { folder } from './datasets.ts';
import { type RankedQuery, scoresOf } from './metrics.ts';
import { readUtterances, rightTopics } from './utterances.ts';

const FOLDS = 5;
const MOST = 100;
const FAQ = join(import.meta.dirname, '../../shared/localgovfaq');
const print = (line: string) => process.stdout.write(`${line}\n`);
const folds = [...Array(FOLDS).keys()];

const tokenise = await loadTokenizer(DICTIONARY);
const analyser = remembering(createAnalyser(tokenise, indexOfSynonyms(tokenise)));
const generalSynonyms = await loadGeneralSynonyms();

/** Queries of the held-back fold, once the others are assigned to the documents that answer them or are related. */
function publicData(): void {
  const { documents, queries } = folder(FAQ);
  const plain = buildSearchIndex(documents, analyser, generalSynonyms);
  const places = new Map(plain.ids.map((id, place) => [id, place]));
  const assigned = queries.map(({ text, relevant }) =>
    Object.entries(relevant)
      .filter(([, grade]) => grade > 0)
      .map(([id]) => ({ analysis: analyser.analyse(text), document: places.get(id)! })),
  );
  const ranked = (index: typeof plain, fold: number): readonly RankedQuery[] =>
    queries
      .filter((_, i) => i % FOLDS === fold)
      .map(({ text, relevant }) => ({ relevant, ranking: rank(index, analyser.analyse(text), MOST) }));
  const begun = performance.now();
  const taught = folds.map((fold) =>
    finish(learnDocuments(plain, assigned.filter((_, i) => i % FOLDS !== fold).flat())),
  );
  const each = (performance.now() - begun) / FOLDS;
  const without = scoresOf(folds.flatMap((fold) => ranked(plain, fold)));
  const withThem = scoresOf(folds.flatMap((fold) => ranked(taught[fold]!, fold)));
  print(`localgovFAQ, development half: ${queries.length} queries, ${documents.length} FAQs, ${FOLDS} folds`);
  print('                    recall@10   nDCG@10');
  const row = (name: string, ...figures: readonly number[]) =>
    print(name.padEnd(20) + figures.map((figure) => figure.toFixed(3).padStart(9)).join(' '));
  row('without learning', without.recall, without.ndcg);
  row('learned', withThem.recall, withThem.ndcg);
  row('gain', withThem.recall - without.recall, withThem.ndcg - without.ndcg);
  print(`learning the queries of four folds: ${each.toFixed(0)} ms\n`);
}

/** Our own questions of the held-back fold, once all others, or a tenth of them, were assigned. */
async function ownQuestions(): Promise<void> {
  const { kb } = readKnowledge();
  const trained: Trained = { ...(await loadTrained(kb)), analyser };
  const questions = readUtterances()
    .filter(({ expected }) => !['safety', 'menu'].includes(expected[0]!))
    .map((utterance) => ({ question: utterance.text, right: rightTopics(utterance) }));
  const lessons = questions.map(({ question, right }) => ({
    question,
    entry: right[0] ?? OUT_OF_SCOPE_PREFIX + likeliestGroup(trained.ranker, question),
  }));
  for (const every of [10, 1]) {
    const lessonsOf = (fold: number) =>
      lessons.filter((_, i) => i % FOLDS !== fold && Math.floor(i / FOLDS) % every === 0);
    const matches = (modelOf: (fold: number) => RankerModel): readonly Match[] => {
      const byFold = folds.map((fold) => understand(trained, modelOf(fold)).match);
      return questions.map(({ question }, i) => byFold[i % FOLDS]!(question));
    };
    const anew = matches((fold) => retrained(kb, lessonsOf(fold)));
    print(`labelled questions held back, about ${lessonsOf(0).length} others assigned`);
    print('                    right offered    wrong unknown refused  leaked  decided as if trained anew');
    tell(
      'as trained',
      matches(() => trained.ranker),
    );
    tell(
      'learned',
      matches((fold) => finish(learn(trained.ranker, lessonsOf(fold), analyser))),
    );
    tell('trained anew', anew);

    function tell(name: string, found: readonly Match[]): void {
      const verdicts = found.map((match, i) => verdictOf(match, questions[i]!.right));
      const kinds: readonly Verdict[] = ['right', 'offered', 'wrong', 'unknown', 'refused', 'leaked'];
      const counts = kinds.map((kind) => String(verdicts.filter((verdict) => verdict === kind).length));
      const same = found.filter((match, i) => choiceOf(match) === choiceOf(anew[i]!)).length / found.length;
      print(
        `${name.padEnd(18)}${counts.map((count) => count.padStart(7)).join(' ')}   ${(100 * same).toFixed(1)} %`,
      );
    }
  }
}

const choiceOf = (match: Match) => (match.decision === 'answer' ? match.entry : match.decision);

/** The out-of-scope group that a question is most like, which is what staff would be offered first. */
function likeliestGroup(model: RankerModel, question: string): string {
  const { outOfScope } = rawScores(model, analyser.analyse(question));
  return model.outOfScope[outOfScope.indexOf(outOfScope.reduce((a, b) => Math.max(a, b)))]!;
}

/** Everything trained once more, with the questions among the phrasings and lines. */
function retrained(kb: ReturnType<typeof readKnowledge>['kb'], lessons: readonly Lesson[]): RankerModel {
  const { topics, outOfScope } = corpusOf(kb);
  const byEntry = Map.groupBy(lessons, ({ entry }) => entry);
  const questionsOf = (entry: string) => (byEntry.get(entry) ?? []).map(({ question }) => question);
  const corpus = {
    topics: topics.map((topic) =>
      topic.id.startsWith(MENU_PREFIX)
        ? topic
        : { ...topic, phrasings: [...topic.phrasings, ...questionsOf(topic.id)] },
    ),
    outOfScope: outOfScope.map(({ id, lines }) => ({
      id,
      lines: [...lines, ...questionsOf(OUT_OF_SCOPE_PREFIX + id)],
    })),
  };
  return trainRanker(corpus, analyser, generalSynonyms);
}

if (existsSync(join(FAQ, 'queries-dev.jsonl'))) publicData();
else print('localgovFAQ is not in ../shared/localgovfaq, so nothing was measured on it.');
if (process.argv.includes('--retrain')) await ownQuestions();
