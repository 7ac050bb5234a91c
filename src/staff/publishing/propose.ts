import type { Version } from '../versions.ts';
import type { Draft, Edit, Moment, PublishingPorts, Refused } from './publishing.ts';
import { BUSY, NO_REASON, noVersion, refused, refusedRevision, SETTLED, UNCHANGED } from './refused.ts';

const FROM_FILE = 'knowledge-base.yaml を最初の版にしました';
/** Open proposals that are looked through for those that change an entry too. */
const MOST_WAITING = 200;

export async function presentOf({
  versions,
  file,
}: PublishingPorts): Promise<Pick<Version, 'number' | 'yaml'>> {
  return (await versions.current()) ?? { number: 0, yaml: file };
}

export async function draft(ports: PublishingPorts, entry: string, from?: number): Promise<Draft | Refused> {
  const proposal = from === undefined ? undefined : await ports.proposals.get(from);
  if (from !== undefined && proposal === undefined) return refused(SETTLED);
  const made = proposal ? { number: proposal.base, yaml: proposal.yaml } : await presentOf(ports);
  const read = await ports.texts.read(made.yaml);
  if (read.kind === 'faults') return refusedRevision(read);
  const open = await ports.proposals.list({ state: 'open', limit: MOST_WAITING });
  const waiting = open.filter(({ entries }) => entries.includes(entry));
  const entries = new Map(Object.entries(read.kb.entries));
  return {
    kind: 'draft',
    entry: entries.get(entry),
    version: made.number,
    waiting: waiting.map(({ id, by, at }) => ({ id, by, at })),
  };
}

export async function propose(
  ports: PublishingPorts,
  { rewriting, base, by, why }: Edit,
  { now, today }: Moment,
): Promise<{ readonly kind: 'proposed'; readonly id: number } | Refused> {
  const { versions, proposals, texts } = ports;
  if (why.trim() === '') return refused(NO_REASON);
  const present = await presentOf(ports);
  // Whoever began with the file began with what the first proposal made version 1.
  const from = base === present.number ? present : await versions.get(Math.max(base, 1));
  if (!from) return refused(noVersion(base));
  const rewritten = await texts.rewrite(from.yaml, rewriting);
  if (rewritten.kind === 'faults') return refusedRevision(rewritten);
  const { yaml } = rewritten;
  if (yaml === from.yaml) return refused(UNCHANGED);
  const revision = await texts.revise({ base: from.yaml, mine: yaml, theirs: present.yaml, today });
  if (revision.kind !== 'ready') return refusedRevision(revision, present.number);
  if (revision.changes.length === 0) return refused(UNCHANGED);
  if (from.number === 0) {
    const first = await versions.publish({ yaml: from.yaml, by, why: FROM_FILE, base: 0 }, now);
    if (first.kind === 'conflict') return refused(BUSY);
  }
  const { entries } = revision;
  const id = await proposals.add({ base: Math.max(from.number, 1), yaml, entries, by, why }, now);
  return { kind: 'proposed', id };
}
