import { z } from 'zod';
import { createTurn, initialState } from '../../src/conversation/index.ts';
import { type Explanation, explain, reasonLine, type SafetyConcern } from '../../src/intents/index.ts';
import { toPlainText } from '../../src/reply/index.ts';
import { loadUnderstanding, readKnowledge } from '../assemble.ts';
import { answerLines, printJson } from '../jsonl.ts';
import { commonFields } from '../requests.ts';
import { asOfDate, readArguments, UsageError } from '../usage.ts';

/**
 * `ask "質問"`, or `ask --jsonl` for many questions on standard input, each a conversation of its own.
 * `--explain` tells instead what the matcher made of the question.
 */
export async function ask(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, {
    insurer: { type: 'string' },
    'as-of': { type: 'string' },
    json: { type: 'boolean', default: false },
    jsonl: { type: 'boolean', default: false },
    explain: { type: 'boolean', default: false },
  });
  const asOf = asOfDate(values['as-of']);
  const knowledge = readKnowledge();
  const common = commonFields(knowledge.kb);
  const insurer = common.insurer.safeParse(values.insurer);
  if (!insurer.success) throw new UsageError(insurer.error.issues[0]!.message);
  const text = positionals.join(' ');
  if (values.explain && values.jsonl) throw new UsageError('--explain は一つの質問に使います。');
  if (!values.jsonl && text.trim() === '') throw new UsageError('質問を書いてください。');
  const { match, detectSafety, model, analyser } = await loadUnderstanding(knowledge.kb);
  if (values.explain) {
    printExplanation(explain(model, analyser, match, text), detectSafety(text));
    return 0;
  }
  const turn = createTurn({ knowledge, match, detectSafety });
  const answer = (question: string, from: string | undefined, on = asOf) => {
    const { decision, entry, candidates, reply } = turn(initialState(from), { text: question }, on);
    return { decision, entry, candidates, reply };
  };
  if (values.jsonl) {
    const request = z.object({ ...common, text: z.string() });
    return answerLines(request, (line) =>
      answer(line.text, line.insurer ?? insurer.data ?? undefined, line.asOf ?? asOf),
    );
  }
  const result = answer(text, insurer.data ?? undefined);
  if (values.json) printJson(result);
  else process.stdout.write(`${toPlainText(result.reply)}\n`);
  return 0;
}

function printExplanation({ analysis, match, reasons }: Explanation, concern?: SafetyConcern): void {
  const { text, keys, synonyms, stems } = analysis;
  const lines = [
    `text      ${text}`,
    `words     ${[...keys, ...stems].join(' ')}`,
    `synonyms  ${synonyms.join(' ')}`,
    // 危険の言葉があれば、項目を探す前にそれに応じる
    `decision  ${concern === undefined ? match.decision : `safety (${concern}), before any entry`}`,
    ...reasons.map((reason, i) => `${i + 1}. ${reasonLine(reason)}`),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
