import type { Slot } from '../../../../src/rules/index.ts';
import { bothCalendars, type Era, type IsoDate, normalise, readDate } from '../../../../src/text/index.ts';
import type { NumberField } from './messages/messages.ts';

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

/** Why fields or a typed text are no date that can be used. */
export type DateProblem =
  | { readonly kind: 'empty'; readonly fields: readonly NumberField[] }
  | { readonly kind: 'not-number'; readonly field: NumberField }
  | { readonly kind: 'western-year'; readonly year: string }
  | { readonly kind: 'era-twice' }
  | { readonly kind: 'no-era' }
  | { readonly kind: 'unreadable' }
  /** `said` is what the reader of dates or the rule says about it, in Japanese; it may name the date. */
  | { readonly kind: 'unclear' | 'impossible' | 'refused'; readonly said: string };

/** The date, in its era or null for a western year; or what is wrong. */
export type FieldsReading =
  | { readonly kind: 'date'; readonly date: IsoDate; readonly era: Era | null }
  | { readonly kind: 'problem'; readonly problem: DateProblem };

const NUMBERS: readonly NumberField[] = ['year', 'month', 'day'];

/** The fields to look at again. */
export function fieldsAt(problem: DateProblem): readonly DateField[] {
  switch (problem.kind) {
    case 'empty':
      return problem.fields;
    case 'not-number':
      return [problem.field];
    case 'western-year':
      return ['era', 'year'];
    case 'era-twice':
      return ['year'];
    case 'no-era':
      return ['era'];
    case 'unreadable':
    case 'unclear':
    case 'impossible':
    case 'refused':
      return NUMBERS;
  }
}

/** A date as it stands in the fields, in its era or western. */
export function fieldsOf(date: IsoDate, era: Era | null): DateFields {
  const [, eraName, eraYear, month, day, year] =
    /^(..)(.+)年(\d+)月(\d+)日\((\d+)年/.exec(bothCalendars(date)) ?? [];
  if (eraName === undefined) return EMPTY_FIELDS;
  const own = era === eraName ? { era: eraName, year: eraYear! } : { era: WESTERN, year: year! };
  return { ...own, month: month!, day: day! };
}

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

/** Reads the four fields as the chat reads a date: full-width digits, kanji and kana, 元年, an era typed with the year. */
export function readFields(fields: DateFields, slot: Slot, asOf: IsoDate): FieldsReading {
  const [year, month, day] = [bare(fields, 'year'), bare(fields, 'month'), bare(fields, 'day')];
  const whole = month === '' && day === '' ? readDate(fields.year, 'birthDate', asOf) : undefined;
  if (whole?.kind === 'date') return whole;
  const wrong = fieldProblem(fields.era, { year, month, day });
  if (wrong !== undefined) return { kind: 'problem', problem: wrong };
  const era = fields.era === WESTERN ? '' : fields.era;
  const written = `${era}${withUnit(year, 'year')}${withUnit(month, 'month')}${withUnit(day, 'day')}`;
  const reading = readDate(written, slot, asOf);
  switch (reading.kind) {
    case 'date':
      return isCertain(written, fields.era, asOf) ? reading : UNREADABLE;
    case 'unclear':
    case 'impossible':
      return { kind: 'problem', problem: { kind: reading.kind, said: reading.problem } };
    case 'none':
      return UNREADABLE;
  }
}

const UNREADABLE: FieldsReading = { kind: 'problem', problem: { kind: 'unreadable' } };

/**
 * Whether all three parts were read as they stand. For other dates than a birth date `readDate` goes by the words of a talk
 * (去年, a day without a year); in a form a word where the year belongs is a slip.
 */
function isCertain(written: string, era: string, asOf: IsoDate): boolean {
  const reading = readDate(written, 'birthDate', asOf);
  return reading.kind === 'date' && (era === '' || era === WESTERN || reading.era === era);
}

/** The first thing to put right before the fields can be a date at all. */
function fieldProblem(era: string, parts: Readonly<Record<NumberField, string>>): DateProblem | undefined {
  const empty = NUMBERS.filter((field) => parts[field] === '');
  if (empty.length > 0) return { kind: 'empty', fields: empty };
  if (era === WESTERN && KANA.test(parts.year)) return { kind: 'not-number', field: 'year' };
  const hasEra = ERA_AND_YEAR.test(parts.year);
  const odd = NUMBERS.find((field) => !(NUMBER.test(parts[field]) || (field === 'year' && hasEra)));
  if (odd !== undefined) return { kind: 'not-number', field: odd };
  const isWestern = /^\d{4}$/.test(parts.year);
  if (isWestern && era !== '' && era !== WESTERN) return { kind: 'western-year', year: parts.year };
  if (hasEra && era !== '') return { kind: 'era-twice' };
  return era === '' && !isWestern && !hasEra ? { kind: 'no-era' } : undefined;
}
