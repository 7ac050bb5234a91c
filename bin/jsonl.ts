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

/** Data that cannot be used; the message names every line at fault. */
export class DataError extends Error {
  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
  }
}

/** A line of a JSONL text, counted from 1. */
export interface Line<T> {
  readonly line: number;
  readonly value: T;
}

/** The lines of a JSONL text that can be read, and what is wrong with the others; empty lines and a BOM are passed over. */
export function parseLines<T>(
  name: string,
  text: string,
  schema: z.ZodType<T>,
): { readonly lines: readonly Line<T>[]; readonly faults: readonly string[] } {
  const lines: Line<T>[] = [];
  const faults: string[] = [];
  text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .forEach((content, i) => {
      if (content.trim() === '') return;
      const parsed = parseLine(schema, content);
      if ('error' in parsed) faults.push(`${name} ${i + 1}行目: ${parsed.error}`);
      else lines.push({ line: i + 1, value: parsed.request });
    });
  return { lines, faults };
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
