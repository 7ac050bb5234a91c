import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';

const DIGEST_BYTES = 32;

/** Fingerprint of everything a value was made from; another one means another value. */
export function fingerprint(inputs: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256').update(process.versions.v8);
  for (const input of inputs) hash.update(createHash('sha256').update(input).digest());
  return hash.digest('hex');
}

/**
 * The value that was kept in `file` under `key`, else made now and kept. What is damaged, of other inputs or of another
 * V8 is made anew, never trusted; where nothing can be written, the value is made each time.
 */
export async function cached<T>(file: string, key: string, make: () => Promise<T>): Promise<T> {
  const kept = await readKept<T>(file, key);
  if (kept !== undefined) return kept;
  const value = await make();
  await keep(file, key, value).catch((error: NodeJS.ErrnoException) => {
    process.stderr.write(`索引を ${file} に残せませんでした(${error.code})。次の起動でも作り直します。\n`);
  });
  return value;
}

/** Letters of a key that tell files apart; the whole key stands in the file. */
const NAME_LENGTH = 16;

/** The same among several values in a folder, of which the `most` used last are kept. */
export async function cachedAmong<T>(
  folder: string,
  most: number,
  key: string,
  make: () => Promise<T>,
): Promise<T> {
  const file = join(folder, `${key.slice(0, NAME_LENGTH)}.bin`);
  const value = await cached(file, key, make);
  // What is only tidying may fail, where nothing can be written or another process tidies too.
  await utimes(file, new Date(), new Date()).catch(() => {});
  await forgetOldest(folder, most).catch(() => {});
  return value;
}

async function forgetOldest(folder: string, most: number): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.bin'));
  const files = await Promise.all(
    names.map(async (name) => ({ name, usedAt: (await stat(join(folder, name))).mtimeMs })),
  );
  const old = files.toSorted((a, b) => b.usedAt - a.usedAt).slice(most);
  await Promise.all(old.map(({ name }) => rm(join(folder, name), { force: true })));
}

/** The kept value, or undefined where there is none, or it is damaged or of another key. Maps and typed arrays come back. */
export async function readKept<T>(file: string, key: string): Promise<T | undefined> {
  try {
    const bytes = await readFile(file);
    const payload = bytes.subarray(DIGEST_BYTES);
    if (!bytes.subarray(0, DIGEST_BYTES).equals(digestOf(payload))) return undefined;
    const kept: { key: string; value: T } = deserialize(payload);
    return kept.key === key ? kept.value : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a value; written beside and then renamed, so that a reader never sees half of it. */
export async function keep(file: string, key: string, value: unknown): Promise<void> {
  const payload = serialize({ key, value });
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}.tmp`;
  await writeFile(draft, Buffer.concat([digestOf(payload), payload]));
  await rename(draft, file);
}

function digestOf(payload: Uint8Array): Buffer {
  return createHash('sha256').update(payload).digest();
}
