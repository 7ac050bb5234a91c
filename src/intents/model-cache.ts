import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { RankerModel } from './ranker.ts';
import type { SafetyModel } from './safety-model.ts';
import type { IndexedPhrasing } from './suggest.ts';

/** Everything that is learned at build time. */
export interface TrainedModels {
  readonly ranker: RankerModel;
  readonly safety: SafetyModel;
  readonly phrasings: readonly IndexedPhrasing[];
}

const DIGEST_BYTES = 32;

/** Fingerprint of everything a model was made from; another one means another model. */
export function fingerprint(inputs: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256').update(process.versions.v8);
  for (const input of inputs) hash.update(createHash('sha256').update(input).digest());
  return hash.digest('hex');
}

/** The kept models, or undefined where there are none, or they are damaged or of other inputs. */
export async function readModels(file: string, key: string): Promise<TrainedModels | undefined> {
  try {
    const bytes = await readFile(file);
    const payload = bytes.subarray(DIGEST_BYTES);
    if (!bytes.subarray(0, DIGEST_BYTES).equals(digestOf(payload))) return undefined;
    const kept: { key: string; models: TrainedModels } = deserialize(payload);
    return kept.key === key ? kept.models : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the models; written beside and then renamed, so that a reader never sees half of it. */
export async function writeModels(file: string, key: string, models: TrainedModels): Promise<void> {
  const payload = serialize({ key, models });
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}.tmp`;
  await writeFile(draft, Buffer.concat([digestOf(payload), payload]));
  await rename(draft, file);
}

function digestOf(payload: Uint8Array): Buffer {
  return createHash('sha256').update(payload).digest();
}
