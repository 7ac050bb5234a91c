import type { Knowledge } from '../knowledge/index.ts';
import type { Choice } from '../reply/index.ts';
import { OTHER_INSURER } from './state.ts';

/** What a pressed choice means. Its text form travels through the channel and comes back. */
export type Action =
  | { readonly kind: 'entry'; readonly entry: string }
  | { readonly kind: 'category'; readonly category: string }
  | { readonly kind: 'insurer'; readonly insurer: string }
  | { readonly kind: 'skip-slot' }
  | { readonly kind: 'none-of-these' }
  | { readonly kind: 'menu' }
  | { readonly kind: 'desk' };

export function encodeAction(action: Action): string {
  switch (action.kind) {
    case 'entry':
      return `entry:${action.entry}`;
    case 'category':
      return `category:${action.category}`;
    case 'insurer':
      return `insurer:${action.insurer}`;
    case 'skip-slot':
    case 'none-of-these':
    case 'menu':
    case 'desk':
      return action.kind;
  }
}

/** The action behind a choice, or undefined where it names nothing of this knowledge base (an old button, a forgery). */
export function decodeAction(value: string, { kb }: Knowledge): Action | undefined {
  const [kind, id = ''] = value.split(/:(.*)/s);
  switch (kind) {
    case 'entry':
      return Object.hasOwn(kb.entries, id) ? { kind, entry: id } : undefined;
    case 'category':
      return Object.hasOwn(kb.categories, id) ? { kind, category: id } : undefined;
    case 'insurer':
      return id === OTHER_INSURER || Object.hasOwn(kb.insurers, id) ? { kind, insurer: id } : undefined;
    case 'skip-slot':
    case 'none-of-these':
    case 'menu':
    case 'desk':
      return { kind };
    default:
      return undefined;
  }
}

export function choice(label: string, action: Action): Choice {
  return { label, value: encodeAction(action) };
}

export const MENU_CHOICE: Choice = choice('メニューを見る', { kind: 'menu' });
export const DESK_CHOICE: Choice = choice('窓口・電話番号', { kind: 'desk' });

export function entryChoice({ kb }: Knowledge, entry: string): Choice {
  return choice(kb.entries[entry]!.title, { kind: 'entry', entry });
}

/** Every insurer of the knowledge base, and the way on for everybody else. */
export function insurerChoices({ kb }: Knowledge): readonly Choice[] {
  const known = Object.entries(kb.insurers).map(([insurer, { short }]) =>
    choice(short, { kind: 'insurer', insurer }),
  );
  return [...known, choice('ほか・わからない', { kind: 'insurer', insurer: OTHER_INSURER })];
}
