// npm run calibrate: fits the confidence model and the thresholds on labelled-questions.csv and writes src/intents/calibration.json.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadUnderstanding, readKnowledge } from '../bin/assemble.ts';
import {
  chancesOf,
  fitThresholds,
  fitWeights,
  type LabelledScores,
  type Verdict,
  verdictOf,
} from '../src/intents/fit-calibration.ts';
import { type Calibration, decide, rawScores } from '../src/intents/index.ts';
import { clausesOf } from '../src/intents/reading/clauses.ts';
import { askedText } from '../src/intents/reading/emphasis.ts';
import { normalise } from '../src/text/index.ts';
import { readUtterances, rightTopics, UTTERANCES_FILE, utterancesDigest } from './utterances.ts';

const FOLDS = 5;
const OUT = join(import.meta.dirname, '../src/intents/calibration.json');

const { analyser, model } = await loadUnderstanding(readKnowledge().kb);
const questions: readonly LabelledScores[] = readUtterances()
  .filter(({ expected }) => expected[0] !== 'safety')
  .map((utterance) => {
    const text = normalise(utterance.text);
    const asked = askedText(text, clausesOf(text));
    const scores = (part: string) => rawScores(model, analyser.analyse(part));
    return {
      raw: scores(text),
      asked: asked === undefined ? undefined : scores(asked),
      right: rightTopics(utterance),
    };
  });

const held: Verdict[] = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const training = questions.filter((_, i) => i % FOLDS !== fold);
  const weights = fitWeights(model.topics, training);
  const thresholds = fitThresholds(model, training, weights);
  for (const question of questions.filter((_, i) => i % FOLDS === fold)) {
    const { raw, right } = question;
    held.push(verdictOf(decide(model, chancesOf(question, weights), raw.outOfScope, thresholds), right));
  }
}
const counts = Object.groupBy(held, (verdict) => verdict);
const report = Object.entries(counts).map(([verdict, list]) => `${verdict} ${list.length}`);
process.stdout.write(
  `cross-validated on ${questions.length} questions, ${FOLDS} folds: ${report.join(', ')}\n`,
);

const weights = fitWeights(model.topics, questions);
const thresholds = fitThresholds(model, questions, weights);
const calibration: Calibration = {
  fittedOn: { file: UTTERANCES_FILE, questions: questions.length, sha256: utterancesDigest() },
  weights,
  thresholds,
};
writeFileSync(OUT, `${JSON.stringify(calibration, null, 2)}\n`);
process.stdout.write(`${JSON.stringify({ weights, thresholds })}\nwritten to src/intents/calibration.json\n`);
