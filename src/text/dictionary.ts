import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { crc32, gunzip } from 'node:zlib';

/** Where the package ships IPADIC: twelve gzip files, 17 MB, 100 MB unpacked. */
const PACKED = join(dirname(createRequire(import.meta.url).resolve('@patdx/kuromoji')), '../dict');
const gunzipped = promisify(gunzip);

/** A gzip file ends with the CRC-32 and the length of what it holds (RFC 1952, 2.3.1). */
function holds(packed: Buffer, unpacked: Buffer): boolean {
  return (
    packed.readUInt32LE(packed.length - 4) === unpacked.length &&
    packed.readUInt32LE(packed.length - 8) === crc32(unpacked)
  );
}

/** One file of the dictionary: the unpacked copy where there is a sound one, else unpacked now. */
async function readEntry(
  name: string,
  folder: string | undefined,
): Promise<{ bytes: Buffer; isCopy: boolean }> {
  const [packed, copy] = await Promise.all([
    readFile(join(PACKED, name)),
    folder === undefined ? undefined : readFile(join(folder, basename(name, '.gz'))).catch(() => undefined),
  ]);
  if (copy && holds(packed, copy)) return { bytes: copy, isCopy: true };
  return { bytes: await gunzipped(packed), isCopy: false };
}

/** Keeps the dictionary unpacked in a folder, which halves the time to load it; writes only what is missing or unsound. */
export async function unpackDictionary(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(PACKED)) {
    const { bytes, isCopy } = await readEntry(name, folder);
    if (isCopy) continue;
    const file = join(folder, basename(name, '.gz'));
    const draft = `${file}.${randomUUID()}.tmp`;
    await writeFile(draft, bytes);
    await rename(draft, file);
  }
}

/** The dictionary as kuromoji asks for it; the package's own loader copies the hundred megabytes once more. */
export function dictionaryLoader(folder?: string) {
  return {
    options: { dic_path: PACKED },
    async loadArrayBuffer(name: string): Promise<ArrayBufferLike> {
      const { buffer, byteOffset, byteLength } = (await readEntry(name, folder)).bytes;
      return byteLength === buffer.byteLength ? buffer : buffer.slice(byteOffset, byteOffset + byteLength);
    },
  };
}
