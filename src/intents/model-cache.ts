import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { RankerModel } from './ranker.ts';

const DIGEST_BYTES = 32;

/** Fingerprint of everything a model was made from; another one means another model. */
export function fingerprint(inputs: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256').update(process.versions.v8);
  for (const input of inputs) hash.update(createHash('sha256').update(input).digest());
  return hash.digest('hex');
}

/** The kept model, or undefined where there is none, or it is damaged or of other inputs. */
export async function readModel(file: string, key: string): Promise<RankerModel | undefined> {
  try {
    const bytes = await readFile(file);
    const payload = bytes.subarray(DIGEST_BYTES);
    if (!bytes.subarray(0, DIGEST_BYTES).equals(digestOf(payload))) return undefined;
    const kept: { key: string; model: RankerModel } = deserialize(payload);
    return kept.key === key ? kept.model : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a model; written beside and then renamed, so that a reader never sees half of it. */
export async function writeModel(file: string, key: string, model: RankerModel): Promise<void> {
  const payload = serialize({ key, model });
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}.tmp`;
  await writeFile(draft, Buffer.concat([digestOf(payload), payload]));
  await rename(draft, file);
}

function digestOf(payload: Uint8Array): Buffer {
  return createHash('sha256').update(payload).digest();
}
