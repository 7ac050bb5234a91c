import { userInfo } from 'node:os';
import { openStore, type Store } from '../../../src/storage/index.ts';
import { readConfig } from '../../config.ts';

export const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Works with the database of the settings, and closes it again. */
export async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(readConfig(process.env).databaseUrl);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Whoever runs the command, as the history and the audit log name them. */
export const operator = (): string => `cli:${userInfo().username}`;
