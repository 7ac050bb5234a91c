// npm run accuracy [FILE.csv]: scores the matcher on labelled questions, a table by style and every wrong line.
import { loadUnderstanding, readKnowledge } from '../bin/assemble.ts';
import { type Verdict, verdictOf } from '../src/intents/fit-calibration.ts';
import { explain, reasonLine } from '../src/intents/index.ts';
import { EMERGENCIES_FILE, readUtterances, rightTopics, type Utterance } from './utterances.ts';

type Outcome = Verdict | 'caught' | 'missed' | 'false alarm';

const print = (line: string) => process.stdout.write(`${line}\n`);
const percent = (part: number, whole: number) =>
  whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;

const { analyser, model, match, detectSafety } = await loadUnderstanding(readKnowledge().kb);

function judge(utterance: Utterance): Outcome {
  const concern = detectSafety(utterance.text);
  const emergency = utterance.expected[0] === 'safety';
  if (emergency) return concern === undefined ? 'missed' : 'caught';
  if (concern !== undefined) return 'false alarm';
  return verdictOf(match(utterance.text), rightTopics(utterance));
}

const judged = readUtterances(process.argv[2]).map((utterance) => ({ utterance, outcome: judge(utterance) }));
const kindOf = ({ expected: [label] }: Utterance) =>
  label === 'out-of-scope' || label === 'safety' || label === 'menu' ? label : 'in-scope';
const count = (rows: typeof judged, ...outcomes: Outcome[]) =>
  rows.filter(({ outcome }) => outcomes.includes(outcome)).length;

for (const { utterance, outcome } of judged) {
  if (!['wrong', 'unknown', 'leaked', 'missed', 'false alarm'].includes(outcome)) continue;
  print(`${outcome}: ${utterance.text}\n    expected ${utterance.expected.join('|')}`);
  const { reasons } = explain(model, analyser, match, utterance.text);
  for (const reason of reasons.slice(0, 3)) print(`    ${reasonLine(reason)}`);
}
const inScope = judged.filter(({ utterance }) => kindOf(utterance) === 'in-scope');
print('\nstyle        questions  right    right or offered  wrong    unknown');
const styles = [...new Set(inScope.map(({ utterance }) => utterance.style)), 'all'];
for (const style of styles) {
  const rows = style === 'all' ? inScope : inScope.filter(({ utterance }) => utterance.style === style);
  const share = (...outcomes: Outcome[]) => percent(count(rows, ...outcomes), rows.length).padEnd(9);
  print(
    `${style.padEnd(13)}${String(rows.length).padEnd(11)}${share('right')}${share('right', 'offered').padEnd(18)}${share('wrong', 'false alarm')}${share('unknown')}`,
  );
}
const outside = judged.filter(({ utterance }) => kindOf(utterance) === 'out-of-scope');
const emergencies = judged.filter(({ utterance }) => kindOf(utterance) === 'safety');
const menus = judged.filter(({ utterance }) => kindOf(utterance) === 'menu');
print(`out of scope refused  ${percent(count(outside, 'refused'), outside.length)} of ${outside.length}`);
print(
  `emergencies caught    ${percent(count(emergencies, 'caught'), emergencies.length)} of ${emergencies.length}`,
);
print(`menu recognised       ${percent(count(menus, 'right'), menus.length)} of ${menus.length}`);

const alarms = readUtterances(EMERGENCIES_FILE).map(({ text, expected }) => ({
  isEmergency: expected[0] !== 'none',
  isCaught: detectSafety(text) !== undefined,
}));
for (const [title, those] of Object.entries(
  Object.groupBy(alarms, ({ isEmergency }) => (isEmergency ? 'emergencies' : 'look-alikes')),
)) {
  const caught = those!.filter(({ isCaught }) => isCaught).length;
  print(`${EMERGENCIES_FILE}: alarm at ${caught} of ${those!.length} ${title}`);
}
