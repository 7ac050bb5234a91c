import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import holidayJp from '@holiday-jp/holiday_jp';
import type { Plugin } from 'esbuild';
import { OTHER_INSURER } from '../../../src/conversation/index.ts';
import type { KnowledgeBase, Desk as KnownDesk } from '../../../src/knowledge/index.ts';
import { dateOf, dateText, fullDates, type IsoDate, westernYear } from '../../../src/text/index.ts';
import type { DatesKnowledge, Desk } from '../widget/dates/knowledge.ts';

const SOURCE = fileURLToPath(new URL('../../../src/', import.meta.url));
const RESOLVING = 'resolving';

/**
 * No file of `src` does anything when it is imported, so esbuild may leave out those that nothing is used of: above all the
 * tokenizer behind the door of `src/text`, with its dictionary and the files of Node.
 */
const withoutSideEffects: Plugin = {
  name: 'without-side-effects',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^\./ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
      if (pluginData === RESOLVING || kind === 'entry-point') return undefined;
      const found = await resolve(path, { kind, importer, resolveDir, pluginData: RESOLVING });
      return found.path.startsWith(SOURCE) ? { ...found, sideEffects: false } : found;
    });
  },
};

/** Of the holidays only their days: names and weekdays would be most of the bundle. */
const holidaysOnly: Plugin = {
  name: 'holidays-only',
  setup({ onLoad }) {
    onLoad({ filter: new RegExp(`holiday_jp\\${sep}lib\\${sep}holiday_jp\\.js$`) }, () => ({
      contents: holidaysScript(),
      loader: 'js',
    }));
  },
};

const DAY_MS = 86_400_000;

/** The holidays as a module: each as the days since the one before, in base 36. */
export function holidaysScript(): string {
  const days = Object.keys(holidayJp.holidays)
    .sort()
    .map((date) => Date.parse(date) / DAY_MS);
  const gaps = days.map((day, i) => (day - (days[i - 1] ?? 0)).toString(36)).join(' ');
  return `let day = 0;
const dates = '${gaps}'.split(' ').map((gap) => new Date((day += parseInt(gap, 36)) * ${DAY_MS}).toISOString().slice(0, 10));
export default { holidays: Object.fromEntries(dates.map((date) => [date, true])) };`;
}

/** What a build needs that takes in the dates: it leaves the tokenizer and the names of the holidays out. */
export const calculatorPlugins: readonly Plugin[] = [withoutSideEffects, holidaysOnly];

/** What such a build writes in: the knowledge that the dates need. */
export function calculatorDefines(kb: KnowledgeBase): Readonly<Record<string, string>> {
  return { DATES_KNOWLEDGE: JSON.stringify(datesKnowledge(kb)) };
}

/** Modules that no browser has and nothing of which is left in the scripts. */
export const NOT_IN_BROWSERS: readonly string[] = ['node:*', '@patdx/kuromoji', '@patdx/kuromoji/*'];

/** The part of the knowledge base that the dates need. */
export function datesKnowledge(kb: KnowledgeBase): DatesKnowledge {
  const callCenter = deskOf(kb['call-center']);
  const insurers = Object.entries(kb.insurers).map(([id, { name, document, desks }]) => {
    const [main] = desks;
    const own = main === undefined ? [] : [deskOf(main)];
    return { id, name, document, desks: main?.tel === undefined ? [...own, callCenter] : own };
  });
  const other = { id: OTHER_INSURER, name: 'ほか・わからない', desks: [callCenter] };
  const documents = Object.entries(kb.documents).map(([id, { title, publisher, date, url }]) => [
    id,
    { title, publisher, date, ...(url !== undefined && { url }) },
  ]);
  return {
    insurers: [...insurers, other],
    documents: Object.fromEntries(documents),
    publicDates: publicDates(kb),
  };
}

function deskOf({ name, about, tel, hours }: KnownDesk): Desk {
  return { name, ...(about && { about }), ...(tel && { tel }), ...(hours && { hours }) };
}

/** The first day of My Number cards: an earlier day of an answer may as well be somebody's birthday. */
const FIRST_CARD = '2016-01-01';

/** The days that the answers and questions of the knowledge base speak of. */
function publicDates(kb: KnowledgeBase): readonly IsoDate[] {
  const dates = textsIn(kb).flatMap((text) =>
    fullDates(dateText(text)).flatMap(({ typed: { era, year, month, day } }) =>
      day === 'last' ? [] : (dateOf(era === null ? year : westernYear(era, year), month, day) ?? []),
    ),
  );
  return [...new Set(dates)].filter((date) => date >= FIRST_CARD).sort();
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
