import type { Publishing, PublishingPorts, Reason, Refused } from './publishing.ts';
import { BUSY, NO_REASON, noVersion, refused, refusedRevision } from './refused.ts';

export async function versionOf(
  { versions, file, texts }: PublishingPorts,
  number: number,
): ReturnType<Publishing['version']> {
  const found = await versions.get(number);
  if (!found) return refused(noVersion(number));
  const before = await versions.get(number - 1);
  const compared = await texts.compare(before?.yaml ?? file, found.yaml);
  if (compared.kind === 'faults') return refusedRevision(compared);
  const { yaml: _whole, ...version } = found;
  return { kind: 'version', version, changes: number === 1 ? [] : compared.changes };
}

export async function returnTo(
  { versions, texts }: PublishingPorts,
  number: number,
  { by, why }: Reason,
  now: number,
): Promise<{ readonly kind: 'published'; readonly version: number } | Refused> {
  if (why.trim() === '') return refused(NO_REASON);
  const [earlier, base] = [await versions.get(number), await versions.latest()];
  if (!earlier) return refused(noVersion(number));
  if (number === base) return refused(`第${number}版は、いまの版です。ほかの版の番号を書いてください。`);
  // Its answers may have ended since, which the lint tells afterwards: a return must not wait for that to be mended.
  const { yaml } = earlier;
  const read = await texts.read(yaml);
  if (read.kind === 'faults') return refusedRevision(read);
  const published = await versions.publish({ yaml, by, why, base, from: number }, now);
  return published.kind === 'conflict' ? refused(BUSY) : { kind: 'published', version: published.number };
}
