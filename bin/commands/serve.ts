import { once } from 'node:events';
import { openStore, type Store } from '../../src/storage/index.ts';
import { loadTokenizer } from '../../src/text/index.ts';
import { DICTIONARY } from '../assemble.ts';
import { type Config, readConfig } from '../config.ts';
import { knowledgeAtStart } from '../serving/knowledge-at-start.ts';
import { followPublished, startLive } from '../serving/live.ts';
import { createProgram, type Program } from '../serving/program.ts';
import { pruneHourly } from '../serving/upkeep.ts';
import { checkDaily } from '../sources/daily.ts';
import { userAgentOf } from '../sources/user-agent.ts';
import { readArguments, today } from '../usage.ts';

const STORE_MISSING =
  'データベースを使えません。使えるようになるまで、LINEの質問は受け取らずに待ちます(DATABASE_URL をご確認ください)。\n';

const staffLine = (address: string) =>
  `職員用: ${address}/staff(アカウントは npm run -s madoguchi -- staff add 名前 --role editor で作ります)`;

/** `serve`: listens at once, answers as soon as the matcher is loaded, and ends when it is told to. */
export async function serve(args: readonly string[]): Promise<number> {
  readArguments(args, {});
  const tokenizer = loadTokenizer(DICTIONARY);
  const store = await openStore(readConfig(process.env).databaseUrl, 'wait');
  const atStart = await knowledgeAtStart(store);
  const { kb } = atStart.knowledge;
  const config = readConfig(process.env, Object.keys(kb.insurers));
  const program = await createProgram(config, store, atStart.knowledge);
  const { app, channels, intake } = program;
  const address = await app.listen({ port: config.port, host: config.host });
  const lines = [`窓口(Madoguchi) ${address}/`, ...channels.lines, staffLine(address)];
  process.stdout.write(`${lines.join('\n')}\n`);
  await store.check(Date.now()).catch(() => process.stderr.write(STORE_MISSING));
  intake.start();
  const stopPruning = pruneHourly(store, () => app.log.warn({ store: 'not pruned' }));
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());

  const live = await startLive(kb, { store, tokenizer, log: app.log });
  program.begin(live, await tokenizer);
  channels.start();
  const stopFollowing = followPublished({
    versions: store.versions,
    live,
    version: atStart.version,
    onFailure: () => app.log.warn({ knowledge: 'the published version is not used' }),
  });
  const stopChecking = config.checksSources ? checkSourcesDaily(config, store, program) : undefined;
  if (!stopping.signal.aborted) await once(stopping.signal, 'abort');
  stopPruning();
  stopFollowing();
  live.stop();
  await Promise.all([program.stop(), stopChecking?.()]);
  await store.close();
  return 0;
}

function checkSourcesDaily({ publicUrl }: Config, store: Store, { knowledge, app }: Program) {
  const fetching = { userAgent: userAgentOf(publicUrl) };
  return checkDaily({ kb: () => knowledge.kb, store, fetching, now: Date.now, today }, app.log);
}
