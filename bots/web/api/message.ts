import type { Language, TurnInput } from '../../../src/conversation/index.ts';
import type { ProblemKind } from './problems.ts';
import type { MessageBody } from './schemas.ts';

/** The longest question, in characters (code points), as the problem `text-too-long` tells residents. */
const LONGEST_TEXT = 2_000;

/** A request of POST /api/messages that has passed every check. */
export interface Message {
  readonly conversationId: string | undefined;
  readonly input: TurnInput;
  readonly insurer: string | undefined;
  readonly language: Language | undefined;
  readonly typeset: boolean;
  readonly dates: 'server' | 'device';
}

/** Checks what the shape of a body does not tell; a problem is the one to answer with. */
export function messageOf(body: MessageBody, insurers: ReadonlySet<string>): Message | ProblemKind {
  const { conversationId, insurer, language, typeset = false, dates = 'server' } = body;
  if (insurer !== undefined && !insurers.has(insurer)) return 'unknown-insurer';
  const input = inputOf(body);
  return typeof input === 'string' ? input : { conversationId, input, insurer, language, typeset, dates };
}

function inputOf({ text, choice }: MessageBody): TurnInput | ProblemKind {
  if (text !== undefined && choice !== undefined) return 'bad-request';
  if (choice !== undefined) return { choice };
  if (text === undefined) return 'bad-request';
  if (text.trim() === '') return 'text-blank';
  return lengthOf(text) > LONGEST_TEXT ? 'text-too-long' : { text };
}

/** Characters as a resident counts them: an emoji outside the basic plane is one, not two. */
export function lengthOf(text: string): number {
  return Array.from(text).length;
}
