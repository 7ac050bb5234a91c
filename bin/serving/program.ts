import type { FastifyInstance } from 'fastify';
import { createIntake, type Intake } from '../../bots/intake.ts';
import { createMetrics, createServer } from '../../bots/web/index.ts';
import type { Turn } from '../../src/conversation/index.ts';
import type { Knowledge } from '../../src/knowledge/index.ts';
import type { Counter } from '../../src/staff/index.ts';
import type { Store } from '../../src/storage/index.ts';
import { createRedact, createTypesetter, redact, type Tokenizer } from '../../src/text/index.ts';
import { STATIC_ROOT } from '../assemble.ts';
import type { Config } from '../config.ts';
import { followingKnowledge, type Live } from '../live.ts';
import { textsBeside } from '../texts-beside.ts';
import { today } from '../usage.ts';
import { webTalk } from '../web-talk.ts';
import { type Channels, createChannels } from './channels.ts';
import { slackCounter } from './slack-counter.ts';
import { staffPorts } from './staff.ts';

/** Everything that takes requests. */
export interface Program {
  readonly app: FastifyInstance;
  readonly channels: Channels;
  /** The knowledge base of the moment. */
  readonly knowledge: Knowledge;
  readonly intake: Intake;
  /** From now on questions are understood. */
  begin(live: Live, tokenizer: Tokenizer): void;
  /** Takes no more requests, answers those that are at hand, and writes down what was counted. */
  stop(): Promise<void>;
}

/** What needs the tokenizer; absent for the first moments. */
interface Talking {
  readonly live: Live;
  readonly typeset: ReturnType<typeof createTypesetter>;
  readonly redact: ReturnType<typeof createRedact>;
  /** Where Slack is on. */
  readonly counter: Counter | undefined;
}

/** The chat page, its API, LINE, Slack and the pages for staff; before it begins, they say that it is about to. */
export async function createProgram(config: Config, store: Store, atStart: Knowledge): Promise<Program> {
  let talking: Talking | undefined;
  const live = () => talking?.live;
  const asOf = () => config.asOf ?? today();
  const knowledge = followingKnowledge(() => live()?.knowledge ?? atStart);
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
  const counter = () => talking?.counter;
  const channels = await createChannels(config, {
    ...{ store, intake, knowledge, turn, counter, log: app.log },
    today: asOf,
  });
  for (const routes of channels.routes) app.register(routes);
  return {
    ...{ app, channels, knowledge, intake },
    begin: (started, tokenizer) => {
      talking = {
        live: started,
        typeset: createTypesetter(tokenizer),
        redact: createRedact(tokenizer),
        counter: config.slack && slackCounter(config.slack, store, started),
      };
    },
    stop: async () => {
      await Promise.all([app.close(), channels.stop()]);
      await Promise.all([intake.stop(), texts.stop()]);
    },
  };
}
