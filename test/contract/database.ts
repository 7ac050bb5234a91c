import { afterEach, beforeEach } from 'vitest';
import { openStore, type Store } from '../../src/storage/index.ts';

/** A fresh, empty database of one test. */
export interface TestDatabase {
  readonly url: string;
  /** Every row of every table, as text. */
  dump(): Promise<string>;
  /** How the engine would run a query, with the names of the indexes that it uses. */
  explain(query: string): Promise<string>;
  execute(statement: string): Promise<void>;
  remove(): Promise<void>;
}

export type MakeDatabase = () => Promise<TestDatabase>;

/** What a test of the contract works with. */
export interface Bench {
  readonly store: Store;
  readonly database: TestDatabase;
  /** Another process's view of the same database. */
  another(): Promise<Store>;
}

/** Gives each test of the surrounding `describe` a store of its own. */
export function benchOf(make: MakeDatabase): () => Bench {
  let bench: Bench;
  let stores: Store[];
  beforeEach(async () => {
    const database = await make();
    stores = [];
    const another = async () => {
      const store = await openStore(database.url);
      stores.push(store);
      return store;
    };
    bench = { database, another, store: await another() };
  });
  afterEach(async () => {
    for (const store of stores) await store.close();
    await bench.database.remove();
  });
  return () => bench;
}
