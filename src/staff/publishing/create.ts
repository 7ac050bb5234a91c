import { returnTo, versionOf } from './history.ts';
import { draft, presentOf, propose } from './propose.ts';
import type { Publishing, PublishingPorts } from './publishing.ts';
import { NO_REASON, NOT_YOURS, refused, sentenceOf } from './refused.ts';
import { approve, review } from './review.ts';

export function createPublishing(ports: PublishingPorts): Publishing {
  const { proposals, versions } = ports;
  return {
    present: () => presentOf(ports),
    draft: (entry, proposal) => draft(ports, entry, proposal),
    propose: (edit, moment) => propose(ports, edit, moment),
    proposals: (of) => proposals.list(of),
    review: (id, today) => review(ports, id, today),
    approve: (id, reason, moment) => approve(ports, id, reason, moment),
    giveBack: async (id, { by, why }, now) => {
      if (why.trim() === '') return refused(NO_REASON);
      const decided = await proposals.decide(id, { kind: 'returned', by, why }, now);
      return decided.kind === 'returned' ? { kind: 'returned' } : refused(sentenceOf(decided));
    },
    withdraw: async (id, by, now) =>
      (await proposals.withdraw(id, by, now)) ? { kind: 'withdrawn' } : refused(NOT_YOURS),
    history: (limit) => versions.list(limit),
    version: (number) => versionOf(ports, number),
    returnTo: (number, reason, now) => returnTo(ports, number, reason, now),
  };
}
