import { openStore } from '../../src/storage/index.ts';
import { readConfig } from '../config.ts';
import { readArguments, UsageError } from '../usage.ts';

/** `inbox dead`: the events that could not be answered; `inbox retry ID` puts one back, `inbox retry --all` all of them. */
export async function inbox(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { all: { type: 'boolean', default: false } });
  const [action, id] = positionals;
  if (action !== 'dead' && action !== 'retry') throw new UsageError('inbox には dead か retry が必要です。');
  if (action === 'retry' && (id === undefined) !== values.all) {
    throw new UsageError('inbox retry には、ID か --all のどちらかが必要です。');
  }
  const store = await openStore(readConfig(process.env).databaseUrl);
  try {
    const dead = await store.inbox.dead();
    if (action === 'dead') {
      for (const event of dead) {
        const at = new Date(event.occurredAt).toISOString();
        process.stdout.write(`${event.id}\t${at}\t${event.attempts}回\t${event.error ?? ''}\n`);
      }
      process.stdout.write(`${dead.length}件\n`);
      return 0;
    }
    const ids = id === undefined ? dead.map((event) => event.id) : [id];
    let count = 0;
    for (const each of ids) if (await store.inbox.retry(each, Date.now())) count += 1;
    process.stdout.write(`${count}件を、もう一度答える列に戻しました。\n`);
    return id !== undefined && count === 0 ? 1 : 0;
  } finally {
    await store.close();
  }
}
