import { type AnswerForm, blankAnswer, type CitationForm, type EntryForm, nextKey } from './model.ts';

const DAY_MS = 86_400_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The day before, both as 2026-08-01; undefined where there is no such day. */
export function dayBefore(day: string): string | undefined {
  const at = DAY.test(day) ? Date.parse(day) : Number.NaN;
  return Number.isNaN(at) ? undefined : new Date(at - DAY_MS).toISOString().slice(0, 10);
}

export function changeAnswer(form: EntryForm, key: number, change: Partial<AnswerForm>): EntryForm {
  const answers = form.answers.map((answer) => (answer.key === key ? { ...answer, ...change } : answer));
  return { ...form, answers };
}

/** An empty answer at the end; `key` is its own. */
export function addAnswer(
  form: EntryForm,
  insurer: string,
): { readonly form: EntryForm; readonly key: number } {
  const key = nextKey(form);
  return { key, form: { ...form, answers: [...form.answers, blankAnswer(key, insurer)] } };
}

export type Succession =
  | { readonly kind: 'added'; readonly form: EntryForm; readonly key: number }
  | { readonly kind: 'refused'; readonly sentence: string };

/**
 * Puts a copy of an answer after it that holds from a day on; the answer itself ends the day before. Together they hold on the same
 * days as the answer did; where that was over before, it stays as it is, and the copy has no end.
 */
export function addSuccessor(form: EntryForm, key: number, from: string): Succession {
  const place = form.answers.findIndex((answer) => answer.key === key);
  const old = form.answers[place];
  const eve = dayBefore(from);
  if (old === undefined || eve === undefined) return refused('いつから変わるかを、日付で入れてください。');
  if (old.from !== '' && from <= old.from) return refused('もとの答えが始まる日より、後の日にしてください。');
  const isOver = old.until !== '' && old.until < from;
  const first = nextKey(form);
  const citations = old.citations.map((citation, i) => ({ ...citation, key: first + 1 + i }));
  const successor = { ...old, key: first, from, until: isOver ? '' : old.until, citations };
  const ended = isOver ? old : { ...old, until: eve };
  const answers = form.answers.toSpliced(place, 1, ended, successor);
  return { kind: 'added', key: first, form: { ...form, answers } };
}

const refused = (sentence: string): Succession => ({ kind: 'refused', sentence });

/** A line for another source, at the end; `key` is its own. */
export function addCitation(
  form: EntryForm,
  answer: number,
): { readonly form: EntryForm; readonly key: number } {
  const key = nextKey(form);
  const blank = { key, document: '', section: '' };
  const citations = form.answers.find((each) => each.key === answer)?.citations ?? [];
  return { key, form: changeAnswer(form, answer, { citations: [...citations, blank] }) };
}

export function removeCitation(form: EntryForm, answer: number, citation: number): EntryForm {
  const { citations } = form.answers.find(({ key }) => key === answer)!;
  return changeAnswer(form, answer, { citations: citations.filter(({ key }) => key !== citation) });
}

/** Puts another source in the place of the one with its key. */
export function cite(form: EntryForm, answer: number, cited: CitationForm): EntryForm {
  const { citations } = form.answers.find(({ key }) => key === answer)!;
  return changeAnswer(form, answer, {
    citations: citations.map((each) => (each.key === cited.key ? cited : each)),
  });
}
