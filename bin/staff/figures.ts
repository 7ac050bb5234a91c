import type { FigurePorts } from '../../bots/web/index.ts';
import { type Count, type OpinionCount, staleEntries, type TurnCount } from '../../src/staff/index.ts';
import type { IsoDate } from '../../src/text/index.ts';
import type { StaffParts } from './parts.ts';

const DAY = 86_400_000;
/** Japan has no summer time. */
const TOKYO = '+09:00';

const CHANNELS: Readonly<Record<string, string>> = { line: 'LINE', web: '市のサイト' };

/** The figures of the database, and what their tables are called. */
export function figurePorts({ store, knowledge }: StaffParts): Omit<FigurePorts, 'answerOn'> {
  return {
    counts: async (period) => {
      const counts = await store.figures.read(period);
      return { turns: counts.flatMap(turnOf), opinions: counts.flatMap(opinionOf) };
    },
    fixed: async ({ from, until }) => {
      const settled = await store.missed.settled({ from: midnight(from), until: midnight(until) + DAY });
      // What was put aside was not answered by anybody.
      const fixed = settled.filter(({ kind }) => kind !== 'dismissed');
      return fixed.map(({ firstAt, settledAt }) => ({ missedAt: firstAt, settledAt }));
    },
    samples: store.samples,
    stale: (today) => staleEntries(knowledge, today),
    label: (dimension, value) => {
      const { entries, insurers } = knowledge.kb;
      switch (dimension) {
        case 'entry':
          return entries[value]?.title ?? String(value);
        case 'insurer':
          return insurers[value]?.short ?? 'そのほかの加入先';
        case 'channel':
          return CHANNELS[value] ?? String(value);
        case 'hour':
          return `${value}時`;
        case 'day':
          return String(value);
      }
    },
    note: (line) => store.audit.add({ ...line, at: Date.now(), why: null }),
  };
}

function midnight(day: IsoDate): number {
  return Date.parse(`${day}T00:00:00${TOKYO}`);
}

/** What was typed; a press follows what was offered, and would count the same question twice. */
function turnOf({ input, decision, ...count }: Count): readonly TurnCount[] {
  if (input !== 'typed' || decision === 'helpful' || decision === 'not-helpful') return [];
  return [{ ...count, decision }];
}

function opinionOf({
  decision,
  entry,
  hour: _hour,
  input: _input,
  ...count
}: Count): readonly OpinionCount[] {
  if (entry === null || (decision !== 'helpful' && decision !== 'not-helpful')) return [];
  return [{ ...count, entry, helpful: decision === 'helpful' }];
}
