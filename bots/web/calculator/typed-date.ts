import type { Slot } from '../../../src/rules/index.ts';
import { type IsoDate, normalise, readDate } from '../../../src/text/index.ts';

/** What stands in the four fields of a date, as it was typed. */
export interface DateFields {
  /** An era, 西暦, or empty where nothing is chosen. */
  readonly era: string;
  readonly year: string;
  readonly month: string;
  readonly day: string;
}
export type DateField = keyof DateFields;

export const EMPTY_FIELDS: DateFields = { era: '', year: '', month: '', day: '' };

/** The date, or what is wrong in polite words and the fields to look at again. */
export type FieldsReading =
  | { readonly kind: 'date'; readonly date: IsoDate }
  | { readonly kind: 'problem'; readonly problem: string; readonly at: readonly DateField[] };

export const WESTERN = '西暦';
/** The oldest residents were born in 明治; no other date of the rules lies before 1961. */
const BIRTH_ERAS: readonly string[] = [WESTERN, '昭和', '平成', '令和', '大正', '明治'];
const OTHER_ERAS: readonly string[] = [WESTERN, '令和', '平成', '昭和'];

/** The eras to choose from, the likeliest first. */
export function erasFor(slot: Slot): readonly string[] {
  return slot === 'birthDate' ? BIRTH_ERAS : OTHER_ERAS;
}

const UNITS = {
  year: { name: '年', written: /(?:年|ねん)$/, kana: 'ねん' },
  month: { name: '月', written: /(?:月|がつ)$/, kana: 'がつ' },
  day: { name: '日', written: /(?:日|にち)$/, kana: 'にち' },
} as const;
type NumberField = keyof typeof UNITS;

/** A number in digits, kanji or kana; nothing that could make another date of the three together (3/4). */
const NUMBER = /^(?:\d{1,4}|[〇○零一二三四五六七八九十百千壱弐参拾元]+|[ぁ-んァ-ンー]+)$/;
const KANA = /^[ぁ-んァ-ンー]+$/;
const ERA_AND_YEAR = /^(?:明治|大正|昭和|平成|令和|[明大昭平令]|[mtshr])[. ]?[^年月日]+$/;
const LEADING_ZEROS = /^0+(?=\d)/;

function bare(fields: DateFields, field: NumberField): string {
  return normalise(fields[field]).replace(UNITS[field].written, '').replace(LEADING_ZEROS, '').trim();
}

/** The number with its unit in the same script, as `readDate` reads it: 31年, 三十一年, さんじゅういちねん. */
function withUnit(text: string, field: NumberField): string {
  return text + (KANA.test(text) ? UNITS[field].kana : UNITS[field].name);
}

function problem(text: string, ...at: readonly DateField[]): FieldsReading {
  return { kind: 'problem', problem: text, at };
}

/** Reads the four fields as the chat reads a date: full-width digits, kanji and kana, 元年, an era typed with the year. */
export function readFields(fields: DateFields, slot: Slot, asOf: IsoDate): FieldsReading {
  const [year, month, day] = [bare(fields, 'year'), bare(fields, 'month'), bare(fields, 'day')];
  const whole = month === '' && day === '' ? readDate(fields.year, 'birthDate', asOf) : undefined;
  if (whole?.kind === 'date') return { kind: 'date', date: whole.date };
  const parts = { year, month, day };
  const wrong = fieldProblem(fields.era, parts);
  if (wrong !== undefined) return wrong;
  const era = fields.era === WESTERN ? '' : fields.era;
  const written = `${era}${withUnit(year, 'year')}${withUnit(month, 'month')}${withUnit(day, 'day')}`;
  const reading = readDate(written, slot, asOf);
  switch (reading.kind) {
    case 'date':
      return isCertain(written, fields.era, asOf) ? { kind: 'date', date: reading.date } : UNREADABLE;
    case 'unclear':
    case 'impossible':
      return problem(reading.problem, 'year', 'month', 'day');
    case 'none':
      return UNREADABLE;
  }
}

const UNREADABLE = problem(
  '日付として読み取れませんでした。数字で入力してください。',
  'year',
  'month',
  'day',
);

/**
 * Whether all three parts were read as they stand. For other dates than a birth date `readDate` goes by the words of a talk
 * (去年, a day without a year); in a form a word where the year belongs is a slip.
 */
function isCertain(written: string, era: string, asOf: IsoDate): boolean {
  const reading = readDate(written, 'birthDate', asOf);
  return reading.kind === 'date' && (era === '' || era === WESTERN || reading.era === era);
}

/** The first thing to put right before the fields can be a date at all. */
function fieldProblem(era: string, parts: Readonly<Record<NumberField, string>>): FieldsReading | undefined {
  const fields: readonly NumberField[] = ['year', 'month', 'day'];
  const empty = fields.filter((field) => parts[field] === '');
  if (empty.length > 0) {
    return problem(`${empty.map((field) => UNITS[field].name).join('・')}を入力してください。`, ...empty);
  }
  if (era === WESTERN && KANA.test(parts.year)) return problem('年は、数字で入力してください。', 'year');
  const hasEra = ERA_AND_YEAR.test(parts.year);
  const odd = fields.find((field) => !(NUMBER.test(parts[field]) || (field === 'year' && hasEra)));
  if (odd !== undefined) return problem(`${UNITS[odd].name}は、数字で入力してください。`, odd);
  const isWestern = /^\d{4}$/.test(parts.year);
  if (isWestern && era !== '' && era !== WESTERN) {
    return problem(`${parts.year}年は西暦の年のようです。「年号」で西暦を選んでください。`, 'era', 'year');
  }
  if (hasEra && era !== '') return problem('年は、数字だけで入力してください。', 'year');
  return era === '' && !isWestern && !hasEra
    ? problem('「年号」で、昭和や西暦などを選んでください。', 'era')
    : undefined;
}
