import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { datesKnowledge } from '../../../../bots/web/calculator/bundle.ts';
import { loadKnowledgeBase } from '../../../../src/knowledge/index.ts';
import { type Facts, RULES, SLOTS } from '../../../../src/rules/index.ts';
import type { IsoDate } from '../../../../src/text/index.ts';

const FILE = 'knowledge-base.yaml';

/** The real knowledge base, and the part of it that the page has. */
export const { kb } = loadKnowledgeBase(
  readFileSync(`${import.meta.dirname}/../../../../${FILE}`, 'utf8'),
  FILE,
);
export const knowledge = datesKnowledge(kb);

export const day = (text: string) => text as IsoDate;
export const TODAY = day('2026-11-22');

/** A day of the calendar from one year to the end of another. */
export const days = (from: number, to: number) =>
  fc
    .date({ min: new Date(Date.UTC(from, 0, 1)), max: new Date(Date.UTC(to, 11, 31)), noInvalidDate: true })
    .map((date) => day(date.toISOString().slice(0, 10)));

export const rules = fc.constantFrom(...RULES);
export const insurers = fc.constantFrom(...knowledge.insurers.map(({ id }) => id));
/** Facts of any kind, sensible or not. */
export const facts: fc.Arbitrary<Facts> = fc
  .record(
    {
      birthDate: days(1900, 2026),
      residenceUntil: days(2020, 2033),
      issuedOn: days(2015, 2027),
      expiresOn: days(2016, 2034),
      joinedOn: days(2020, 2028),
      dueOn: days(2020, 2028),
    },
    { requiredKeys: [] },
  )
  .map((all) => Object.fromEntries(SLOTS.flatMap((slot) => (all[slot] ? [[slot, all[slot]]] : []))));
