import { z } from 'zod';
import { RULES, SLOTS } from '../../src/rules/index.ts';
import type { DatesRequest } from '../../src/staff/index.ts';
import { isoDate } from '../../src/text/index.ts';
import { FIELD } from './render/modals.ts';

const value = z.looseObject({
  selected_option: z.looseObject({ value: z.string() }).nullish(),
  selected_date: z.string().nullish(),
  value: z.string().nullish(),
});
const values = z.record(z.string(), z.record(z.string(), value));

type Field = z.infer<typeof value> | undefined;

/** The fields of a sent form by their block; a form that is none of ours has none. */
function fieldsOf(sent: unknown): Readonly<Record<string, Field>> {
  const parsed = values.safeParse(sent);
  if (!parsed.success) return {};
  return Object.fromEntries(
    Object.entries(parsed.data).map(([block, inner]) => [block, Object.values(inner)[0]]),
  );
}

/**
 * What was chosen and filled in. A date field left empty is a date that is not known, unless it was asked for by another rule
 * (`askedFor`) than the one that is chosen now.
 */
export function readDatesForm(sent: unknown, askedFor: string | undefined): DatesRequest {
  const fields = fieldsOf(sent);
  const asked = SLOTS.filter((slot) => `${FIELD.datePrefix}${slot}` in fields);
  const dateIn = (slot: string) => isoDate(fields[`${FIELD.datePrefix}${slot}`]?.selected_date ?? undefined);
  const rule = fields[FIELD.rule]?.selected_option?.value;
  return {
    rule: RULES.find((id) => id === rule),
    insurer: fields[FIELD.insurer]?.selected_option?.value,
    facts: Object.fromEntries(asked.flatMap((slot) => (dateIn(slot) ? [[slot, dateIn(slot)]] : []))),
    unknown: rule === askedFor ? asked.filter((slot) => dateIn(slot) === undefined) : [],
  };
}

/** The remark of a report; empty where there is none. */
export function readNote(sent: unknown): string {
  return fieldsOf(sent)[FIELD.note]?.value ?? '';
}
