import { once } from 'node:events';
import { afterAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/storage/index.ts';
import { isoDate } from '../../src/text/index.ts';
import type { MakeDatabase } from '../contract/database.ts';
import { postgresDatabase } from '../storage/postgres-database.ts';
import { sqliteDatabase } from '../storage/sqlite-database.ts';
import { describeOnPostgres } from '../support/on-postgres.ts';
import { start } from './madoguchi.ts';

const QUESTION = 'ぴっとするやつ家に忘れてきてしもた';
const running: ReturnType<typeof start>[] = [];

afterAll(async () => {
  for (const child of running) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'close');
    }
  }
});

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 100));
}

/** A replica that is ready, by its address. */
async function replica(databaseUrl: string): Promise<string> {
  const child = start(['serve'], { PORT: '0', DATABASE_URL: databaseUrl, RATE_LIMIT: '0' });
  running.push(child);
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => (said += part));
  while (!/(http:\S+)\/$/m.test(said)) await once(child.stdout, 'data');
  const [, address] = /(http:\S+)\/$/m.exec(said)!;
  await until(async () => (await fetch(`${address}/readyz`)).ok);
  return address!;
}

async function answerOf(address: string): Promise<string | null> {
  const response = await fetch(`${address}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: QUESTION }),
  });
  const { decision, entry } = await response.json();
  return decision === 'answer' ? entry : decision;
}

function replicasContract(make: MakeDatabase): void {
  it('answer what was saved once, and forget what was taken back, both of them', {
    timeout: 300_000,
  }, async () => {
    const database = await make();
    const store = await openStore(database.url);
    const replicas = await Promise.all([replica(database.url), replica(database.url)]);
    const allAnswer = (entry: string) => async () => {
      const answers = await Promise.all(replicas.map(answerOf));
      return answers.every((answer) => answer === entry);
    };
    const before = await Promise.all(replicas.map(answerOf));
    expect(new Set(before).size).toBe(1);
    const by = { by: '山田', on: isoDate('2026-11-22')!, source: '窓口' };
    await store.learned.put({ question: QUESTION, entry: 'certificate-lost', ...by });
    await until(allAnswer('certificate-lost'));
    await store.learned.put({ question: QUESTION, entry: 'myna-lost', ...by });
    await until(allAnswer('myna-lost'));
    await store.learned.remove(QUESTION);
    await until(allAnswer(before[0]!));
    for (const child of running.splice(0)) {
      child.kill('SIGTERM');
      const [code] = await once(child, 'close');
      expect(code).toBe(0);
    }
    await store.close();
    await database.remove();
  });
}

describe('two replicas on one SQLite file', () => replicasContract(sqliteDatabase));

await describeOnPostgres('two replicas on one PostgreSQL database', ({ url }) =>
  replicasContract(() => postgresDatabase(url)),
);
