import { once } from 'node:events';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { createIntake, type Intake } from '../../bots/intake.ts';
import { createLineChannel, type LineChannel, WEBHOOK_PATH } from '../../bots/line/index.ts';
import { createMetrics, createServer } from '../../bots/web/index.ts';
import { createTurn, type Turn } from '../../src/conversation/index.ts';
import type { Suggester } from '../../src/intents/index.ts';
import type { Knowledge } from '../../src/knowledge/index.ts';
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
import { DICTIONARY, loadUnderstanding, readKnowledge, STATIC_ROOT } from '../assemble.ts';
import { type Config, type LineAccount, readConfig } from '../config.ts';
import { lineTalk } from '../line-talk.ts';
import { readArguments, today } from '../usage.ts';
import { webTalk } from '../web-talk.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** How long handled and dead events and logged questions are kept. */
const KEEP = { done: 7 * DAY, dead: 7 * DAY, log: 90 * DAY };

/** What needs the tokenizer; absent for the first moments. */
interface Talking {
  readonly turn: Turn;
  readonly suggest: Suggester;
  readonly typeset: Typesetter;
  readonly redact: Redact;
}

/** `serve`: the chat page, its API and LINE; listens at once and answers as soon as the matcher is loaded. */
export async function serve(args: readonly string[]): Promise<number> {
  readArguments(args, {});
  const tokenizer = loadTokenizer(DICTIONARY);
  const knowledge = readKnowledge();
  const config = readConfig(process.env, Object.keys(knowledge.kb.insurers));
  const asOf = () => config.asOf ?? today();
  const store = await openStore(config.databaseUrl, 'wait');
  let talking: Talking | undefined;
  const turn: Turn = (state, input, day) => talking!.turn(state, input, day);
  const metrics = createMetrics(store);
  const intake = createIntake({
    store,
    keeps: config.questionLog,
    redact: (text) => (talking?.redact ?? redact)(text),
    now: Date.now,
    onFailure: () => app.log.warn({ store: 'figures and missed questions wait' }),
    onCount: metrics.count,
  });
  const app: FastifyInstance = createServer({
    turn,
    suggest: (typed) => talking?.suggest(typed) ?? [],
    ...webTalk({ knowledge, store, typeset: (text) => talking?.typeset(text) ?? text }),
    intake,
    metrics,
    today: asOf,
    now: Date.now,
    ready: () => talking !== undefined,
    checkStore: () => store.check(Date.now()),
    staticRoot: STATIC_ROOT,
    settings: { ...config, isHttps: config.publicUrl?.startsWith('https:') === true },
  });
  const line =
    config.line &&
    lineChannel(config, config.line, { store, intake, knowledge, turn, today: asOf, log: app.log });
  if (line) app.register(line.webhook);
  const address = await app.listen({ port: config.port, host: config.host });
  process.stdout.write(`窓口(Madoguchi) ${address}/\n${line ? LINE_ON : LINE_OFF}\n`);
  await store.check(Date.now()).catch(() => process.stderr.write(STORE_MISSING));
  intake.start();
  const stopPruning = pruneHourly(store, () => app.log.warn({ store: 'not pruned' }));
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
  const { match, detectSafety, suggest } = await loadUnderstanding(knowledge.kb, tokenizer);
  talking = {
    turn: createTurn({ knowledge, match, detectSafety }),
    suggest,
    typeset: createTypesetter(await tokenizer),
    redact: createRedact(await tokenizer),
  };
  line?.start();
  if (!stopping.signal.aborted) await once(stopping.signal, 'abort');
  stopPruning();
  // 新しい知らせを受けるのをやめ、手元のものに答えてから終わる
  await Promise.all([app.close(), line?.stop()]);
  await intake.stop();
  await store.close();
  return 0;
}

const LINE_ON = `LINE: 使います(Webhook: ${WEBHOOK_PATH})`;
const LINE_OFF = 'LINE: 使いません(LINE_CHANNEL_SECRET と LINE_CHANNEL_ACCESS_TOKEN がありません)';

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
  const { store, intake, knowledge, turn, today, log } = surroundings;
  const { lineApiBaseUrl: apiBaseUrl, conversationTtlMs } = config;
  return createLineChannel({
    settings: { ...account, apiBaseUrl, conversationTtlMs, rememberedMs: KEEP.done },
    store,
    intake,
    talk: lineTalk({ knowledge, turn, ...config }),
    now: Date.now,
    today,
    log,
  });
}

/** Deletes what is over, now and every hour; a failure waits for the next hour. */
function pruneHourly(store: Store, onFailure: () => void): () => void {
  const prune = () => void store.prune(Date.now(), KEEP).catch(onFailure);
  prune();
  const timer = setInterval(prune, HOUR);
  return () => clearInterval(timer);
}
