import type { z } from 'zod';
import { homeView, messageBlocks, modalView } from './block-schema.ts';
import { LIMITS } from './limits.ts';

/** What Slack would refuse, e.g. at `blocks[0].text.text`. */
export interface Fault {
  readonly path: string;
  readonly problem: string;
}

/** What is wrong with the blocks of a message. */
export function faultsOfMessage(blocks: unknown): readonly Fault[] {
  const wrong = faults(messageBlocks, blocks, 'blocks');
  const size = textOf(blocks);
  return size <= LIMITS.messageText
    ? wrong
    : [...wrong, { path: 'blocks', problem: `more than ${LIMITS.messageText} characters: ${size}` }];
}

/** What is wrong with a modal or an App Home. */
export function faultsOfView(view: unknown): readonly Fault[] {
  const isHome = typeof view === 'object' && view !== null && 'type' in view && view.type === 'home';
  return faults(isHome ? homeView : modalView, view, 'view');
}

/** The characters of all texts in some blocks. */
export function textOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + textOf(each), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [name, inner]) =>
      sum + (name === 'text' && typeof inner === 'string' ? inner.length : textOf(inner)),
    0,
  );
}

function faults(schema: z.ZodType, value: unknown, root: string): readonly Fault[] {
  const { error } = schema.safeParse(value);
  if (error === undefined) return [];
  return error.issues.map(({ path, message }) => ({
    path: path.reduce<string>(
      (told, step) => (typeof step === 'number' ? `${told}[${step}]` : `${told}.${String(step)}`),
      root,
    ),
    problem: message,
  }));
}
