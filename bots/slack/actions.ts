import { z } from 'zod';
import type { CardAction, CardRequest } from '../../src/staff/index.ts';

/** What a button of ours is called; of several with one name in a row, the number behind it tells them apart. */
export const ACTION = {
  card: 'card',
  post: 'post',
  paste: 'paste',
  'report-form': 'report-form',
  'dates-of': 'dates-of',
  dates: 'dates',
  refresh: 'refresh',
  /** Opens the desk page in the browser; nothing is to be done about it here. */
  desk: 'desk',
} as const;

export const CALLBACK = { report: 'report', dates: 'dates', lookUp: 'look-up' } as const;

export type ActionKind = CardAction['kind'];

export function actionId(kind: ActionKind, place: number): string {
  return `${ACTION[kind]}:${place}`;
}

/** Matches the buttons of a kind. */
export function actionPattern(kind: keyof typeof ACTION): RegExp {
  return new RegExp(`^${ACTION[kind]}(:\\d+)?$`);
}

const card = z.strictObject({ e: z.string(), w: z.string(), z: z.literal(1).optional() });

/** A card as a button's value: ids alone. */
export function encodeCard({ entry, whose, isEasy }: CardRequest): string {
  return JSON.stringify({ e: entry, w: whose, ...(isEasy && { z: 1 }) });
}

/** Undefined where the value is not ours, or an older version's. */
export function decodeCard(value: string | undefined): CardRequest | undefined {
  const parsed = card.safeParse(jsonOf(value ?? ''));
  if (!parsed.success) return undefined;
  const { e: entry, w: whose, z: easy } = parsed.data;
  return { entry, whose, isEasy: easy === 1 };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
