import { once } from 'node:events';
import type { FastifyBaseLogger } from 'fastify';
import { createLineChannel, type LineChannel, WEBHOOK_PATH } from '../../bots/line/index.ts';
import { createServer } from '../../bots/web/index.ts';
import type { Turn } from '../../src/conversation/index.ts';
import type { Knowledge } from '../../src/knowledge/index.ts';
import { createPasswords } from '../../src/staff/index.ts';
import type { Counter } from '../../src/staff/index.ts';
import { openStore, type Store } from '../../src/storage/index.ts';
import { createTypesetter, type IsoDate, loadTokenizer, type Typesetter } from '../../src/text/index.ts';
import {
  DICTIONARY,
  loadTrained,
  readKnowledge,
  readLabelled,
  readLearned,
  STATIC_ROOT,
} from '../assemble.ts';
import { type Config, type LineAccount, readConfig } from '../config.ts';
import { lineTalk } from '../line-talk.ts';
import { createLive, followingKnowledge, type Live } from '../live.ts';
import { checkDaily } from '../sources/daily.ts';
import { userAgentOf } from '../sources/user-agent.ts';
import { staffApi } from '../staff-api.ts';
import { trainerBeside } from '../train-beside.ts';
import { slackChannel, slackLine, slackTalk } from '../slack-talk.ts';
import { readArguments, today } from '../usage.ts';
import { webTalk } from '../web-talk.ts';

/** What needs the tokenizer; absent for the first moments. */
interface Talking {
  readonly live: Live;
  readonly typeset: Typesetter;
  /** Where Slack is on. */
  readonly counter: Counter | undefined;
}

/** `serve`: the chat page, its API and LINE; listens at once and answers as soon as the matcher is loaded. */
export async function serve(args: readonly string[]): Promise<number> {
  readArguments(args, {});
  const tokenizer = loadTokenizer(DICTIONARY);
  const atStart = readKnowledge();
  const config = readConfig(process.env, Object.keys(atStart.kb.insurers));
  const asOf = () => config.asOf ?? today();
  const store = await openStore(config.databaseUrl, 'wait');
  let talking: Talking | undefined;
  const knowledge = followingKnowledge(() => talking?.live.knowledge ?? atStart);
  const turn: Turn = (state, input, day) => talking!.live.turn(state, input, day);
  const app = createServer({
    turn,
    suggest: (typed) => talking?.live.suggest(typed) ?? [],
    ...webTalk({ knowledge, store, typeset: (text) => talking?.typeset(text) ?? text }),
    today: asOf,
    now: Date.now,
    ready: () => talking !== undefined,
    checkStore: () => store.check(Date.now()),
    staticRoot: STATIC_ROOT,
    staff: {
      accounts: store.accounts,
      sessions: store.sessions,
      audit: store.audit,
      passwords: createPasswords(),
      routes: staffApi(),
      oidc: config.oidc,
      idleMs: config.staffIdleMs,
    },
    settings: { ...config, isHttps: config.publicUrl?.startsWith('https:') === true },
  });
  const line =
    config.line && lineChannel(config, config.line, { store, knowledge, turn, today: asOf, log: app.log });
  if (line) app.register(line.webhook);
  const slack =
    config.slack &&
    (await slackChannel(config, config.slack, {
      counter: () => talking?.counter,
      today: asOf,
      log: app.log,
    }));
  if (slack) app.register(slack.routes);
  const address = await app.listen({ port: config.port, host: config.host });
  const channels = [line ? LINE_ON : LINE_OFF, slackLine(config.slack), staffLine(address)];
  process.stdout.write(`窓口(Madoguchi) ${address}/\n${channels.join('\n')}\n`);
  await store.check(Date.now()).catch(() => process.stderr.write(STORE_MISSING));
  const stopPruning = pruneHourly(store, () => app.log.warn({ store: 'not pruned' }));
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
  const live = await createLive(atStart.kb, await loadTrained(atStart.kb, tokenizer), {
    filed: readLearned(atStart.kb).questions,
    store: store.learned,
    labelled: readLabelled,
    train: trainerBeside(tokenizer),
    onFailure: () => app.log.warn({ learned: 'not read' }),
  });
  await live.refresh().catch(() => app.log.warn({ learned: 'not read' }));
  live.watch();
  talking = {
    live,
    typeset: createTypesetter(await tokenizer),
    counter: config.slack && slackCounter(config.slack, store, live),
  };
  line?.start();
  slack?.start();
  const stopChecking = config.checksSources
    ? checkDaily(
        {
          kb: () => knowledge.kb,
          store,
          fetching: { userAgent: userAgentOf(config.publicUrl) },
          now: Date.now,
          today,
        },
        app.log,
      )
    : undefined;
  if (!stopping.signal.aborted) await once(stopping.signal, 'abort');
  stopPruning();
  live.stop();
  // 新しい知らせを受けるのをやめ、手元のものに答えてから終わる
  await Promise.all([app.close(), line?.stop(), slack?.stop(), stopChecking?.()]);
  await store.close();
  return 0;
}

const LINE_ON = `LINE: 使います(Webhook: ${WEBHOOK_PATH})`;
const LINE_OFF = 'LINE: 使いません(LINE_CHANNEL_SECRET と LINE_CHANNEL_ACCESS_TOKEN がありません)';

const staffLine = (address: string) =>
  `職員用: ${address}/staff(アカウントは npm run -s madoguchi -- staff add 名前 --role editor で作ります)`;

const STORE_MISSING =
  'データベースを使えません。使えるようになるまで、LINEの質問は受け取らずに待ちます(DATABASE_URL をご確認ください)。\n';

interface Surroundings {
  readonly store: Store;
  readonly knowledge: Knowledge;
  readonly turn: Turn;
  today(): IsoDate;
  readonly log: FastifyBaseLogger;
}

function lineChannel(config: Config, account: LineAccount, surroundings: Surroundings): LineChannel {
  const { store, knowledge, turn, today, log } = surroundings;
  const { lineApiBaseUrl: apiBaseUrl, conversationTtlMs, logsQuestions } = config;
  return createLineChannel({
    settings: { ...account, apiBaseUrl, conversationTtlMs, logsQuestions, rememberedMs: KEEP.done },
    store,
    talk: lineTalk({ knowledge, turn, ...config }),
    now: Date.now,
    today,
    log,
  });
}
