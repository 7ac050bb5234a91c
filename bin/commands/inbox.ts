import { openStore, type Store } from '../../src/storage/index.ts';
import { readConfig } from '../config.ts';
import { readArguments, UsageError } from '../usage.ts';

const print = (line: string) => process.stdout.write(`${line}\n`);

/** `inbox status | dead | retry ID | retry --all`: what became of the events, and what staff can do about those that were given up. */
export async function inbox(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { all: { type: 'boolean', default: false } });
  const [action, id] = positionals;
  if (action !== 'status' && action !== 'dead' && action !== 'retry') {
    throw new UsageError('inbox には status、dead、retry のどれかが必要です。');
  }
  if (action === 'retry' && (id === undefined) !== values.all) {
    throw new UsageError('inbox retry には、ID か --all のどちらかが必要です。');
  }
  const store = await openStore(readConfig(process.env).databaseUrl);
  try {
    switch (action) {
      case 'status':
        return await showStatus(store);
      case 'dead':
        return await showDead(store);
      case 'retry':
        return await retry(store, id);
    }
  } finally {
    await store.close();
  }
}

/** What each outcome means; see bots/line/deliver.ts. */
const OUTCOMES: Readonly<Record<string, string>> = {
  replied: '返信した',
  presumed: '返信が届いていたと判断した',
  pushed: 'プッシュで送った',
  'pushed-in-doubt': 'プッシュで送った(返信も届いていたかもしれない)',
  undelivered: '返信できず、プッシュもしなかった',
  erased: '答える前に取り消された',
  'erase-message': '送信取消に応じて消した',
  'erase-conversation': 'ブロックに応じて消した',
  unreadable: '鍵が替わって開けなかった',
};

async function showStatus(store: Store): Promise<number> {
  const { pending, done, dead, outcomes } = await store.inbox.counts();
  print(`待っているもの ${pending}件、終わったもの ${done}件(7日分)、答えられなかったもの ${dead}件`);
  for (const [outcome, events] of Object.entries(outcomes)) {
    print(`  ${outcome}\t${events}件\t${OUTCOMES[outcome] ?? ''}`);
  }
  return 0;
}

async function showDead(store: Store): Promise<number> {
  const dead = await store.inbox.dead();
  for (const { id, occurredAt, attempts, error } of dead) {
    print(`${id}\t${new Date(occurredAt).toISOString()}\t${attempts}回\t${error ?? ''}`);
  }
  print(`${dead.length}件`);
  return 0;
}

/** Puts one event back, or all; the exit code is 1 where the one is not there. */
async function retry(store: Store, id: string | undefined): Promise<number> {
  const ids = id === undefined ? (await store.inbox.dead()).map((event) => event.id) : [id];
  let count = 0;
  for (const each of ids) if (await store.inbox.retry(each, Date.now())) count += 1;
  print(`${count}件を、もう一度答える列に戻しました。`);
  return id !== undefined && count === 0 ? 1 : 0;
}
