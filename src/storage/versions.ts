import type { KnowledgeVersions, NewVersion, Published, Version, VersionLine } from '../staff/index.ts';
import { addAuditLine } from './audit.ts';
import { type Database, type Dialect, storableText } from './dialect.ts';
import type { Engine } from './engine.ts';
import { packText, unpackText } from './packed-text.ts';
import type { Millis } from './store.ts';
import type { Tables } from './tables.ts';

/** A version whose text is packed, so that nothing but the database is waited for in a transaction. */
export type PackedVersion = Omit<NewVersion, 'yaml'> & {
  readonly packed: string;
  readonly approvedBy: string | null;
};

export function createVersions(engine: Engine): KnowledgeVersions {
  const find = async (number: number): Promise<Version | undefined> => {
    const row = await engine.read((db) =>
      db.selectFrom('knowledge_versions').selectAll().where('number', '=', number).executeTakeFirst(),
    );
    return row && { ...lineOf(row), yaml: await unpackText(row.packed) };
  };
  const latest = () => engine.read(latestVersion);
  return {
    current: async () => find(await latest()),
    latest,
    get: find,
    list: async (limit) => {
      const rows = await engine.read((db) =>
        db
          .selectFrom('knowledge_versions')
          .select(['number', 'published_by', 'approved_by', 'why', 'at', 'returned_to'])
          .orderBy('number', 'desc')
          .limit(limit)
          .execute(),
      );
      return rows.map(lineOf);
    },
    publish: async (version, now) => {
      const packed = { ...version, packed: await packText(version.yaml), approvedBy: null };
      return engine.write(async (db) => {
        const published = await publishVersion(db, engine.dialect, packed, now);
        if (published.kind === 'conflict') return published;
        const action = version.from === undefined ? 'version.publish' : 'version.return';
        const { by: who, why } = version;
        await addAuditLine(db, { at: now, who, action, subject: `${published.number}`, why });
        return published;
      });
    },
  };
}

/** Publishes in the transaction of `db`, where `base` is still the current version. */
export async function publishVersion(
  db: Database,
  dialect: Dialect,
  version: PackedVersion,
  now: Millis,
): Promise<Published> {
  await dialect.holdNames(db, ['knowledge versions']);
  const current = await latestVersion(db);
  if (current !== version.base) return { kind: 'conflict', current };
  const row = {
    number: current + 1,
    packed: version.packed,
    published_by: storableText(version.by),
    approved_by: version.approvedBy === null ? null : storableText(version.approvedBy),
    why: storableText(version.why),
    at: now,
    returned_to: version.from ?? null,
  };
  await db.insertInto('knowledge_versions').values(row).execute();
  return { kind: 'published', number: row.number };
}

async function latestVersion(db: Database): Promise<number> {
  const row = await db
    .selectFrom('knowledge_versions')
    .select('number')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.number ?? 0;
}

function lineOf(row: Omit<Tables['knowledge_versions'], 'packed'>): VersionLine {
  return {
    number: row.number,
    by: row.published_by,
    approvedBy: row.approved_by,
    why: row.why,
    at: row.at,
    from: row.returned_to,
  };
}
