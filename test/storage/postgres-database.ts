import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { TestDatabase } from '../contract/database.ts';

/** A schema of its own in the database behind the URL: stores that open it see nothing else. */
export async function postgresDatabase(server: string): Promise<TestDatabase> {
  const schema = `test_${randomUUID().replaceAll('-', '')}`;
  const url = `${server}${server.includes('?') ? '&' : '?'}options=-csearch_path%3D${schema}`;
  await withClient(server, (client) => client.query(`create schema ${schema}`));
  return {
    url,
    dump: () => withClient(url, dumpOf),
    explain: async (query) => {
      const { rows } = await withClient(url, (client) =>
        client.query<{ 'QUERY PLAN': string }>(`explain ${query}`),
      );
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    },
    execute: async (statement) => {
      await withClient(url, (client) => client.query(statement));
    },
    remove: async () => {
      await withClient(server, (client) => client.query(`drop schema ${schema} cascade`));
    },
  };
}

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

async function dumpOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = current_schema()`,
  );
  const dumps: string[] = [];
  for (const { name } of rows) {
    const table = await client.query(`select * from "${name}"`);
    dumps.push(JSON.stringify([name, table.rows]));
  }
  return dumps.join('\n');
}
