import { openStore } from '../../src/storage/index.ts';

/** A process of its own, for a user who may write less: opens the store, writes, and says how that went. */
const told = (error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : String(error));
const outcome = await openStore(process.argv[2]!).then(async (store) => {
  const checked = await store.check(1).then(() => 'written', told);
  await store.close();
  return checked;
}, told);
process.stdout.write(outcome);
