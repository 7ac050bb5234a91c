import type { Knowledge } from '../knowledge/index.ts';
import type { Choice } from '../reply/index.ts';
import { SLOTS, type Slot } from '../rules/index.ts';
import { type IsoDate, isoDate } from '../text/index.ts';
import { namesOf } from './names.ts';
import { type Language, OTHER_INSURER } from './state.ts';
import { wordingOf } from './wording/index.ts';

/** What a pressed choice means. Its text form travels through the channel and comes back. */
export type Action =
  | { readonly kind: 'entry'; readonly entry: string }
  | { readonly kind: 'category'; readonly category: string }
  /** `entry` is the question that waits for the insurer, where the conversation is not to remember it. */
  | { readonly kind: 'insurer'; readonly insurer: string; readonly entry?: string }
  /** A date chosen from a date picker, which adds it to the value of its own. */
  | { readonly kind: 'date'; readonly slot: Slot; readonly date: IsoDate }
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
      return `insurer:${action.insurer}${action.entry === undefined ? '' : `:${action.entry}`}`;
    case 'date':
      return `date:${action.slot}:${action.date}`;
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
      return decodeInsurer(id, kb);
    case 'date':
      return decodeDate(id);
    case 'skip-slot':
    case 'none-of-these':
    case 'menu':
    case 'desk':
      return { kind };
    default:
      return undefined;
  }
}

function decodeInsurer(value: string, kb: Knowledge['kb']): Action | undefined {
  const [insurer = '', entry] = value.split(':');
  if (insurer !== OTHER_INSURER && !Object.hasOwn(kb.insurers, insurer)) return undefined;
  if (entry === undefined) return { kind: 'insurer', insurer };
  return Object.hasOwn(kb.entries, entry) ? { kind: 'insurer', insurer, entry } : undefined;
}

function decodeDate(value: string): Action | undefined {
  const [name, text = ''] = value.split(':');
  const slot = SLOTS.find((known) => known === name);
  const date = isoDate(text);
  return slot && date && { kind: 'date', slot, date };
}

export function choice(label: string, action: Action): Choice {
  return { label, value: encodeAction(action) };
}

export function menuChoice(language?: Language): Choice {
  return choice(wordingOf(language).talk.menuChoice, { kind: 'menu' });
}

export function deskChoice(language?: Language): Choice {
  return choice(wordingOf(language).talk.deskChoice, { kind: 'desk' });
}

export const MENU_CHOICE: Choice = menuChoice('ja');
export const DESK_CHOICE: Choice = deskChoice('ja');

export function entryChoice(knowledge: Knowledge, entry: string, language?: Language): Choice {
  return choice(namesOf(knowledge, language).title(entry), { kind: 'entry', entry });
}

/** Every insurer of the knowledge base, and the way on for everybody else; `entry` is the question that waits for it. */
export function insurerChoices(knowledge: Knowledge, entry?: string, language?: Language): readonly Choice[] {
  const names = namesOf(knowledge, language);
  const waiting = entry === undefined ? {} : { entry };
  const known = Object.entries(knowledge.kb.insurers).map(([insurer, named]) =>
    choice(names.insurer(named).short, { kind: 'insurer', insurer, ...waiting }),
  );
  const other = wordingOf(language).talk.otherInsurer;
  return [...known, choice(other, { kind: 'insurer', insurer: OTHER_INSURER, ...waiting })];
}
