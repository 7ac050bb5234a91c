import { openStore } from '../../src/storage/index.ts';
import { eventOf, NOW } from './events.ts';

/** A process of its own that opens the store at the URL of its arguments and stores one event. */
const [url, id] = process.argv.slice(2);
const store = await openStore(url!);
process.stdout.write(`added ${await store.inbox.add([eventOf(id!)], NOW)}\n`);
await store.close();
