import { z } from 'zod';
import type { TurnInput } from '../../../src/conversation/index.ts';
import type { ProblemKind } from './problems.ts';

/** The longest question, in characters (code points), as the problem `text-too-long` tells residents. */
const LONGEST_TEXT = 2_000;

const Body = z.object({
  conversationId: z.string().optional(),
  text: z.string().optional(),
  choice: z.string().min(1).max(LONGEST_TEXT).optional(),
  insurer: z.string().optional(),
});

/** A request of POST /api/messages that has passed every check. */
export interface Message {
  readonly conversationId: string | undefined;
  readonly input: TurnInput;
  readonly insurer: string | undefined;
}

export type ParsedMessage =
  | { readonly ok: true; readonly message: Message }
  | { readonly ok: false; readonly problem: ProblemKind };

/** Checks the body of a message; whatever a resident can type, be it emoji or broken characters, is a valid text. */
export function parseMessage(body: unknown, insurers: ReadonlySet<string>): ParsedMessage {
  const parsed = Body.safeParse(body);
  if (!parsed.success) return { ok: false, problem: 'bad-request' };
  const { conversationId, text, choice, insurer } = parsed.data;
  if (insurer !== undefined && !insurers.has(insurer)) return { ok: false, problem: 'unknown-insurer' };
  if (text !== undefined && choice !== undefined) return { ok: false, problem: 'bad-request' };
  if (choice !== undefined) return { ok: true, message: { conversationId, insurer, input: { choice } } };
  if (text === undefined) return { ok: false, problem: 'bad-request' };
  if (text.trim() === '') return { ok: false, problem: 'text-blank' };
  if (lengthOf(text) > LONGEST_TEXT) return { ok: false, problem: 'text-too-long' };
  return { ok: true, message: { conversationId, insurer, input: { text } } };
}

/** Characters as a resident counts them: an emoji outside the basic plane is one, not two. */
export function lengthOf(text: string): number {
  return Array.from(text).length;
}
