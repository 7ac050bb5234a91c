import type { Slot } from '../../../../src/rules/index.ts';
import type { Messages } from './messages/messages.ts';
import type { DateProblem } from './typed-date.ts';

/** What was wrong, and how to put it right. */
export function problemWords(problem: DateProblem, slot: Slot, words: Messages): string {
  const { problems, form, slots } = words;
  switch (problem.kind) {
    case 'empty':
      return problems.empty(problem.fields.map((field) => form.units[field]));
    case 'not-number':
      return problems.notNumber(form.units[problem.field]);
    case 'western-year':
      return problems.westernYear(problem.year);
    case 'era-twice':
      return problems.eraTwice;
    case 'no-era':
      return problems.noEra;
    case 'unreadable':
      return problems.unreadable;
    case 'unclear':
      return problems.unclear(problem.said);
    case 'impossible':
      return problems.impossible(problem.said);
    case 'refused':
      return problems.refused(problem.said, slots[slot].name);
  }
}
