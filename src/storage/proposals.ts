import type { Selectable } from 'kysely';
import {
  type Decided,
  type Decision,
  isSamePerson,
  type ProposalLine,
  type Proposals,
} from '../staff/index.ts';
import { addAuditLine } from './audit.ts';
import { type Database, storableText } from './dialect.ts';
import type { Engine } from './engine.ts';
import { packText, unpackText } from './packed-text.ts';
import type { Millis } from './store.ts';
import type { Tables } from './tables.ts';
import { publishVersion } from './versions.ts';

type Row = Omit<Selectable<Tables['proposals']>, 'packed'>;

const COLUMNS = [
  ...(['id', 'base', 'proposed_by', 'why', 'entries', 'at', 'state'] as const),
  ...(['decided_by', 'decided_why', 'decided_at', 'version'] as const),
] as const;

export function createProposals(engine: Engine): Proposals {
  return {
    add: async ({ base, yaml, entries, by, why }, now) => {
      const packed = await packText(yaml);
      return engine.write(async (db) => {
        const { id } = await db
          .insertInto('proposals')
          .values({
            base,
            packed,
            proposed_by: storableText(by),
            why: storableText(why),
            entries: JSON.stringify(entries),
            at: now,
            state: 'open',
          })
          .returning('id')
          .executeTakeFirstOrThrow();
        await addAuditLine(db, { at: now, who: by, action: 'proposal.add', subject: `${id}`, why });
        return id;
      });
    },
    list: async ({ state, limit }) => {
      const rows = await engine.read((db) =>
        db
          .selectFrom('proposals')
          .select(COLUMNS)
          .where('state', '=', state)
          .orderBy('id', 'desc')
          .limit(limit)
          .execute(),
      );
      return rows.map(lineOf);
    },
    get: async (id) => {
      const row = await engine.read((db) =>
        db.selectFrom('proposals').selectAll().where('id', '=', id).executeTakeFirst(),
      );
      return row && { ...lineOf(row), yaml: await unpackText(row.packed) };
    },
    decide: async (id, decision, now) => {
      const packed = decision.kind === 'approved' ? await packText(decision.yaml) : '';
      return engine.write((db) => decide(engine, db, { id, decision, packed, now }));
    },
    withdraw: (id, by, now) =>
      engine.write(async (db) => {
        const proposal = await openProposal(engine, db, id);
        if (!proposal || !isSamePerson(proposal.proposed_by, by)) return false;
        await settle(db, id, { state: 'withdrawn', by, why: null, at: now });
        await addAuditLine(db, {
          at: now,
          who: by,
          action: 'proposal.withdraw',
          subject: `${id}`,
          why: null,
        });
        return true;
      }),
  };
}

interface Request {
  readonly id: number;
  readonly decision: Decision;
  /** The text of an approval. */
  readonly packed: string;
  readonly now: Millis;
}

async function decide(
  engine: Engine,
  db: Database,
  { id, decision, packed, now }: Request,
): Promise<Decided> {
  const proposal = await openProposal(engine, db, id);
  if (!proposal) return { kind: 'settled' };
  const { kind, by, why } = decision;
  if (isSamePerson(proposal.proposed_by, by)) return { kind: 'own' };
  const line = { at: now, who: by, subject: `${id}`, why };
  switch (kind) {
    case 'returned':
      await settle(db, id, { state: kind, by, why, at: now });
      await addAuditLine(db, { ...line, action: 'proposal.return' });
      return { kind };
    case 'approved': {
      const version = {
        packed,
        by: proposal.proposed_by,
        approvedBy: by,
        why: proposal.why,
        base: decision.base,
      };
      const published = await publishVersion(db, engine.dialect, version, now);
      if (published.kind === 'conflict') return published;
      await settle(db, id, { state: kind, by, why, at: now, version: published.number });
      await addAuditLine(db, { ...line, action: 'proposal.approve' });
      return { kind, number: published.number };
    }
  }
}

/** The proposal, if it is still open; held, so that two people cannot decide it at once. */
async function openProposal(engine: Engine, db: Database, id: number): Promise<Row | undefined> {
  await engine.dialect.holdNames(db, [`proposal ${id}`]);
  return db
    .selectFrom('proposals')
    .select(COLUMNS)
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst();
}

interface Settlement {
  readonly state: 'approved' | 'returned' | 'withdrawn';
  readonly by: string;
  readonly why: string | null;
  readonly at: Millis;
  readonly version?: number;
}

async function settle(db: Database, id: number, { state, by, why, at, version }: Settlement): Promise<void> {
  await db
    .updateTable('proposals')
    .set({
      state,
      decided_by: storableText(by),
      decided_why: why === null ? null : storableText(why),
      decided_at: at,
      version: version ?? null,
    })
    .where('id', '=', id)
    .execute();
}

function lineOf(row: Row): ProposalLine {
  return {
    id: row.id,
    base: row.base,
    by: row.proposed_by,
    why: row.why,
    entries: JSON.parse(row.entries) as readonly string[],
    at: row.at,
    state: row.state,
    decidedBy: row.decided_by,
    decidedWhy: row.decided_why,
    decidedAt: row.decided_at,
    version: row.version,
  };
}
