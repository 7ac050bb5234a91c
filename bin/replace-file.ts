import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { DataError } from './jsonl.ts';

/**
 * Writes a file so that a reader, or a machine that stops meanwhile, finds the old one or the new one and never half of it. Throws
 * `DataError` where it cannot be written; the old one is then as it was.
 */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const draft = `${path}.${randomUUID()}.tmp`;
  try {
    await writeFile(draft, content, { flush: true });
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new DataError([
      `${path} に書き込めません(${code})。フォルダがあるか、ほかのプログラムで開いていないか、ご確認ください。`,
    ]);
  }
}
