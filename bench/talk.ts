// npm run talk: scores questions about two things and follow-ups of a few words, even and odd lines, and prints what went wrong.
import { loadUnderstanding, readKnowledge } from '../bin/assemble.ts';
import { createTurn } from '../src/conversation/index.ts';
import { isoDate } from '../src/text/index.ts';
import {
  readFollowUps,
  readTwoTopics,
  type TalkVerdict,
  verdictOnFollowUp,
  verdictOnTwoTopics,
} from './talk-sets.ts';

const TODAY = isoDate('2026-11-21')!;
const print = (line: string) => process.stdout.write(`${line}\n`);

const knowledge = readKnowledge();
const { match, detectSafety } = await loadUnderstanding(knowledge.kb);
const turn = createTurn({ knowledge, match, detectSafety });

/** Counts of the verdicts on all lines, on the even ones (which the constants are fitted on) and on the odd ones. */
function report<Row>(
  rows: readonly Row[],
  judge: (row: Row) => TalkVerdict,
  told: (row: Row) => string,
): void {
  const judged = rows.map((row) => ({ row, verdict: judge(row) }));
  for (const { row, verdict } of judged) {
    if (verdict !== 'right') print(`${verdict}: ${told(row)}`);
  }
  for (const [name, part] of [
    ['all', judged],
    ['even', judged.filter((_, i) => i % 2 === 0)],
    ['odd', judged.filter((_, i) => i % 2 === 1)],
  ] as const) {
    const counts = Object.entries(Object.groupBy(part, ({ verdict }) => verdict));
    print(
      `${name} (${part.length}): ${counts.map(([verdict, those]) => `${verdict} ${those.length}`).join(', ')}`,
    );
  }
}

report(
  readTwoTopics(),
  (line) => verdictOnTwoTopics(match(line.text), line),
  ({ text, first, second }) => `${text} (${first}, ${second})`,
);
report(
  readFollowUps(),
  (line) =>
    verdictOnFollowUp(
      turn({ version: 1, insurer: 'takasaki', topic: line.previous }, { text: line.text }, TODAY),
      line,
    ),
  ({ previous, text, expected }) => `[${previous}] ${text} (${expected.join('|')})`,
);
