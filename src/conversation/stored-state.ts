import { z } from 'zod';
import { RULES, SLOTS } from '../rules/index.ts';
import { type Era, type IsoDate, isoDate } from '../text/index.ts';
import type { ConversationState, Inquiry } from './state.ts';

const ERAS = ['明治', '大正', '昭和', '平成', '令和'] as const satisfies readonly Era[];

const date = z.custom<IsoDate>((value) => isoDate(value) !== undefined);
const slot = z.enum(SLOTS);

const inquiry: z.ZodType<Inquiry> = z.strictObject({
  entry: z.string(),
  rule: z.enum(RULES),
  facts: z.partialRecord(slot, date),
  unknown: z.array(slot),
  last: z.exactOptional(z.strictObject({ slot, era: z.enum(ERAS).nullable() })),
});

const stateOfVersion1: z.ZodType<ConversationState> = z.strictObject({
  version: z.literal(1),
  insurer: z.exactOptional(z.string()),
  language: z.exactOptional(z.enum(['ja', 'en'])),
  topic: z.exactOptional(z.string()),
  asked: z.exactOptional(z.strictObject({ text: z.string(), message: z.string().nullable() })),
  pending: z.exactOptional(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('insurer'), entry: z.string() }),
      z.strictObject({ kind: z.literal('slot'), slot, inquiry }),
    ]),
  ),
});

/** Today's state out of what was stored, or undefined where it has a strange shape. */
type Reader = (stored: unknown) => ConversationState | undefined;

/** One reader a version that was ever stored; the reader of an older version also turns its state into one of today. */
const READERS: ReadonlyMap<unknown, Reader> = new Map([
  [1, (stored) => stateOfVersion1.safeParse(stored).data],
]);

/** The state as JSON without what may never be stored: `answered`, with personal dates, and a sensitive `pending`. */
export function encodeState({ answered: _personal, pending, ...kept }: ConversationState): string {
  const isSensitive = pending?.kind === 'insurer' && pending.isSensitive;
  return JSON.stringify(pending && !isSensitive ? { ...kept, pending } : kept);
}

/** The state out of `encodeState`'s JSON; undefined where it is broken, strange, or of a version that is unknown. */
export function decodeState(json: string): ConversationState | undefined {
  const stored = parsed(json);
  if (typeof stored !== 'object' || stored === null || !('version' in stored)) return undefined;
  return READERS.get(stored.version)?.(stored);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
