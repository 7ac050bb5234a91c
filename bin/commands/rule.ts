import { z } from 'zod';
import { fillDates } from '../../src/reply/index.ts';
import { evaluate, type Facts, type Outcome, RULES, SLOTS, type Slot } from '../../src/rules/index.ts';
import { isoDate } from '../../src/text/index.ts';
import { answerLines } from '../jsonl.ts';
import { date } from '../requests.ts';
import { readArguments, today, UsageError } from '../usage.ts';

const request = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  rule: z.enum(RULES),
  insurer: z.string().nullish(),
  facts: z.partialRecord(z.enum(SLOTS), z.string().nullish()).default({}),
  asOf: date.nullish(),
});

/** `rule --jsonl`: the date rules on their own. A fact that is no date of the calendar is asked for again. */
export async function rule(args: readonly string[]): Promise<number> {
  const { values } = readArguments(args, { jsonl: { type: 'boolean', default: false } });
  if (!values.jsonl) throw new UsageError('rule には --jsonl が必要です。');
  return answerLines(request, ({ rule: id, insurer, facts: given, asOf }) => {
    const entered = SLOTS.filter((slot) => given[slot] != null && given[slot] !== '');
    const impossible = entered.filter((slot) => isoDate(given[slot]) === undefined);
    if (impossible.length > 0) return describe(refusal(impossible));
    const facts: Facts = Object.fromEntries(entered.map((slot) => [slot, isoDate(given[slot])]));
    return describe(evaluate(id, insurer ?? '', facts, asOf ?? today()));
  });
}

function refusal(needs: readonly Slot[]): Outcome {
  return { kind: 'needs', needs, problem: '暦にない日付です。もう一度入力してください。' };
}

function describe(outcome: Outcome) {
  switch (outcome.kind) {
    case 'date':
      return {
        kind: outcome.kind,
        date: outcome.date,
        dates: outcome.dates,
        reason: fillDates([outcome.reason, ...outcome.notes].join('')),
        needs: [],
      };
    case 'no-expiry':
    case 'not-applicable':
      return { kind: outcome.kind, date: null, dates: [], reason: fillDates(outcome.reason), needs: [] };
    case 'needs':
      return {
        kind: outcome.kind,
        date: null,
        dates: [],
        reason: outcome.problem ? fillDates(outcome.problem) : null,
        needs: outcome.needs,
      };
  }
}
