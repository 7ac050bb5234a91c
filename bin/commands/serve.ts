import { once } from 'node:events';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { createIntake, type Intake } from '../../bots/intake.ts';
import { createLineChannel, type LineChannel, WEBHOOK_PATH } from '../../bots/line/index.ts';
import { createMetrics, createServer } from '../../bots/web/index.ts';
import type { Turn } from '../../src/conversation/index.ts';
import type { Knowledge } from '../../src/knowledge/index.ts';
import type { Counter } from '../../src/staff/index.ts';
import { openStore, type Store } from '../../src/storage/index.ts';
import {
  createRedact,
  createTypesetter,
  type IsoDate,
  loadTokenizer,
  type Redact,
  redact,
  type Typesetter,
} from '../../src/text/index.ts';
import { DICTIONARY, STATIC_ROOT } from '../assemble.ts';
import { type Config, type LineAccount, readConfig } from '../config.ts';
import { lineTalk } from '../line-talk.ts';
import { followingKnowledge, type Live } from '../live.ts';
import { knowledgeAtStart } from '../serving/knowledge-at-start.ts';
import { followPublished, startLive } from '../serving/live.ts';
import { slackCounter } from '../serving/slack-counter.ts';
import { staffPorts } from '../serving/staff.ts';
import { KEEP, pruneHourly } from '../serving/upkeep.ts';
import { slackChannel, slackLine } from '../slack-talk.ts';
import { checkDaily } from '../sources/daily.ts';
import { userAgentOf } from '../sources/user-agent.ts';
import { textsBeside } from '../texts-beside.ts';
import { readArguments, today } from '../usage.ts';
import { webTalk } from '../web-talk.ts';

/** What needs the tokenizer; absent for the first moments. */
interface Talking {
  readonly live: Live;
  readonly typeset: Typesetter;
  readonly redact: Redact;
  /** Where Slack is on. */
  readonly counter: Counter | undefined;
}

/** `serve`: the chat page, its API, LINE, Slack and the pages for staff; listens at once and answers as soon as the matcher is loaded. */
export async function serve(args: readonly string[]): Promise<number> {
  readArguments(args, {});
  const tokenizer = loadTokenizer(DICTIONARY);
  const { databaseUrl } = readConfig(process.env);
  const store = await openStore(databaseUrl, 'wait');
  const atStart = await knowledgeAtStart(store);
  const config = readConfig(process.env, Object.keys(atStart.knowledge.kb.insurers));
  const asOf = () => config.asOf ?? today();
  let talking: Talking | undefined;
  const live = () => talking?.live;
  const knowledge = followingKnowledge(() => live()?.knowledge ?? atStart.knowledge);
  const turn: Turn = (state, input, day) => live()!.turn(state, input, day);
  const texts = textsBeside();
  const metrics = createMetrics(store);
  const intake = createIntake({
    store,
    keeps: config.questionLog,
    redact: (text) => (talking?.redact ?? redact)(text),
    now: Date.now,
    random: Math.random,
    today: asOf,
    onFailure: () => app.log.warn({ store: 'figures and missed questions wait' }),
    onCount: metrics.count,
  });
  const app: FastifyInstance = createServer({
    turn,
    suggest: (typed) => live()?.suggest(typed) ?? [],
    ...webTalk({ knowledge, store, typeset: (text) => talking?.typeset(text) ?? text }),
    intake,
    metrics,
    today: asOf,
    now: Date.now,
    ready: () => talking !== undefined,
    checkStore: () => store.check(Date.now()),
    staticRoot: STATIC_ROOT,
    staff: staffPorts(config, { store, knowledge, live, today: asOf, texts }),
    settings: { ...config, isHttps: config.publicUrl?.startsWith('https:') === true },
  });
  const surroundings = { store, intake, knowledge, turn, today: asOf, log: app.log };
  const line = config.line && lineChannel(config, config.line, surroundings);
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
  intake.start();
  const stopPruning = pruneHourly(store, () => app.log.warn({ store: 'not pruned' }));
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());

  const started = await startLive(atStart.knowledge.kb, { store, tokenizer, log: app.log });
  talking = {
    live: started,
    typeset: createTypesetter(await tokenizer),
    redact: createRedact(await tokenizer),
    counter: config.slack && slackCounter(config.slack, store, started),
  };
  line?.start();
  slack?.start();
  const stopFollowing = followPublished({
    versions: store.versions,
    live: started,
    version: atStart.version,
    onFailure: () => app.log.warn({ knowledge: 'the published version is not used' }),
  });
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
  stopFollowing();
  started.stop();
  // 新しい知らせを受けるのをやめ、手元のものに答えてから終わる
  await Promise.all([app.close(), line?.stop(), slack?.stop(), stopChecking?.()]);
  await intake.stop();
  await texts.stop();
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
  readonly intake: Intake;
  readonly knowledge: Knowledge;
  readonly turn: Turn;
  today(): IsoDate;
  readonly log: FastifyBaseLogger;
}

function lineChannel(config: Config, account: LineAccount, surroundings: Surroundings): LineChannel {
  const { knowledge, turn, ...rest } = surroundings;
  const { lineApiBaseUrl: apiBaseUrl, conversationTtlMs } = config;
  return createLineChannel({
    settings: { ...account, apiBaseUrl, conversationTtlMs, rememberedMs: KEEP.done },
    talk: lineTalk({ knowledge, turn, ...config }),
    now: Date.now,
    ...rest,
  });
}
