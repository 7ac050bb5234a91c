import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import holidayJp from '@holiday-jp/holiday_jp';
import type { Plugin } from 'esbuild';
import { OTHER_INSURER } from '../../../src/conversation/index.ts';
import type { KnowledgeBase, Desk as KnownDesk } from '../../../src/knowledge/index.ts';
import type { CalculatorKnowledge, Desk } from './knowledge.ts';

const SOURCE = fileURLToPath(new URL('../../../src/', import.meta.url));
/** Set on an import that is being resolved, so that the plugin does not meet it again. */
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
      contents: `const days = '${Object.keys(holidayJp.holidays).join(' ')}';
export default { holidays: Object.fromEntries(days.split(' ').map((day) => [day, true])) };`,
      loader: 'js',
    }));
  },
};

/** What the build of a script needs that counts with the rules of `src`. */
export const calculatorPlugins: readonly Plugin[] = [withoutSideEffects, holidaysOnly];

/** What the build writes into the script: its part of the knowledge base. */
export function calculatorDefines(kb: KnowledgeBase): Readonly<Record<string, string>> {
  return { CALCULATOR_KNOWLEDGE: JSON.stringify(calculatorKnowledge(kb)) };
}

/** The part of the knowledge base that the page needs. */
export function calculatorKnowledge(kb: KnowledgeBase): CalculatorKnowledge {
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
  return { insurers: [...insurers, other], documents: Object.fromEntries(documents) };
}

function deskOf({ name, about, tel, hours }: KnownDesk): Desk {
  return { name, ...(about && { about }), ...(tel && { tel }), ...(hours && { hours }) };
}
