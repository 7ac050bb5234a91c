import { createInterface } from 'node:readline/promises';
import type { z } from 'zod';

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

/**
 * Answers standard input line by line, in order. A line that cannot be read is answered by
 * `{"id", "line", "error"}` and the rest goes on; the exit code is then 1.
 */
export async function answerLines<T extends { id?: unknown }>(
  schema: z.ZodType<T>,
  answer: (request: T) => object,
): Promise<number> {
  let line = 0;
  let faults = 0;
  for await (const text of createInterface({ input: process.stdin })) {
    line += 1;
    if (text.trim() === '') continue;
    const parsed = parseLine(schema, text);
    if ('error' in parsed) {
      faults += 1;
      printJson({ id: parsed.id, line, error: parsed.error });
    } else {
      printJson({ id: parsed.request.id ?? null, ...answer(parsed.request) });
    }
  }
  return faults > 0 ? 1 : 0;
}

function parseLine<T>(schema: z.ZodType<T>, text: string): { request: T } | { id: unknown; error: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { id: null, error: 'JSONとして読めません' };
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { request: parsed.data };
  const id = typeof json === 'object' && json !== null && 'id' in json ? json.id : null;
  return {
    id,
    error: parsed.error.issues.map(({ path, message }) => `${path.join('.') || '行'}: ${message}`).join('; '),
  };
}
